//! What a problem needs of a number, so that it is written once for `f64` and for every peer.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number that can be copied: `f64`, or a variable on a tape.
pub(crate) trait Scalar:
    Copy
    + Neg<Output = Self>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// A constant on the tape of `self`.
    fn constant(self, number: f64) -> Self;
    fn value(self) -> f64;
    fn exp(self) -> Self;
    fn ln(self) -> Self;
    fn sqrt(self) -> Self;
    fn abs(self) -> Self;
    /// max(0, x)
    fn relu(self) -> Self;
}

/// What may stand on the left of an `N`: it is the bound on `f64`.
pub(crate) trait LeftOf<N>:
    Add<N, Output = N> + Sub<N, Output = N> + Mul<N, Output = N> + Div<N, Output = N>
{
}

impl<N, T> LeftOf<N> for T where
    T: Add<N, Output = N> + Sub<N, Output = N> + Mul<N, Output = N> + Div<N, Output = N>
{
}

impl Scalar for f64 {
    fn constant(self, number: f64) -> f64 {
        number
    }

    fn value(self) -> f64 {
        self
    }

    fn exp(self) -> f64 {
        f64::exp(self)
    }

    fn ln(self) -> f64 {
        f64::ln(self)
    }

    fn sqrt(self) -> f64 {
        f64::sqrt(self)
    }

    fn abs(self) -> f64 {
        f64::abs(self)
    }

    fn relu(self) -> f64 {
        self.max(0.0)
    }
}
