//! The operators of `grad!` on integers: a result that is no integer of the type panics, in release builds as well.

use super::{Integer, Update};
use crate::operations::row;

/// Arithmetic on integers; each call stands at its operator.
pub trait IntegerArithmetic: Integer {
    /// The number of a literal.
    #[must_use]
    #[track_caller]
    fn number(literal: i32) -> Self {
        match Self::literal(literal) {
            Some(number) => number,
            None => panic!("{literal} is no `{}`", Self::NAME),
        }
    }

    /// −x
    #[must_use]
    #[track_caller]
    fn neg(self) -> Self {
        match Self::ZERO.sub(self) {
            Some(result) => result,
            None => panic!("-{self}: the result is no `{}`", Self::NAME),
        }
    }

    /// x ** n
    #[must_use]
    #[track_caller]
    fn powi(self, exponent: u32) -> Self {
        match Integer::pow(self, exponent) {
            Some(result) => result,
            None => panic!("{self} ** {exponent}: the result is no `{}`", Self::NAME),
        }
    }

    /// x + y
    #[must_use]
    #[track_caller]
    fn plus(self, other: Self) -> Self {
        result::<row::Add, Self>(self, other)
    }

    /// x - y
    #[must_use]
    #[track_caller]
    fn minus(self, other: Self) -> Self {
        result::<row::Sub, Self>(self, other)
    }

    /// x * y
    #[must_use]
    #[track_caller]
    fn times(self, other: Self) -> Self {
        result::<row::Mul, Self>(self, other)
    }

    /// x / y
    #[must_use]
    #[track_caller]
    fn over(self, other: Self) -> Self {
        result::<row::Div, Self>(self, other)
    }

    /// x % y
    #[must_use]
    #[track_caller]
    fn modulo(self, other: Self) -> Self {
        result::<row::Rem, Self>(self, other)
    }
}

impl<I: Integer> IntegerArithmetic for I {}

#[track_caller]
fn result<O: Update, I: Integer>(left: I, right: I) -> I {
    match O::integer(left, right, None) {
        Some(result) => result,
        None => panic!(
            "{left} {sign} {right}: the result is no `{Integer}`",
            sign = O::SIGN,
            Integer = I::NAME,
        ),
    }
}
