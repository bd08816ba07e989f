//! The numbers over which a generated derivative runs.

use super::opaque::{Opaque, OwnVjp, panic_without_jvp, panic_without_second_derivatives};
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
    Number + Adjoint<Owned = Self, Number = Self, Shape = ()> + AddAssign + SubAssign + Sealed
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

    /// The value of a function with a derivative of the user's own at these numbers.
    #[must_use]
    fn value_of_opaque(function: Opaque<'_>, numbers: &[Self]) -> Self;

    /// What its vjp adds to the adjoint of each number.
    #[must_use]
    fn back_of_opaque(name: &str, vjp: &mut OwnVjp<'_>, numbers: &[Self], seed: Self) -> Vec<Self>;

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

/// The brand of dual numbers in a sweep: whether a product of theirs may be 0·∞.
#[derive(Debug)]
pub enum Products<const BY_RULE: bool> {}

pub trait Sealed {}

impl Sealed for f64 {}
impl<const N: usize, const BY_RULE: bool> Sealed for Dual<N, Products<BY_RULE>> {}
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

    fn value_of_opaque(function: Opaque<'_>, numbers: &[f64]) -> f64 {
        (function.value)(numbers)
    }

    fn back_of_opaque(_: &str, vjp: &mut OwnVjp<'_>, numbers: &[f64], seed: f64) -> Vec<f64> {
        let mut adjoints = vec![0.0; numbers.len()];
        vjp(numbers, seed, &mut adjoints);
        adjoints
    }
}

impl<const N: usize, const BY_RULE: bool> Real for Dual<N, Products<BY_RULE>> {
    const ZERO: Self = Dual::constant(-0.0);

    #[inline(always)]
    fn times(self, slope: Self) -> Self {
        let (d, slope_data) = (self.data(), slope.data());
        let (along, slope_along) = (self.tangents(), slope.tangents());
        let product = slope_data * d;
        let tangents: [f64; N] =
            std::array::from_fn(|k| slope_data * along[k] + slope_along[k] * d);
        // One test for all: a sum of infinities only takes the longer way.
        if BY_RULE && tangents.iter().fold(product, |sum, x| sum + x).is_nan() {
            let by_rule = |k: usize| tangent_by_rule(slope_data, slope_along[k], d, along[k]);
            Dual::with_tangents(times(slope_data, d), std::array::from_fn(by_rule))
        } else {
            Dual::with_tangents(product, tangents)
        }
    }

    #[inline(always)]
    fn decide(mask: bool) -> bool {
        mask
    }

    fn lift_slice<'n>(numbers: &'n [f64]) -> Cow<'n, [Self]>
    where
        Self: 'n,
    {
        Cow::Owned(numbers.iter().map(|&x| Dual::constant(x)).collect())
    }

    fn value_of_opaque(function: Opaque<'_>, numbers: &[Self]) -> Self {
        let data: Vec<f64> = numbers.iter().map(Dual::data).collect();
        let Some(jvp) = function.jvp else {
            panic_without_jvp(function.name)
        };
        let mut y = 0.0;
        let tangents = std::array::from_fn(|k| {
            let along: Vec<f64> = numbers.iter().map(|number| number.tangent(k)).collect();
            let (value, tangent) = jvp(&data, &along);
            y = value;
            tangent
        });
        Dual::with_tangents(y, tangents)
    }

    fn back_of_opaque(name: &str, _: &mut OwnVjp<'_>, _: &[Self], _: Self) -> Vec<Self> {
        panic_without_second_derivatives(name)
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

/// The tangent of slope·d. All are numbers of their own, so that none has to lie in memory.
#[cold]
#[inline(never)]
fn tangent_by_rule(slope: f64, slope_along: f64, d: f64, along: f64) -> f64 {
    if counts_as_0(slope, d) {
        0.0
    } else {
        times(slope, along) + times(slope_along, d)
    }
}
