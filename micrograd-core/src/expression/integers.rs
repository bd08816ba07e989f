//! Arithmetic where integers belong, as in `f(x, n - 1)`. On integers alone it is Rust's own; on anything else it is a
//! statement of `grad!`.
//!
//! The types of the operands decide. A macro does not know them, but Rust's lookup of methods does.

use super::{
    Accepted, Arithmetic, CallSite, Computed, Integer, OperandList, Participant, Together,
};
use crate::tape::{Expanded, Site};
use std::panic::Location;

/// The arithmetic of a formula on integers.
pub trait IntegerFormula {
    /// The result.
    #[track_caller]
    fn integers<I: Integer>(x: &[I]) -> I;
}

/// Asks for the types of operands: `(&&Integers(&(&n, (&m, ())))).way()`.
#[derive(Debug)]
pub struct Integers<'a, Os>(pub &'a Os);

/// The way for integers, which comes first in the lookup.
pub trait WayOfIntegers {
    /// The arithmetic is Rust's own.
    fn way(&self) -> AsIntegers;
}

impl<Os: OnlyIntegers> WayOfIntegers for &Integers<'_, Os> {
    #[inline(always)]
    fn way(&self) -> AsIntegers {
        AsIntegers
    }
}

/// The way for all else.
pub trait WayOfFormulas {
    /// The arithmetic is a statement of `grad!`.
    fn way(&self) -> AsFormula;
}

impl<Os> WayOfFormulas for Integers<'_, Os> {
    #[inline(always)]
    fn way(&self) -> AsFormula {
        AsFormula
    }
}

/// The arithmetic is Rust's own.
#[derive(Clone, Copy, Debug)]
pub struct AsIntegers;

/// The arithmetic is a statement of `grad!`.
#[derive(Clone, Copy, Debug)]
pub struct AsFormula;

impl AsIntegers {
    /// An operand.
    #[inline(always)]
    pub fn operand<X: ?Sized>(self, operand: &X) -> &X {
        operand
    }

    /// The result. It has the type of the operands, so that what is expected of it decides that of a literal:
    /// after `let n = 3;`, n is a `usize` in `f(n - 1)` if f takes one.
    #[inline(always)]
    #[track_caller]
    pub fn expression<S: IntegerFormula, I: Integer>(
        self,
        _: &'static Site,
        operands: impl IntegerList<I>,
    ) -> I {
        read_and_computed::<S, I, _>(operands)
    }
}

#[inline(always)]
#[track_caller]
fn read_and_computed<S: IntegerFormula, I: Integer, Os: IntegerList<I>>(operands: Os) -> I {
    let mut numbers = [I::ZERO; super::MOST_OPERANDS];
    operands.read(&mut numbers);
    S::integers(&numbers[..Os::COUNT])
}

impl AsFormula {
    /// An operand, of which is asked what `macro_support::operand` asks.
    #[inline(always)]
    pub fn operand<X, T, Open>(self, operand: &X) -> &T
    where
        X: Participant<Open, Itself = T> + ?Sized,
        T: Participant<Term: Accepted> + ?Sized,
    {
        operand.itself()
    }

    /// The result.
    #[inline(always)]
    #[track_caller]
    pub fn expression<S: Expanded<Arithmetic: Arithmetic>, Os: OperandList<Terms: Together>>(
        self,
        site: &'static Site,
        operands: Os,
    ) -> <Os::Terms as Together>::Computed {
        let at = CallSite::new(site, S::Arithmetic::here(site), Location::caller());
        <Os::Terms as Together>::Computed::of::<S::Arithmetic, Os>(operands, at)
    }
}

/// An integer, or a reference to one.
pub trait IsInteger: IsIntegerOf<Self::Integer> {
    /// Its type.
    type Integer: Integer;
}

/// An integer of a type, or a reference to one.
pub trait IsIntegerOf<I> {
    /// The number.
    fn integer(&self) -> I;
}

macro_rules! integers {
    ($($Integer:ty),*) => {$(
        impl IsInteger for $Integer {
            type Integer = $Integer;
        }

        impl IsIntegerOf<$Integer> for $Integer {
            #[inline(always)]
            fn integer(&self) -> $Integer {
                *self
            }
        }
    )*};
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }

macro_rules! references {
    ($($Reference:ty),*) => {$(
        impl<X: IsInteger + ?Sized> IsInteger for $Reference {
            type Integer = X::Integer;
        }

        impl<I, X: IsIntegerOf<I> + ?Sized> IsIntegerOf<I> for $Reference {
            #[inline(always)]
            fn integer(&self) -> I {
                X::integer(self)
            }
        }
    )*};
}

references! { &X, &mut X }

/// Integers of one type: `(&n, (&m, ()))`.
pub trait IntegerList<I: Integer> {
    /// How many.
    const COUNT: usize;

    /// Writes them.
    fn read(self, numbers: &mut [I]);
}

impl<I: Integer> IntegerList<I> for () {
    const COUNT: usize = 0;

    #[inline(always)]
    fn read(self, _: &mut [I]) {}
}

impl<I: Integer, X: IsIntegerOf<I> + ?Sized, Rest: IntegerList<I>> IntegerList<I> for (&X, Rest) {
    const COUNT: usize = 1 + Rest::COUNT;

    #[inline(always)]
    fn read(self, numbers: &mut [I]) {
        numbers[0] = self.0.integer();
        self.1.read(&mut numbers[1..]);
    }
}

/// At least one integer, and others of its type.
#[diagnostic::on_unimplemented(
    message = "the types of the operands are not known here",
    label = "this was taken for arithmetic on integers",
    note = "give the parameter of the closure a type: `|x: &Value| …`"
)]
pub trait OnlyIntegers: IntegerList<Self::Integer> {
    /// Their type.
    type Integer: Integer;
}

impl<X: IsInteger + ?Sized, Rest: IntegerList<X::Integer>> OnlyIntegers for (&X, Rest) {
    type Integer = X::Integer;
}
