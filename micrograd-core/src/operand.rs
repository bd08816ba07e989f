//! What may stand beside a value in arithmetic.

use crate::expression::{Recorder, Term};
use crate::operations::Op;
use crate::tape::Recorded;
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
    #[track_caller]
    fn to_value(&self) -> Value;

    /// What it is while its expression is recorded.
    #[doc(hidden)]
    type Term: Term;

    /// The operand without references.
    #[doc(hidden)]
    type Itself: Operand + ?Sized;

    #[doc(hidden)]
    fn itself(&self) -> &Self::Itself;

    #[doc(hidden)]
    fn term(&self, recorder: &mut Recorder<'_>) -> Self::Term;
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

impl Arithmetic {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Arithmetic::Add => Op::Add,
            Arithmetic::Sub => Op::Sub,
            Arithmetic::Mul => Op::Mul,
            Arithmetic::Div => Op::Div,
            Arithmetic::Pow => Op::Pow,
        }
        .symbol()
    }
}

impl Operand for Value {
    type Term = Recorded;
    type Itself = Value;

    #[inline]
    fn to_value(&self) -> Value {
        self.clone()
    }

    #[inline]
    fn itself(&self) -> &Value {
        self
    }

    #[inline(always)]
    fn term(&self, recorder: &mut Recorder<'_>) -> Recorded {
        recorder.tape().recorded(self.slot())
    }
}

impl Operand for f64 {
    type Term = f64;
    type Itself = f64;

    #[inline]
    #[track_caller]
    fn to_value(&self) -> Value {
        Value::new(*self)
    }

    #[inline]
    fn itself(&self) -> &f64 {
        self
    }

    #[inline(always)]
    fn term(&self, _: &mut Recorder<'_>) -> f64 {
        *self
    }
}

impl Operand for i32 {
    type Term = i32;
    type Itself = i32;

    #[inline]
    #[track_caller]
    fn to_value(&self) -> Value {
        Value::new(f64::from(*self))
    }

    #[inline]
    fn itself(&self) -> &i32 {
        self
    }

    #[inline(always)]
    fn term(&self, _: &mut Recorder<'_>) -> i32 {
        *self
    }
}

/// A reference takes part as what it points to.
macro_rules! reference {
    ($($reference:ty),*) => {$(
        impl<T: Operand + ?Sized> Operand for $reference {
            type Term = T::Term;
            type Itself = T::Itself;

            #[inline]
            #[track_caller]
            fn to_value(&self) -> Value {
                T::to_value(self)
            }

            #[inline]
            fn itself(&self) -> &T::Itself {
                T::itself(self)
            }

            #[inline(always)]
            fn term(&self, recorder: &mut Recorder<'_>) -> T::Term {
                T::term(self, recorder)
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
