//! What can take part in a statement: numbers, and what points to a participant.

use super::{HasFunctions, OperandTerm, Whole};
use crate::sealed::Sealed;
use crate::tape::Tape;
use std::cell::{Ref, RefMut};
use std::rc::Rc;

/// What can take part in a statement of `grad!`.
///
/// `Open` is `()`. Where that is left to rustc, it does not ask a user for this trait as a bound.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take part in a `grad!` expression",
    label = "expected a `Value` or a number",
    note = "numbers are `f64`, `f32`, `i32`, `i64`, `u8`, `u32` and `usize`",
    note = "in a function over any number, the type is `T: Scalar`"
)]
pub trait Participant<Open = ()>: Sealed {
    /// What it is while its statement is evaluated.
    type Term: OperandTerm;

    /// The operand without references.
    type Itself: Participant<Term = Self::Term> + ?Sized;

    /// The operand without references.
    fn itself(&self) -> &Self::Itself;

    /// It, as a part of a statement; statements without values have no tape.
    fn term(&self, tape: Option<&Tape>) -> Self::Term;
}

#[diagnostic::do_not_recommend]
impl Participant for f64 {
    type Term = f64;
    type Itself = f64;

    #[inline]
    fn itself(&self) -> &f64 {
        self
    }

    #[inline(always)]
    fn term(&self, _: Option<&Tape>) -> f64 {
        *self
    }
}

impl HasFunctions for f64 {}

#[diagnostic::do_not_recommend]
impl Participant for i32 {
    type Term = i32;
    type Itself = i32;

    #[inline]
    fn itself(&self) -> &i32 {
        self
    }

    #[inline(always)]
    fn term(&self, _: Option<&Tape>) -> i32 {
        *self
    }
}

/// A number that takes part in arithmetic with values and dual numbers as `as f64` makes it: `f64`, `f32`, `i32`, `i64`, `u8`,
/// `u32`, `usize`.
///
/// It stands on the right of an operator, and anywhere in [`grad!`](macro@crate::grad). On the left of an operator Rust knows the type of
/// `2 * x` from the literal alone, so only `f64` and `i32` stand there. It cannot be implemented outside this crate.
///
/// A literal that meets nothing but values keeps an open type: after `let k = 0.5; let y = &x * k;` Rust does not know
/// which float `k.sqrt()` is meant for, and suggests `f32`. Write `let k = 0.5_f64;`. In [`grad!`](macro@crate::grad) it is an `f64`.
///
/// ```
/// use micrograd_core::Value;
/// let xs = [Value::new(2.0), Value::new(3.0)];
/// let mut sum = Value::new(0.0);
/// for (i, x) in xs.iter().enumerate() {
///     sum += x * i;
/// }
/// assert_eq!(sum, 3.0);
/// ```
pub trait PlainNumber: Sealed + Copy {
    /// The number as `as f64` makes it.
    #[doc(hidden)]
    fn number(self) -> f64;
}

macro_rules! plain_numbers {
    ($($Number:ty),*) => {$(
        impl PlainNumber for $Number {
            #[inline(always)]
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless)] // As the language does.
            fn number(self) -> f64 {
                self as f64
            }
        }
    )*};
}

plain_numbers! { f64, f32, i32, i64, u8, u32, usize }

/// Numbers that are others in a statement.
macro_rules! converted {
    ($($Number:ty as $Term:ty: $term:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Participant for $Number {
            type Term = $Term;
            type Itself = $Number;

            #[inline]
            fn itself(&self) -> &$Number {
                self
            }

            #[inline(always)]
            fn term(&self, _: Option<&Tape>) -> $Term {
                $term(self.number())
            }
        }
    )*};
}

converted! {
    usize as Whole: Whole;
    u8 as Whole: Whole;
    u32 as Whole: Whole;
    i64 as Whole: Whole;
    f32 as f64: f64::from;
}

/// What points to an operand takes part as what it points to. All of them are Rust's own: while the tape is taken, no code
/// of a user runs.
macro_rules! pointers {
    ($($reference:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Participant<Open> + ?Sized, Open> Participant<Open> for $reference {
            type Term = T::Term;
            type Itself = T::Itself;

            #[inline]
            fn itself(&self) -> &T::Itself {
                T::itself(self)
            }

            #[inline(always)]
            fn term(&self, tape: Option<&Tape>) -> T::Term {
                T::term(self, tape)
            }
        }

        impl<T: HasFunctions + ?Sized> HasFunctions for $reference {}

        #[diagnostic::do_not_recommend]
        impl<T: Sealed + ?Sized> Sealed for $reference {}
    )*};
}

pointers! { &T, &mut T, Box<T>, Rc<T>, Ref<'_, T>, RefMut<'_, T> }
