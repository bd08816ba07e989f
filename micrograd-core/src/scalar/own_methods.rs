//! `Value` and `Dual` as `Scalar`s: by their own methods.

use super::{Scalar, ScalarOperand};
use crate::dual::Dual;
use crate::exponent::Exponent;
use crate::operations::{
    scalar_functions_of_one, scalar_functions_of_two, scalar_functions_with_number,
    scalar_functions_with_whole_number,
};
use crate::scalar_operand::Seen;
use crate::value::Value;

macro_rules! of_one {
    ($($name:ident $Row:ident $formula:literal $x:expr => $y:expr;)*) => {$(
        #[inline]
        #[track_caller]
        fn $name(&self) -> Self {
            Self::$name(self)
        }
    )*};
}

macro_rules! with_number {
    ($($name:ident($c:ident) $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        #[track_caller]
        fn $name(&self, $c: f64) -> Self {
            Self::$name(self, $c)
        }
    )*};
}

macro_rules! with_whole_number {
    ($($name:ident $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        #[track_caller]
        fn $name(&self, n: u32) -> Self {
            Self::$name(self, n)
        }
    )*};
}

macro_rules! of_two {
    ($($name:ident($other:ident) $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        #[track_caller]
        fn $name(&self, $other: impl ScalarOperand<Self>) -> Self {
            match $other.seen() {
                Seen::Scalar($other) => Self::$name(self, $other),
                Seen::Number(c) => Self::$name(self, c),
            }
        }
    )*};
}

/// An inherent method comes before the trait's in Rust's lookup, so `Self::exp` is the type's own.
macro_rules! by_own_methods {
    () => {
        #[inline]
        fn data(&self) -> f64 {
            Self::data(self)
        }

        #[inline]
        #[track_caller]
        fn detach(&self) -> Self {
            Self::detach(self)
        }

        scalar_functions_of_one! { of_one }
        scalar_functions_with_number! { with_number }
        scalar_functions_with_whole_number! { with_whole_number }
        scalar_functions_of_two! { of_two }

        #[inline]
        #[track_caller]
        fn sin_cos(&self) -> (Self, Self) {
            Self::sin_cos(self)
        }

        #[inline]
        #[track_caller]
        fn powi(&self, n: i32) -> Self {
            Self::powi(self, n)
        }

        #[inline]
        #[track_caller]
        fn powf(&self, exponent: impl Exponent) -> Self {
            Self::powf(self, exponent)
        }

        #[inline]
        #[track_caller]
        fn clamp(&self, low: f64, high: f64) -> Self {
            Self::clamp(self, low, high)
        }

        #[inline]
        #[track_caller]
        fn mul_add(
            &self,
            factor: impl ScalarOperand<Self>,
            term: impl ScalarOperand<Self>,
        ) -> Self {
            match (factor.seen(), term.seen()) {
                (Seen::Scalar(factor), Seen::Scalar(term)) => Self::mul_add(self, factor, term),
                (Seen::Scalar(factor), Seen::Number(term)) => Self::mul_add(self, factor, term),
                (Seen::Number(factor), Seen::Scalar(term)) => Self::mul_add(self, factor, term),
                (Seen::Number(factor), Seen::Number(term)) => Self::mul_add(self, factor, term),
            }
        }
    };
}

impl Scalar for Value {
    by_own_methods! {}
}

impl<const N: usize, B> Scalar for Dual<N, B> {
    by_own_methods! {}
}
