//! The products of the chain rule, slope · adjoint and slope · tangent, and their rule at singular points:
//! *0·∞ counts as 0*. A factor of 0 passes nothing, whether the other one is infinite or NaN. All else
//! follows IEEE 754.
//!
//! So the product of the slopes along a path is the same in whichever order a mode multiplies them. The rule
//! costs nothing where numbers are regular: only a product that came out as NaN is looked at again.

use super::{BinaryRow, PartialsAre};

/// slope·d, where d is an adjoint or a tangent.
#[inline(always)]
pub(crate) fn times(slope: f64, d: f64) -> f64 {
    let product = slope * d;
    if product.is_nan() {
        zero_or_nan(slope, d)
    } else {
        product
    }
}

#[cold]
#[inline(never)]
fn zero_or_nan(slope: f64, d: f64) -> f64 {
    if slope == 0.0 || d == 0.0 {
        0.0
    } else {
        f64::NAN
    }
}

/// Whether slope·d is the constant 0 by the rule, where IEEE 754 has NaN.
#[inline(always)]
pub(crate) fn counts_as_0(slope: f64, d: f64) -> bool {
    (slope * d).is_nan() && (slope == 0.0 || d == 0.0)
}

/// Whether a factor is neither 0, nor infinite, nor NaN: then the rule has no say.
#[inline(always)]
pub(crate) fn is_regular(factor: f64) -> bool {
    const INFINITE: u64 = f64::INFINITY.to_bits() << 1;
    // As an integer without its sign, in which 0 becomes the largest one: a single comparison.
    (factor.to_bits() << 1).wrapping_sub(1) < INFINITE - 1
}

/// Whether a partial is a quotient, 1/b or −y/b, that has become infinite: times d it may be finite.
#[inline(always)]
pub(crate) fn is_overflown<R: BinaryRow>(partial: f64) -> bool {
    matches!(R::PARTIALS, PartialsAre::Quotients) && partial.is_infinite()
}

/// (numerator/denominator)·d where the quotient is infinite.
#[cold]
#[inline(never)]
pub(crate) fn quotient_times(numerator: f64, denominator: f64, d: f64) -> f64 {
    if d == 0.0 {
        0.0
    } else {
        numerator * d / denominator
    }
}
