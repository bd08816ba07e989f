//! What may stand beside a value in arithmetic.

use crate::operations::{BinaryRow, ParametricRow, row};
use crate::tape::Caller;
use crate::value::Value;

/// What can take part in arithmetic with values: [`Value`], `f64`, `i32`, and references to them.
///
/// It is the bound on the operands of `grad!` and on the arguments of methods such as
/// [`Value::max`]. It cannot be implemented outside this crate.
///
/// ```
/// use micrograd_core::Value;
/// let x = Value::new(2.0);
/// let y = Value::new(3.0);
/// assert_eq!(x.max(&y), 3.0);
/// assert_eq!(x.max(2.5), 2.5);
/// assert_eq!(x.max(7), 7.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take part in a `grad!` expression",
    label = "expected a `Value` or a number",
    note = "numbers are `f64` or `i32`: write `f64::from(w)` or `w as f64`"
)]
pub trait Operand: sealed::Operand {
    /// The operand as a value: another handle of a value, or a new leaf that holds the number.
    ///
    /// ```
    /// use micrograd_core::{Operand, Value};
    /// let x = Value::new(2.0);
    /// (x.to_value() * 3).backward();
    /// assert_eq!(x.grad(), 3.0);
    /// assert_eq!(7.to_value(), 7.0);
    /// ```
    #[inline]
    #[track_caller]
    fn to_value(&self) -> Value {
        match self.view() {
            View::Value(value) => value.clone(),
            View::Number(c) => Value::new(c),
            View::Integer(n) => Value::new(f64::from(n)),
        }
    }

    /// What it becomes on its own: a `Value`, or `f64`.
    type Own;

    /// The operand without references.
    #[doc(hidden)]
    type Itself: Operand + ?Sized;

    #[doc(hidden)]
    fn itself(&self) -> &Self::Itself;

    /// What arithmetic with `R` gives: `f64` for two numbers, else a `Value`.
    type With<R: Operand + ?Sized>;

    #[doc(hidden)]
    fn view(&self) -> View<'_>;

    #[doc(hidden)]
    fn own(&self) -> Self::Own;

    /// `self op right`
    #[doc(hidden)]
    fn combine<R: Operand + ?Sized>(
        &self,
        op: Arithmetic,
        right: &R,
        caller: Caller,
    ) -> Self::With<R>;

    /// `left op self`
    #[doc(hidden)]
    fn combine_after_number(&self, op: Arithmetic, left: f64, caller: Caller) -> Self::Own;

    #[doc(hidden)]
    fn negate(&self, caller: Caller) -> Self::Own;
}

/// An operand seen from inside.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum View<'a> {
    Value(&'a Value),
    Number(f64),
    Integer(i32),
}

/// The operators that `grad!` knows.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    Add,
    Sub,
    Mul,
    Div,
    Pow,
}

/// `$call` with the row of the operator in the place of `$row`.
macro_rules! with_row {
    ($op:expr, |$row:ident| $call:expr) => {
        match $op {
            Arithmetic::Add => with_row!(@ $row, row::Add, $call),
            Arithmetic::Sub => with_row!(@ $row, row::Sub, $call),
            Arithmetic::Mul => with_row!(@ $row, row::Mul, $call),
            Arithmetic::Div => with_row!(@ $row, row::Div, $call),
            Arithmetic::Pow => with_row!(@ $row, row::Pow, $call),
        }
    };
    (@ $row:ident, $Row:path, $call:expr) => {{
        let $row = $Row;
        $call
    }};
}

impl Operand for Value {
    type Own = Value;
    type Itself = Value;
    type With<R: Operand + ?Sized> = Value;

    #[inline]
    fn itself(&self) -> &Value {
        self
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Value(self)
    }

    #[inline]
    fn own(&self) -> Value {
        self.clone()
    }

    #[inline]
    fn combine<R: Operand + ?Sized>(&self, op: Arithmetic, right: &R, caller: Caller) -> Value {
        match (op, right.view()) {
            (Arithmetic::Pow, View::Integer(n)) => self.parametric(row::Powi, f64::from(n), caller),
            (op, right) => with_row!(op, |row| self.binary_with(row, right, caller)),
        }
    }

    #[inline]
    fn combine_after_number(&self, op: Arithmetic, left: f64, caller: Caller) -> Value {
        with_row!(op, |row| Value::binary_of_number(row, left, self, caller))
    }

    #[inline]
    fn negate(&self, caller: Caller) -> Value {
        self.unary(row::Neg, caller)
    }
}

/// The parts that `f64` and `i32` share.
macro_rules! number {
    () => {
        type Own = f64;
        type Itself = Self;
        type With<R: Operand + ?Sized> = R::Own;

        #[inline]
        fn itself(&self) -> &Self {
            self
        }

        #[inline]
        fn own(&self) -> f64 {
            f64::from(*self)
        }

        #[inline]
        fn combine<R: Operand + ?Sized>(
            &self,
            op: Arithmetic,
            right: &R,
            caller: Caller,
        ) -> R::Own {
            right.combine_after_number(op, f64::from(*self), caller)
        }

        #[inline]
        fn negate(&self, _: Caller) -> f64 {
            -f64::from(*self)
        }
    };
}

#[inline]
fn value<R: BinaryRow>(_: R, left: f64, right: f64) -> f64 {
    R::value(left, right)
}

impl Operand for f64 {
    number! {}

    #[inline]
    fn view(&self) -> View<'_> {
        View::Number(*self)
    }

    #[inline]
    fn combine_after_number(&self, op: Arithmetic, left: f64, _: Caller) -> f64 {
        with_row!(op, |row| value(row, left, *self))
    }
}

impl Operand for i32 {
    number! {}

    #[inline]
    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }

    #[inline]
    fn combine_after_number(&self, op: Arithmetic, left: f64, caller: Caller) -> f64 {
        match op {
            Arithmetic::Pow => row::Powi::value(left, f64::from(*self)),
            _ => f64::from(*self).combine_after_number(op, left, caller),
        }
    }
}

/// A reference takes part as what it points to.
macro_rules! reference {
    ($($reference:ty),*) => {$(
        impl<T: Operand + ?Sized> Operand for $reference {
            type Own = T::Own;
            type Itself = T::Itself;
            type With<R: Operand + ?Sized> = T::With<R>;

            #[inline]
            fn itself(&self) -> &T::Itself {
                T::itself(self)
            }

            #[inline]
            fn view(&self) -> View<'_> {
                T::view(self)
            }

            #[inline]
            fn own(&self) -> T::Own {
                T::own(self)
            }

            #[inline]
            fn combine<R: Operand + ?Sized>(
                &self,
                op: Arithmetic,
                right: &R,
                caller: Caller,
            ) -> T::With<R> {
                T::combine(self, op, right, caller)
            }

            #[inline]
            fn combine_after_number(&self, op: Arithmetic, left: f64, caller: Caller) -> T::Own {
                T::combine_after_number(self, op, left, caller)
            }

            #[inline]
            fn negate(&self, caller: Caller) -> T::Own {
                T::negate(self, caller)
            }
        }
    )*};
}

reference! { &T, &mut T }

mod sealed {
    pub trait Operand {}
    impl Operand for super::Value {}
    impl Operand for f64 {}
    impl Operand for i32 {}
    impl<T: Operand + ?Sized> Operand for &T {}
    impl<T: Operand + ?Sized> Operand for &mut T {}
}
