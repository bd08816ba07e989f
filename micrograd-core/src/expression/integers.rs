//! Arithmetic where integers belong, as in `f(x, n - 1)`: on integers alone it is Rust's own, on anything else it is a
//! statement of `grad!`.
//!
//! Which of the two it is depends on the types of the operands, which a macro does not know. Rust's lookup of methods
//! decides it.

use super::{Arithmetic, CallSite, Computed, Integer, OperandList, Participant, Together};
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

    /// The result.
    #[inline(always)]
    #[track_caller]
    pub fn expression<S: IntegerFormula, Os: OnlyIntegers>(
        self,
        _: &'static Site,
        operands: Os,
    ) -> Os::Integer {
        let mut numbers = [Os::Integer::ZERO; super::MOST_OPERANDS];
        operands.read(&mut numbers);
        S::integers(&numbers[..Os::COUNT])
    }
}

impl AsFormula {
    /// An operand.
    #[inline(always)]
    pub fn operand<X: Participant<Itself = T> + ?Sized, T: ?Sized>(self, operand: &X) -> &T {
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
pub trait IsInteger {
    /// Its type.
    type Integer: Integer;

    /// The number.
    fn integer(&self) -> Self::Integer;
}

macro_rules! integers {
    ($($Integer:ty),*) => {$(
        impl IsInteger for $Integer {
            type Integer = $Integer;

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

            #[inline(always)]
            fn integer(&self) -> X::Integer {
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

impl<I: Integer, X: IsInteger<Integer = I> + ?Sized, Rest: IntegerList<I>> IntegerList<I>
    for (&X, Rest)
{
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
