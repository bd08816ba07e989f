//! `f64` as a `Scalar`: the table's values, without derivatives.

use super::{Scalar, ScalarOperand};
use crate::exponent::Exponent;
use crate::operations::{
    BinaryRow, ParametricRow, TernaryRow, UnaryRow, row, scalar_functions_of_one,
    scalar_functions_of_two, scalar_functions_with_number, scalar_functions_with_whole_number,
};
use crate::scalar_operand::Seen;

macro_rules! of_one {
    ($($name:ident $Row:ident $formula:literal $x:expr => $y:expr;)*) => {$(
        #[inline]
        fn $name(&self) -> f64 {
            row::$Row::value(*self)
        }
    )*};
}

macro_rules! with_number {
    ($($name:ident($c:ident) $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        fn $name(&self, $c: f64) -> f64 {
            row::$Row::value(*self, $c)
        }
    )*};
}

macro_rules! with_whole_number {
    ($($name:ident $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        fn $name(&self, n: u32) -> f64 {
            row::$Row::value(*self, f64::from(n))
        }
    )*};
}

macro_rules! of_two {
    ($($name:ident($other:ident) $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        fn $name(&self, $other: impl ScalarOperand<f64>) -> f64 {
            row::$Row::value(*self, number(&$other))
        }
    )*};
}

impl Scalar for f64 {
    #[inline]
    fn data(&self) -> f64 {
        *self
    }

    #[inline]
    fn detach(&self) -> f64 {
        *self
    }

    scalar_functions_of_one! { of_one }
    scalar_functions_with_number! { with_number }
    scalar_functions_with_whole_number! { with_whole_number }
    scalar_functions_of_two! { of_two }

    #[inline]
    fn powi(&self, n: i32) -> f64 {
        row::Powi::value(*self, f64::from(n))
    }

    #[inline]
    fn powf(&self, exponent: impl Exponent) -> f64 {
        row::Pow::value(*self, exponent.exponent())
    }

    #[inline]
    #[track_caller]
    fn clamp(&self, low: f64, high: f64) -> f64 {
        crate::argument_checks::ordered_ends(low, high);
        row::ClampHigh::value(row::ClampLow::value(*self, low), high)
    }

    #[inline]
    fn mul_add(&self, factor: impl ScalarOperand<f64>, term: impl ScalarOperand<f64>) -> f64 {
        row::MulAdd::value(*self, number(&factor), number(&term))
    }
}

#[inline]
fn number(operand: &impl ScalarOperand<f64>) -> f64 {
    match operand.seen() {
        Seen::Scalar(&c) | Seen::Number(c) => c,
    }
}
