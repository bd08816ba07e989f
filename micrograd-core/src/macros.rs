//! The fronts of the proc macros; they pass `$crate` on, so that paths hold through re-exports
//! and renamed dependencies.

/// Ordinary arithmetic on values, without `&` and `.clone()`.
///
/// It *builds* a graph, as the operators of [`Value`](crate::Value) do; [`backward`](crate::Value::backward)
/// differentiates it. Each node remembers the name of its `let` and where its operator was written.
///
/// ```
/// use micrograd_core::{Value, grad};
///
/// grad! {
///     let a = Value::new(-4.0);
///     let b = Value::new(2.0);
///     let mut c = a + b;
///     c += 1 + c + (-a);
///     let d = (c - b ** 3).relu() + c / 2;
/// }
/// d.backward();
/// assert_eq!(a.grad(), 0.5);
/// assert_eq!(c.name().as_deref(), Some("c"));
/// ```
///
/// # Statements or a value
///
/// What ends with `;` are statements, and their names are visible after the macro. What ends with an
/// expression is a block, and the expression its value.
///
/// ```
/// # use micrograd_core::{Value, grad};
/// # let x = Value::new(3.0);
/// let y = grad! {
///     let square = x ** 2;
///     square + 1 / square
/// };
/// assert_eq!(y, 9.0 + 1.0 / 9.0);
/// ```
///
/// Operands are borrowed and never moved, so every value stays usable; `let h = x;` makes `h` a second
/// handle of the same node. Statements are `let` (with `mut`, a type, a pattern, or `else`), `=`,
/// `+=`, `-=`, `*=`, `/=`, `%=` and `**=` to names, fields, elements and `*r`, and Rust's own items. An
/// assignment evaluates its right-hand side first, then changes its target; `(p, q) = (q, p)` swaps. `if`,
/// `match`, `for`, `while`, `loop`, closures, blocks and the fields of struct literals hold the same language. So do conditions
/// and heads, which move nothing that they compute with: `while (x * x - c).abs() > 1e-9 { … }`. Patterns are plain Rust.
///
/// ```
/// # use micrograd_core::{Value, grad};
/// let weights = [Value::new(1.0), Value::new(-2.0)];
/// let inputs = [0.5, 3.0];
/// grad! {
///     let mut sum: Value = 0;
///     for (w, x) in weights.iter().zip(&inputs) {
///         sum += w * x;
///     }
///     let out = if sum > 0.0 { sum } else { 0.1 * sum };
///     let penalty = weights.iter().map(|w| w ** 2).sum::<Value>();
/// }
/// assert_eq!((out.data(), penalty.data()), (-0.55, 5.0));
/// ```
///
/// # Numbers and powers
///
/// Number literals are `f64`, and arithmetic on numbers alone gives a number: `1/2 * x` is a half of `x`.
/// `**` has Python's rules. It associates to the right, binds tighter than a minus on its left, and takes
/// a minus on its right. An exponent is a number or a value; an integer literal is
/// [`powi`](crate::Value::powi), whose slope at 0 is right. `%` is Rust's remainder, with the sign of its left
/// operand; Python's is [`rem_euclid`](crate::Value::rem_euclid) for a positive divisor.
///
/// ```
/// # use micrograd_core::{Value, grad};
/// # let x = Value::new(2.0);
/// assert_eq!(grad! { -x ** 2 }, -4.0);
/// assert_eq!(grad! { x ** -1 }, 0.5);
/// assert_eq!(grad! { x ** 3 ** 2 }, 512.0);
/// assert_eq!(grad! { x ** x }, 4.0);
/// ```
///
/// # Integers and conditions
///
/// Where an integer belongs, arithmetic on integers alone is Rust's own: in an argument (`f(x, n - 1)`), in a closure's
/// body, in a condition, before `as`, as a remainder, and beside a written type (`let half: usize = n / 2;`). A result that
/// is no number of the type panics. Elsewhere `n / 2` is a real number: a counter takes `n += 1`, or `n = (n / 2) as usize`.
/// Comparisons, `&&`, `||` and `!` stand wherever a `bool` may, and move nothing.
///
/// ```
/// # use micrograd_core::{Value, grad};
/// fn legendre(x: &Value, n: usize) -> Value {
///     match n {
///         0 => Value::new(1.0),
///         1 => x.clone(),
///         // n·Pₙ = (2n − 1)·x·Pₙ₋₁ − (n − 1)·Pₙ₋₂
///         _ => grad! {
///             let [two, one] = [(2 * n - 1) as f64, (n - 1) as f64];
///             (two * x * legendre(x, n - 1) - one * legendre(x, n - 2)) / n as f64
///         },
///     }
/// }
/// assert_eq!(legendre(&Value::new(0.5), 2), -0.125);
/// ```
///
/// # What is plain Rust
///
/// Arithmetic in parentheses, tuples, arrays and the arguments of calls is `grad!`'s own. An argument
/// that is only a literal stays what Rust makes of it, as in `x.powi(-2)`, and a name alone is handed
/// over as Rust hands it over, except to methods that take operands, such as `x.max(y)`, which borrow
/// it. An `[index]`, a `{ block }` beside an operator and nested macros are plain Rust, and so is a closure, a `match`, a head or a
/// struct literal that holds what only Rust knows: `&`, `|`, `<<`, `>>`, a range, a number with a suffix. Arithmetic on what is
/// no number stands in a block: `if { end - start } > limit { … }`. Casts (`k as f64`) and `?` bind as in Rust.
///
/// # A step is no part of a graph
///
/// `w -= 0.01 * w.grad()` makes the weight the result of an operation, whose graph grows with each step and keeps all earlier
/// ones alive. Write `w.set_data(w.data() - 0.01 * w.grad())`, which changes the leaf, or take an optimiser. Arithmetic alone
/// cannot tell such a step from a program's own `w -= c`; [`is_leaf`](crate::Value::is_leaf) tells, and micrograd-nn's
/// `Module::zero_grad` panics.
///
/// # Angle brackets
///
/// `grad! { < let g = f/2.0 + 10.0/f; > }` is accepted. Rust delimits a macro call by `()`, `[]` or `{}` and rejects
/// `grad!< … >` before any macro runs, so that spelling works inside [`micrograd!`](crate::micrograd) only. Write
/// braces and not parentheses: in `grad!( … )` rustfmt turns `x**2` into `x * *2`, which is an error here.
///
/// # Mistakes
///
/// Each mistake is reported once, at its own tokens, together with what to type instead.
///
/// | written | said |
/// |---|---|
/// | `a ^ 2` | `^` is bitwise XOR in Rust, not a power: write `a ** 2` |
/// | `a * *2` | `* *` multiplies by a dereference: a power is `**` without a space |
/// | `a +`, `/ a` | `+` has no right-hand side; `/` has no left-hand side |
/// | `2 x` | missing operator before `x`: did you mean `2 * x`? |
/// | `a & b`, `a << b` | `&` has no gradient here: `grad!` knows `+ - * / % **` and unary `-` |
/// | `a + (a < b)` | a comparison gives a `bool`: compare in a condition, or in a `let` of its own |
/// | `vec![x ** 2]` | `**` is no power here: this part is plain Rust |
/// | `3u8`, `2.0f32` | numbers here are `f64`: drop the suffix |
/// | `9007199254740993` | this integer is not exactly representable as `f64` |
/// | `let g = a let h = b;` | missing `;` before this `let` |
/// | `let (p, q) = a + b;` | `let` with arithmetic binds one name at a time |
/// | `a + w` with an `i8`, a `Vec`, an `Option` | cannot take part in a `grad!` expression |
#[macro_export]
macro_rules! grad {
    ($($tokens:tt)*) => {
        $crate::__macro_support::grad_expand! { [$crate] $($tokens)* }
    };
}

/// Plain Rust in which `grad!< … >` may be written with angle brackets.
///
/// It takes items, statements, or statements with a value at their end, and changes nothing in them but `grad!< … >`,
/// at any depth. There a bare `>` closes, so a comparison with `>` needs parentheses, which is the rule of const
/// generic arguments too; arrows and the `<` and `>` of generic arguments do not count.
///
/// ```
/// use micrograd_core::{Value, micrograd};
///
/// micrograd! {
///     fn cube(x: &Value) -> Value {
///         grad!< x ** 3 >
///     }
/// }
///
/// let f = cube(&Value::new(2.0));
/// micrograd! {
///     grad!< let g = f/2.0 + 10.0/f; >
///     let h = grad!< if (g > f) { g } else { f } >;
/// }
/// assert_eq!(g, 5.25);
/// assert_eq!(h, 8.0);
/// ```
#[macro_export]
macro_rules! micrograd {
    ($($tokens:tt)*) => {
        $crate::__macro_support::micrograd_expand! { [$crate] $($tokens)* }
    };
}
