//! ẏ = Σ ∂y/∂xᵢ·ẋᵢ, in all directions at once, for each shape of operation. Values and partials are
//! the rows' own.

use super::Dual;
use crate::operations::{BinaryRow, ParametricRow, TernaryRow, UnaryRow};
use std::array;

impl<const N: usize, B> Dual<N, B> {
    #[inline(always)]
    pub(super) fn unary<R: UnaryRow>(&self, _: R) -> Self {
        let y = R::value(self.data);
        Dual::with_tangents(y, along(R::slope(self.data, y), &self.tangents))
    }

    #[inline(always)]
    pub(super) fn parametric<R: ParametricRow>(&self, _: R, c: f64) -> Self {
        let y = R::value(self.data, c);
        Dual::with_tangents(y, along(R::slope(self.data, c, y), &self.tangents))
    }

    #[inline(always)]
    pub(super) fn binary<R: BinaryRow>(&self, _: R, other: &Self) -> Self {
        let (a, b) = (self.data, other.data);
        let y = R::value(a, b);
        let left = R::left_partial(a, b, y);
        let right = R::right_partial(a, b, y);
        Dual::with_tangents(
            y,
            along_both([left, right], [&self.tangents, &other.tangents]),
        )
    }

    #[inline(always)]
    pub(super) fn binary_with_number<R: BinaryRow>(&self, _: R, c: f64) -> Self {
        let y = R::value(self.data, c);
        Dual::with_tangents(y, along(R::left_partial(self.data, c, y), &self.tangents))
    }

    #[inline(always)]
    pub(super) fn binary_of_number<R: BinaryRow>(_: R, c: f64, other: &Self) -> Self {
        let y = R::value(c, other.data);
        let partial = R::right_partial(c, other.data, y);
        Dual::with_tangents(y, along(partial, &other.tangents))
    }

    #[inline(always)]
    pub(super) fn ternary<R: TernaryRow>(_: R, [a, b, c]: [&Self; 3]) -> Self {
        let y = R::value(a.data, b.data, c.data);
        let [first, second, third] = R::partials(a.data, b.data, c.data);
        let tangents = along_both([first, second], [&a.tangents, &b.tangents]);
        Dual::with_tangents(y, along_both([1.0, third], [&tangents, &c.tangents]))
    }
}

/// ∂y/∂x·ẋ
#[inline(always)]
pub(crate) fn along<const N: usize>(partial: f64, tangents: &[f64; N]) -> [f64; N] {
    if is_regular(partial) {
        array::from_fn(|k| partial * tangents[k])
    } else {
        along_irregular(partial, tangents)
    }
}

/// ∂y/∂a·ȧ + ∂y/∂b·ḃ
#[inline(always)]
pub(crate) fn along_both<const N: usize>(
    [left, right]: [f64; 2],
    [a, b]: [&[f64; N]; 2],
) -> [f64; N] {
    // One test for both: a product that underflows or overflows only takes the longer way.
    if is_regular(left * right) {
        array::from_fn(|k| left * a[k] + right * b[k])
    } else {
        let (a, b) = (along(left, a), along(right, b));
        array::from_fn(|k| a[k] + b[k])
    }
}

/// Whether every tangent may simply be multiplied by it: neither 0, nor infinite, nor NaN.
#[inline(always)]
fn is_regular(partial: f64) -> bool {
    let size = partial.abs();
    size > 0.0 && size < f64::INFINITY
}

/// 0·∞ counts as 0, whichever of the two is the tangent.
#[inline(never)]
fn along_irregular<const N: usize>(partial: f64, tangents: &[f64; N]) -> [f64; N] {
    let passes_infinity = partial != 0.0;
    array::from_fn(|k| {
        let tangent = tangents[k];
        let passes = tangent != 0.0 && (passes_infinity || tangent.is_nan());
        if passes { partial * tangent } else { 0.0 }
    })
}
