//! What `#[differentiable]` says about what it cannot differentiate: every message stands here, once.

use proc_macro2::Span;

/// A reason why there is no derivative.
#[derive(Clone)]
pub(super) enum Refusal {
    NoActiveParameter,
    NoResult,
    ResultWithoutNumbers,
    SinglePrecision,
    Method,
    TypeParameter,
    AsyncOrUnsafe,
    ParameterPattern,
    MutableParameter,
    UnknownOption,
    OwnDerivativeOfList,
    JvpWithoutVjp,
    /// `?` where the result is a number: rustc says it.
    QuestionMark,
    BreakWithValue,
    UnknownLabel,
    ExitInValue,
    Conditional,
    ReturnInLoop,
    UnknownMethod {
        name: String,
    },
    WithoutSlope {
        name: String,
    },
    CastToInteger {
        to: String,
    },
    Closure,
    ElementInOption {
        name: String,
    },
    IteratorChain {
        name: String,
    },
    Macro,
    ActiveInPlain,
    MutableAlias,
    Swap,
    Target,
    Pattern,
    Sequence,
    ActiveCondition,
    Remainder,
    NotANumber,
}

impl Refusal {
    pub(super) fn at(self, span: Span) -> Refused {
        Refused {
            span,
            refusal: self,
        }
    }

    /// None where rustc has a message of its own.
    fn message(&self) -> Option<String> {
        Some(match self {
            Refusal::QuestionMark => return None,
            Refusal::NoActiveParameter => "there is nothing to differentiate with respect to: no parameter is a float\n\
                help: parameters of the types `f64`, `&[f64]`, `[f64; N]`, `&[f64; N]` and `Vec<f64>` are active, unless they are marked `#[constant]`".into(),
            Refusal::NoResult => "there is nothing to differentiate: the function has no result\n\
                help: return an `f64`, an `[f64; N]`, a `Vec<f64>` or a tuple of them, or fill a `&mut [f64]`".into(),
            Refusal::ResultWithoutNumbers => "this result cannot be differentiated\n\
                help: return an `f64`, an `[f64; N]`, a `Vec<f64>` or a tuple of them".into(),
            Refusal::SinglePrecision => "numbers are `f64` here\n\
                help: write `f64`, or mark this parameter `#[constant]`".into(),
            Refusal::Method => "`#[differentiable]` differentiates functions, not methods\n\
                help: write a function beside the `impl` that takes the numbers of `self` as parameters, and call it from the method".into(),
            Refusal::TypeParameter => "`#[differentiable]` differentiates functions over `f64`, not over a type parameter\n\
                help: write `f64`; lifetimes and constants may be generic".into(),
            Refusal::AsyncOrUnsafe => "`#[differentiable]` differentiates ordinary functions, not `async`, `unsafe` or `extern` ones".into(),
            Refusal::ParameterPattern => "a parameter is a name here\n\
                help: take it apart by a `let` in the function".into(),
            Refusal::MutableParameter => "a `&mut` parameter cannot be differentiated\n\
                help: return what the function computes; a function without a result may fill lists: `&mut [f64]`, `&mut [f64; N]`, `&mut Vec<f64>`".into(),
            Refusal::UnknownOption => "`#[differentiable]` knows the options `reorder`, `vjp = function`, `jvp = function` and `crate = path`".into(),
            Refusal::OwnDerivativeOfList => "a function with `vjp = function` has one number as its result".into(),
            Refusal::JvpWithoutVjp => "`jvp = function` needs a `vjp = function` beside it".into(),
            Refusal::BreakWithValue => "a `break` with a value cannot be differentiated\n\
                help: assign the value to a variable before the `break`".into(),
            Refusal::ExitInValue => "an exit inside of a value cannot be differentiated\n\
                help: write it as a statement of its own, before the value".into(),
            Refusal::Conditional => "`#[cfg]` cannot be followed here\n\
                help: write `if cfg!(…)`, or two functions".into(),
            Refusal::UnknownLabel => "no loop around this has that label".into(),
            Refusal::ReturnInLoop => "an early `return` inside of a loop returns a number here, not a list or a tuple\n\
                help: assign the result to variables, and `break`".into(),
            Refusal::UnknownMethod { name } => format!("no derivative is known of `{name}`\n\
                help: the functions of `Scalar` can be differentiated; of one of your own, write a function with `#[differentiable]` and call it"),
            Refusal::WithoutSlope { name } => format!("`{name}` is a step: its derivative is 0 or does not exist\n\
                help: compute it from a parameter marked `#[constant]`"),
            Refusal::CastToInteger { to } => format!("`as {to}` loses the derivative of this number\n\
                help: compute it from a parameter marked `#[constant]`"),
            Refusal::Closure => "a closure over active numbers cannot be differentiated\n\
                help: write a `for` loop, or a function with `#[differentiable]`".into(),
            Refusal::ElementInOption { name } => format!("`{name}` gives an active number in an `Option`, which cannot be differentiated\n\
                help: use the element by its index, as in `x[0]` or `x[x.len() - 1]`"),
            Refusal::IteratorChain { name } => format!("`{name}` on active numbers cannot be differentiated\n\
                help: write a `for` loop, such as `for x in xs {{ sum += x; }}`"),
            Refusal::Macro => "a macro that uses active numbers cannot be differentiated\n\
                help: move it out of the function".into(),
            Refusal::ActiveInPlain => "an active number is used here where its derivative would be lost\n\
                help: compute this from a parameter marked `#[constant]`".into(),
            Refusal::MutableAlias => "a `&mut` to active numbers cannot be differentiated\n\
                help: write to the elements by their index, as in `a[i] = …`".into(),
            Refusal::Swap => "swapping active numbers cannot be differentiated\n\
                help: assign through a third variable, as in `let t = a; a = b; b = t;`".into(),
            Refusal::Target => "this cannot be assigned to here\n\
                help: assign to a variable or to an element, as in `a[i] = …`".into(),
            Refusal::Pattern => "active numbers cannot be taken apart by this pattern\n\
                help: bind the whole, and use its elements by their index".into(),
            Refusal::Sequence => "a loop over active numbers runs over a range, or over the elements of a list: `iter`, `zip`, `enumerate`, `chunks`, `windows`, `rev`, `skip`, `take`, `step_by`\n\
                help: loop over indices, as in `for i in 0..x.len()`".into(),
            Refusal::ActiveCondition => "this condition loses the derivative of what it binds\n\
                help: compare numbers by `<`, `>` and their like".into(),
            Refusal::Remainder => "no derivative is known of this operator\n\
                help: `+ - * /` and `**` can be differentiated, and `a.rem_euclid(b)`".into(),
            Refusal::NotANumber => "a number is expected here\n\
                help: bind the parts of a list or a tuple by `let`, and use them one by one".into(),
        })
    }
}

#[derive(Clone)]
pub(super) struct Refused {
    span: Span,
    refusal: Refusal,
}

impl Refused {
    pub(super) fn into_error(self) -> Option<syn::Error> {
        let message = self.refusal.message()?;
        Some(syn::Error::new(self.span, message))
    }
}
