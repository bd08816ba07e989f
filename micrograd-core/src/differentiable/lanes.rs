//! Several numbers side by side, for which the processor has one instruction.

use super::opaque::{Opaque, OwnVjp};
use super::shapes::one_number;
use super::{Adjoint, Real};
use crate::operations::Number;
use std::cell::Cell;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// W numbers side by side: the inputs of `f::vjp_lanes` of a [`differentiable`](macro@crate::differentiable) function,
/// which differentiates at W points at once.
///
/// The compiler turns arithmetic on them into vector instructions. Two, four or eight lanes fit today's processors.
///
/// ```
/// use micrograd_core::{Lanes, differentiable};
///
/// #[differentiable]
/// fn square(x: f64) -> f64 {
///     x * x
/// }
///
/// let mut slope = Lanes::from([0.0; 4]);
/// let y = square::vjp_lanes(Lanes([1.0, 2.0, 3.0, 4.0]), Lanes([1.0; 4]), &mut slope);
/// assert_eq!(y, Lanes([1.0, 4.0, 9.0, 16.0]));
/// assert_eq!(slope, Lanes([2.0, 4.0, 6.0, 8.0]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
pub struct Lanes<const W: usize>(pub [f64; W]);

thread_local! {
    /// Whether the lanes have wanted to go different ways.
    static PARTED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `run`, and tells whether its lanes went the same way all along.
pub fn stays_together<T>(run: impl FnOnce() -> T) -> Option<T> {
    PARTED.set(false);
    let result = run();
    (!PARTED.replace(false)).then_some(result)
}

impl<const W: usize> Lanes<W> {
    #[inline(always)]
    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Lanes(std::array::from_fn(|l| f(self.0[l])))
    }

    #[inline(always)]
    fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        Lanes(std::array::from_fn(|l| f(self.0[l], other.0[l])))
    }

    #[inline(always)]
    fn ask(self, other: Self, f: impl Fn(f64, f64) -> bool) -> [bool; W] {
        std::array::from_fn(|l| f(self.0[l], other.0[l]))
    }

    /// What all lanes say; the first one's word where they differ, and a note that they do.
    #[inline]
    fn agreed<T: PartialEq + Copy>(words: [T; W]) -> T {
        let first = words[0];
        if words.iter().any(|word| *word != first) {
            PARTED.set(true);
        }
        first
    }
}

impl<const W: usize> From<[f64; W]> for Lanes<W> {
    fn from(numbers: [f64; W]) -> Self {
        Lanes(numbers)
    }
}

/// The same number in every lane.
impl<const W: usize> From<f64> for Lanes<W> {
    #[inline(always)]
    fn from(number: f64) -> Self {
        Lanes([number; W])
    }
}

macro_rules! operators {
    ($($Operator:ident $operator:ident;)*) => {$(
        impl<const W: usize> $Operator for Lanes<W> {
            type Output = Self;

            #[inline(always)]
            fn $operator(self, other: Self) -> Self {
                self.zip(other, |a, b| a.$operator(b))
            }
        }
    )*};
}

operators! { Add add; Sub sub; Mul mul; Div div; }

impl<const W: usize> Neg for Lanes<W> {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|x| -x)
    }
}

impl<const W: usize> AddAssign for Lanes<W> {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const W: usize> SubAssign for Lanes<W> {
    #[inline(always)]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

macro_rules! by_lanes {
    (unary $($name:ident)*; with_whole_number $($whole:ident)*; binary $($binary:ident)*;) => {
        $(
            #[inline(always)]
            fn $name(self) -> Self {
                self.map(Number::$name)
            }
        )*
        $(
            #[inline(always)]
            fn $whole(self, n: i32) -> Self {
                self.map(|x| Number::$whole(x, n))
            }
        )*
        $(
            #[inline(always)]
            fn $binary(self, other: Self) -> Self {
                self.zip(other, Number::$binary)
            }
        )*
    };
}

impl<const W: usize> Number for Lanes<W> {
    type Mask = [bool; W];

    #[inline]
    fn primal(self) -> f64 {
        Self::agreed(self.0)
    }

    #[inline(always)]
    fn is_greater(self, other: Self) -> [bool; W] {
        self.ask(other, |a, b| a > b)
    }

    #[inline(always)]
    fn is_equal(self, other: Self) -> [bool; W] {
        self.ask(other, |a, b| a == b)
    }

    #[inline(always)]
    fn is_nan(self) -> [bool; W] {
        self.ask(self, |a, _| a.is_nan())
    }

    #[inline(always)]
    fn choose(
        mask: [bool; W],
        then: impl FnOnce() -> Self,
        otherwise: impl FnOnce() -> Self,
    ) -> Self {
        let (then, otherwise) = (then(), otherwise());
        Lanes(std::array::from_fn(|l| {
            if mask[l] { then.0[l] } else { otherwise.0[l] }
        }))
    }

    #[inline(always)]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        Lanes(std::array::from_fn(|l| {
            self.0[l].mul_add(factor.0[l], term.0[l])
        }))
    }

    by_lanes! {
        unary recip sqrt cbrt exp exp2 exp_m1 ln log2 log10 ln_1p sin cos tan asin acos atan
            sinh cosh tanh asinh acosh atanh abs signum floor ceil round trunc fract to_degrees to_radians
            erf erfc erfcx ln_normal_cdf ln_gamma digamma sigmoid;
        with_whole_number powi erfcx_derivative polygamma;
        binary powf atan2 hypot min max copysign rem rem_euclid;
    }
}

/// The numbers of one lane.
fn in_lane<const W: usize>(numbers: &[Lanes<W>], lane: usize) -> Vec<f64> {
    numbers.iter().map(|number| number.0[lane]).collect()
}

impl<const W: usize> Real for Lanes<W> {
    const ZERO: Self = Lanes([-0.0; W]);

    #[inline(always)]
    fn times(self, slope: Self) -> Self {
        self * slope
    }

    #[inline]
    fn decide(mask: [bool; W]) -> bool {
        Self::agreed(mask)
    }

    fn lift_slice<'n>(numbers: &'n [f64]) -> std::borrow::Cow<'n, [Self]>
    where
        Self: 'n,
    {
        numbers.iter().map(|&x| Lanes([x; W])).collect()
    }

    fn value_of_opaque(function: Opaque<'_>, numbers: &[Self]) -> Self {
        Lanes(std::array::from_fn(|lane| {
            (function.value)(&in_lane(numbers, lane))
        }))
    }

    fn back_of_opaque(_: &str, vjp: &mut OwnVjp<'_>, numbers: &[Self], seed: Self) -> Vec<Self> {
        let mut adjoints = vec![Lanes([0.0; W]); numbers.len()];
        for lane in 0..W {
            let found = f64::back_of_opaque("", vjp, &in_lane(numbers, lane), seed.0[lane]);
            for (adjoint, found) in adjoints.iter_mut().zip(found) {
                adjoint.0[lane] = found;
            }
        }
        adjoints
    }
}

impl<const W: usize> Adjoint for Lanes<W> {
    type Owned = Self;

    #[inline(always)]
    fn zeros(&self) -> Self {
        Self::ZERO
    }

    #[inline(always)]
    fn clear(&mut self) {
        *self = Self::ZERO;
    }

    #[inline(always)]
    fn add(&mut self, other: &Self) {
        *self += *other;
    }

    #[inline]
    fn is_nonzero(&self) -> bool {
        self.0.iter().any(|&x| x != 0.0)
    }

    one_number! {}
}

/// One lane of numbers and lists of lanes.
pub trait InLanes {
    /// The same over plain numbers; lists of any length as `Vec`.
    type Lane;

    fn lane(&self, lane: usize) -> Self::Lane;

    fn set_lane(&mut self, lane: usize, numbers: &Self::Lane);

    fn are_finite(&self) -> bool;
}

impl<const W: usize> InLanes for Lanes<W> {
    type Lane = f64;

    fn lane(&self, lane: usize) -> f64 {
        self.0[lane]
    }

    fn set_lane(&mut self, lane: usize, number: &f64) {
        self.0[lane] = *number;
    }

    fn are_finite(&self) -> bool {
        self.0.iter().all(|x| x.is_finite())
    }
}

impl<T: InLanes> InLanes for [T] {
    type Lane = Vec<T::Lane>;

    fn lane(&self, lane: usize) -> Self::Lane {
        self.iter().map(|x| x.lane(lane)).collect()
    }

    fn set_lane(&mut self, lane: usize, numbers: &Self::Lane) {
        self.iter_mut()
            .zip(numbers)
            .for_each(|(x, number)| x.set_lane(lane, number));
    }

    fn are_finite(&self) -> bool {
        self.iter().all(T::are_finite)
    }
}

impl<T: InLanes> InLanes for Vec<T> {
    type Lane = Vec<T::Lane>;

    fn lane(&self, lane: usize) -> Self::Lane {
        self[..].lane(lane)
    }

    fn set_lane(&mut self, lane: usize, numbers: &Self::Lane) {
        self[..].set_lane(lane, numbers);
    }

    fn are_finite(&self) -> bool {
        self[..].are_finite()
    }
}

impl<T: InLanes, const N: usize> InLanes for [T; N] {
    type Lane = [T::Lane; N];

    fn lane(&self, lane: usize) -> Self::Lane {
        std::array::from_fn(|i| self[i].lane(lane))
    }

    fn set_lane(&mut self, lane: usize, numbers: &Self::Lane) {
        self.iter_mut()
            .zip(numbers)
            .for_each(|(x, number)| x.set_lane(lane, number));
    }

    fn are_finite(&self) -> bool {
        self.iter().all(T::are_finite)
    }
}
