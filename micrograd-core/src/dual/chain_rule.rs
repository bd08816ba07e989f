//! ẏ = Σ ∂y/∂xᵢ·ẋᵢ, in all directions at once, for each shape of operation. Values and partials are
//! the rows' own.

use super::Dual;
use crate::operations::{
    BinaryRow, ParametricRow, TernaryRow, UnaryRow, is_regular, left_product, right_product, times,
};
use std::array;

impl<const N: usize, B> Dual<N, B> {
    #[inline(always)]
    pub(crate) fn unary<R: UnaryRow>(&self, _: R) -> Self {
        let y = R::value(self.data);
        Dual::with_tangents(y, along(R::slope(self.data, y), &self.tangents))
    }

    #[inline(always)]
    pub(crate) fn parametric<R: ParametricRow>(&self, _: R, c: f64) -> Self {
        let y = R::value(self.data, c);
        Dual::with_tangents(y, along(R::slope(self.data, c, y), &self.tangents))
    }

    #[inline(always)]
    pub(crate) fn binary<R: BinaryRow>(&self, _: R, other: &Self) -> Self {
        let (a, b) = (self.data, other.data);
        let y = R::value(a, b);
        let left = R::left_partial(a, b, y);
        let right = R::right_partial(a, b, y);
        // One test for both: a product that underflows or overflows only takes the longer way.
        let tangents = if is_regular(left * right) {
            array::from_fn(|k| left * self.tangents[k] + right * other.tangents[k])
        } else {
            let left = along_left::<R, N>([a, b, y], &self.tangents);
            let right = along_right::<R, N>([a, b, y], &other.tangents);
            array::from_fn(|k| left[k] + right[k])
        };
        Dual::with_tangents(y, tangents)
    }

    #[inline(always)]
    pub(crate) fn binary_with_number<R: BinaryRow>(&self, _: R, c: f64) -> Self {
        let y = R::value(self.data, c);
        let partial = R::left_partial(self.data, c, y);
        let tangents = if is_regular(partial) {
            array::from_fn(|k| partial * self.tangents[k])
        } else {
            along_left::<R, N>([self.data, c, y], &self.tangents)
        };
        Dual::with_tangents(y, tangents)
    }

    #[inline(always)]
    pub(crate) fn binary_of_number<R: BinaryRow>(_: R, c: f64, other: &Self) -> Self {
        let y = R::value(c, other.data);
        let partial = R::right_partial(c, other.data, y);
        let tangents = if is_regular(partial) {
            array::from_fn(|k| partial * other.tangents[k])
        } else {
            along_right::<R, N>([c, other.data, y], &other.tangents)
        };
        Dual::with_tangents(y, tangents)
    }

    #[inline(always)]
    pub(crate) fn ternary<R: TernaryRow>(_: R, [a, b, c]: [&Self; 3]) -> Self {
        let y = R::value(a.data, b.data, c.data);
        let [first, second, third] = R::partials(a.data, b.data, c.data);
        let along = [
            along(first, &a.tangents),
            along(second, &b.tangents),
            along(third, &c.tangents),
        ];
        Dual::with_tangents(
            y,
            array::from_fn(|k| along[0][k] + along[1][k] + along[2][k]),
        )
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

/// ∂y/∂a·ȧ
#[inline(never)]
fn along_left<R: BinaryRow, const N: usize>(numbers: [f64; 3], tangents: &[f64; N]) -> [f64; N] {
    tangents.map(|tangent| left_product::<R>(numbers, tangent, true))
}

/// ∂y/∂b·ḃ
#[inline(never)]
fn along_right<R: BinaryRow, const N: usize>(numbers: [f64; 3], tangents: &[f64; N]) -> [f64; N] {
    tangents.map(|tangent| right_product::<R>(numbers, tangent, true))
}

#[inline(never)]
fn along_irregular<const N: usize>(partial: f64, tangents: &[f64; N]) -> [f64; N] {
    tangents.map(|tangent| times(partial, tangent))
}
