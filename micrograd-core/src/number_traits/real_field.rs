//! simba's fields for dual numbers: nalgebra solves, inverts and decomposes matrices of them.

use crate::dual::Dual;
use crate::operations::Number;
use approx::{AbsDiffEq, RelativeEq, UlpsEq};
use num_traits::{Float, FloatConst};
use simba::scalar::{ComplexField, Field, RealField, SubsetOf};
use simba::simd::SimdValue;

/// By the number, as all comparisons of dual numbers.
impl<const N: usize, B> AbsDiffEq for Dual<N, B> {
    type Epsilon = Self;

    fn default_epsilon() -> Self {
        f64::default_epsilon().into()
    }

    fn abs_diff_eq(&self, other: &Self, epsilon: Self) -> bool {
        self.data().abs_diff_eq(&other.data(), epsilon.data())
    }
}

impl<const N: usize, B> RelativeEq for Dual<N, B> {
    fn default_max_relative() -> Self {
        f64::default_max_relative().into()
    }

    fn relative_eq(&self, other: &Self, epsilon: Self, max_relative: Self) -> bool {
        let (epsilon, max_relative) = (epsilon.data(), max_relative.data());
        self.data()
            .relative_eq(&other.data(), epsilon, max_relative)
    }
}

impl<const N: usize, B> UlpsEq for Dual<N, B> {
    fn default_max_ulps() -> u32 {
        f64::default_max_ulps()
    }

    fn ulps_eq(&self, other: &Self, epsilon: Self, max_ulps: u32) -> bool {
        self.data().ulps_eq(&other.data(), epsilon.data(), max_ulps)
    }
}

/// One lane.
impl<const N: usize, B> SimdValue for Dual<N, B> {
    const LANES: usize = 1;
    type Element = Self;
    type SimdBool = bool;

    #[inline]
    fn splat(number: Self) -> Self {
        number
    }

    #[inline]
    fn extract(&self, _: usize) -> Self {
        *self
    }

    #[expect(unsafe_code, reason = "the trait says so; nothing in it is")]
    #[inline]
    unsafe fn extract_unchecked(&self, _: usize) -> Self {
        *self
    }

    #[inline]
    fn replace(&mut self, _: usize, number: Self) {
        *self = number;
    }

    #[expect(unsafe_code, reason = "the trait says so; nothing in it is")]
    #[inline]
    unsafe fn replace_unchecked(&mut self, _: usize, number: Self) {
        *self = number;
    }

    #[inline]
    fn select(self, is_this: bool, other: Self) -> Self {
        if is_this { self } else { other }
    }
}

impl<const N: usize, B> SubsetOf<Self> for Dual<N, B> {
    #[inline]
    fn to_superset(&self) -> Self {
        *self
    }

    #[inline]
    fn from_superset_unchecked(number: &Self) -> Self {
        *number
    }

    #[inline]
    fn is_in_subset(_: &Self) -> bool {
        true
    }
}

/// Plain numbers are dual numbers without derivatives; back, the derivatives are lost.
macro_rules! plain_numbers_are_dual {
    ($($Number:ty: |$dual:ident| $back:expr;)*) => {$(
        impl<const N: usize, B> SubsetOf<Dual<N, B>> for $Number {
            #[inline]
            fn to_superset(&self) -> Dual<N, B> {
                f64::from(*self).into()
            }

            #[inline]
            fn from_superset_unchecked($dual: &Dual<N, B>) -> Self {
                $back
            }

            #[inline]
            fn is_in_subset(_: &Dual<N, B>) -> bool {
                true
            }
        }
    )*};
}

plain_numbers_are_dual! {
    f64: |dual| dual.data();
    f32: |dual| {
        #[allow(clippy::cast_possible_truncation)] // It is asked for.
        let number = dual.data() as f32;
        number
    };
}

impl<const N: usize, B> Field for Dual<N, B> {}

/// Real numbers as complex ones, as for `f64`: the imaginary part is 0. The functions are those of dual numbers, with their
/// slopes.
impl<const N: usize, B: Send + Sync + 'static> ComplexField for Dual<N, B> {
    type RealField = Self;

    own_functions! {
        floor ceil round trunc fract abs signum recip sqrt cbrt exp exp2 exp_m1 ln log2 log10 ln_1p sin cos tan asin acos
        atan sinh cosh tanh asinh acosh atanh
    }

    own_functions_of_two! { log hypot }

    #[inline]
    fn from_real(number: Self) -> Self {
        number
    }

    #[inline]
    fn real(self) -> Self {
        self
    }

    #[inline]
    fn imaginary(self) -> Self {
        Dual::constant(0.0)
    }

    #[inline]
    fn modulus(self) -> Self {
        Dual::abs(&self)
    }

    #[inline]
    fn modulus_squared(self) -> Self {
        self * self
    }

    #[inline]
    fn argument(self) -> Self {
        let is_positive = self.data() >= 0.0;
        Dual::constant(if is_positive { 0.0 } else { f64::PI() })
    }

    #[inline]
    fn norm1(self) -> Self {
        Dual::abs(&self)
    }

    #[inline]
    fn scale(self, factor: Self) -> Self {
        self * factor
    }

    #[inline]
    fn unscale(self, factor: Self) -> Self {
        self / factor
    }

    #[inline]
    fn conjugate(self) -> Self {
        self
    }

    #[inline]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        Dual::mul_add(&self, factor, term)
    }

    #[inline]
    fn sin_cos(self) -> (Self, Self) {
        Dual::sin_cos(&self)
    }

    #[inline]
    fn powi(self, n: i32) -> Self {
        Dual::powi(&self, n)
    }

    #[inline]
    fn powf(self, exponent: Self) -> Self {
        Number::powf(self, exponent)
    }

    #[inline]
    fn powc(self, exponent: Self) -> Self {
        Number::powf(self, exponent)
    }

    #[inline]
    fn is_finite(&self) -> bool {
        self.data().is_finite()
    }

    #[inline]
    fn try_sqrt(self) -> Option<Self> {
        (self.data() >= 0.0).then(|| Dual::sqrt(&self))
    }
}

macro_rules! constants_of_float {
    ($($name:ident $NAME:ident;)*) => {$(
        #[inline]
        fn $name() -> Self {
            <Self as FloatConst>::$NAME()
        }
    )*};
}

/// nalgebra's decompositions of matrices of dual numbers give the derivatives of what they compute. They compare the numbers
/// alone, so pivots are those of plain numbers.
impl<const N: usize, B: Send + Sync + 'static> RealField for Dual<N, B> {
    own_functions_of_two! { copysign max min atan2 }

    constants_of_float! {
        pi PI;
        two_pi TAU;
        frac_pi_2 FRAC_PI_2;
        frac_pi_3 FRAC_PI_3;
        frac_pi_4 FRAC_PI_4;
        frac_pi_6 FRAC_PI_6;
        frac_pi_8 FRAC_PI_8;
        frac_1_pi FRAC_1_PI;
        frac_2_pi FRAC_2_PI;
        frac_2_sqrt_pi FRAC_2_SQRT_PI;
        e E;
        log2_e LOG2_E;
        log10_e LOG10_E;
        ln_2 LN_2;
        ln_10 LN_10;
    }

    #[inline]
    fn is_sign_positive(&self) -> bool {
        self.data().is_sign_positive()
    }

    #[inline]
    fn is_sign_negative(&self) -> bool {
        self.data().is_sign_negative()
    }

    #[inline]
    fn clamp(self, low: Self, high: Self) -> Self {
        Float::clamp(self, low, high)
    }

    #[inline]
    fn min_value() -> Option<Self> {
        Some(f64::MIN.into())
    }

    #[inline]
    fn max_value() -> Option<Self> {
        Some(f64::MAX.into())
    }
}
