//! The numbers over which a generated derivative runs.

use super::{Adjoint, Guarded, Lanes};
use crate::Dual;
use crate::operations::{Number, counts_as_0, times};
use std::borrow::Cow;
use std::ops::{AddAssign, SubAssign};

/// A number of generated code: `f64`; [`Guarded`], for a second look at 0·∞; dual numbers, for second derivatives;
/// [`Lanes`], for several points at once.
pub trait Real: Number + Adjoint<Owned = Self> + AddAssign + SubAssign + Sealed + 'static {
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
    fn lift_slice(numbers: &[f64]) -> Cow<'_, [Self]>;
}

pub trait Sealed {}

impl Sealed for f64 {}
impl Sealed for Guarded {}
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
    fn lift_slice(numbers: &[f64]) -> Cow<'_, [f64]> {
        Cow::Borrowed(numbers)
    }
}

impl Real for Guarded {
    const ZERO: Guarded = Guarded(-0.0);

    #[inline]
    fn times(self, slope: Guarded) -> Guarded {
        Guarded(times(slope.0, self.0))
    }

    #[inline(always)]
    fn decide(mask: bool) -> bool {
        mask
    }

    fn lift_slice(numbers: &[f64]) -> Cow<'_, [Guarded]> {
        Cow::Owned(numbers.iter().copied().map(Guarded).collect())
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

    fn lift_slice(numbers: &[f64]) -> Cow<'_, [Dual<N>]> {
        Cow::Owned(numbers.iter().map(|&x| Dual::constant(x)).collect())
    }
}
