//! The numbers over which a generated derivative runs.

use super::{Adjoint, Lanes};
use crate::Dual;
use crate::operations::{
    BinaryRow, Number, ParametricRow, TernaryRow, UnaryRow, counts_as_0, times,
};
use std::borrow::Cow;
use std::ops::{AddAssign, SubAssign};

/// A number of generated code: `f64`; dual numbers, for second derivatives; [`Lanes`], for several points at once;
/// [`Term`](super::Term), for a second look at 0·∞.
pub trait Real:
    Number + Adjoint<Owned = Self, Number = Self> + AddAssign + SubAssign + Sealed
{
    /// An adjoint to which nothing has come: −0, since −0 + x is x for every x.
    const ZERO: Self;

    /// adjoint·slope
    #[must_use]
    fn times(self, slope: Self) -> Self;

    /// Which way the program goes.
    #[must_use]
    fn decide(mask: Self::Mask) -> bool;

    /// Plain numbers as numbers of this kind.
    #[must_use]
    fn lift_slice<'n>(numbers: &'n [f64]) -> Cow<'n, [Self]>
    where
        Self: 'n;

    #[must_use]
    #[inline(always)]
    fn unary<R: UnaryRow>(_: R, x: Self) -> Self {
        R::value(x)
    }

    #[must_use]
    #[inline(always)]
    fn parametric<R: ParametricRow>(_: R, x: Self, c: f64) -> Self {
        R::value(x, c)
    }

    #[must_use]
    #[inline(always)]
    fn binary<R: BinaryRow>(_: R, a: Self, b: Self) -> Self {
        R::value(a, b)
    }

    #[must_use]
    #[inline(always)]
    fn ternary<R: TernaryRow>(_: R, a: Self, b: Self, c: Self) -> Self {
        R::value(a, b, c)
    }
}

pub trait Sealed {}

impl Sealed for f64 {}
impl<const N: usize> Sealed for Dual<N> {}
impl<const W: usize> Sealed for Lanes<W> {}

impl Real for f64 {
    const ZERO: f64 = -0.0;

    #[inline(always)]
    fn times(self, slope: f64) -> f64 {
        self * slope
    }

    #[inline(always)]
    fn decide(mask: bool) -> bool {
        mask
    }

    #[inline(always)]
    fn lift_slice<'n>(numbers: &'n [f64]) -> Cow<'n, [f64]>
    where
        Self: 'n,
    {
        Cow::Borrowed(numbers)
    }
}

impl<const N: usize> Real for Dual<N> {
    const ZERO: Dual<N> = Dual::constant(-0.0);

    #[inline]
    fn times(self, slope: Dual<N>) -> Dual<N> {
        if counts_as_0(slope.data(), self.data()) {
            return Dual::default();
        }
        let (along, slope_along) = (self.tangents(), slope.tangents());
        Dual::new(
            slope.data() * self.data(),
            std::array::from_fn(|k| {
                times(slope.data(), along[k]) + times(slope_along[k], self.data())
            }),
        )
    }

    #[inline(always)]
    fn decide(mask: bool) -> bool {
        mask
    }

    fn lift_slice<'n>(numbers: &'n [f64]) -> Cow<'n, [Dual<N>]>
    where
        Self: 'n,
    {
        Cow::Owned(numbers.iter().map(|&x| Dual::constant(x)).collect())
    }

    // The rows' values have kinks that the functions have not: the tangents come from the slopes.

    #[inline]
    fn unary<R: UnaryRow>(row: R, x: Self) -> Self {
        x.unary(row)
    }

    #[inline]
    fn parametric<R: ParametricRow>(row: R, x: Self, c: f64) -> Self {
        x.parametric(row, c)
    }

    #[inline]
    fn binary<R: BinaryRow>(row: R, a: Self, b: Self) -> Self {
        // Mostly one of them is a constant, whose partial may be dear.
        if b.tangents() == [0.0; N] {
            a.binary_with_number(row, b.data())
        } else {
            a.binary(row, &b)
        }
    }

    #[inline]
    fn ternary<R: TernaryRow>(row: R, a: Self, b: Self, c: Self) -> Self {
        Dual::ternary(row, [&a, &b, &c])
    }
}
