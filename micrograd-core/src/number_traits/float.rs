//! `Float` for dual numbers, which are `Copy`. Values are not: for them there is [`Scalar`](crate::Scalar).

use crate::dual::Dual;
use crate::operations::Number;
use num_traits::{Float, FloatConst};
use std::num::FpCategory;

macro_rules! constants {
    ($($name:ident $number:expr;)*) => {$(
        #[inline]
        fn $name() -> Self {
            Dual::constant($number)
        }
    )*};
}

/// Questions go by the number.
macro_rules! questions {
    ($($name:ident -> $Answer:ty;)*) => {$(
        #[inline]
        fn $name(self) -> $Answer {
            self.data().$name()
        }
    )*};
}

/// The functions are those of dual numbers, with their slopes. The constants have no derivatives; what takes a number
/// apart (`integer_decode`, `classify`) sees the number alone.
///
/// ```
/// use micrograd_core::Dual;
/// use num_traits::Float;
///
/// fn logistic<T: Float>(x: T) -> T {
///     T::one() / (T::one() + (-x).exp())
/// }
/// let y = logistic(Dual::<1>::variable(0.0, 0));
/// assert_eq!((y.data(), y.tangents()), (0.5, [0.25]));
/// ```
impl<const N: usize, B> Float for Dual<N, B> {
    constants! {
        nan f64::NAN;
        infinity f64::INFINITY;
        neg_infinity f64::NEG_INFINITY;
        neg_zero -0.0;
        min_value f64::MIN;
        max_value f64::MAX;
        min_positive_value f64::MIN_POSITIVE;
        epsilon f64::EPSILON;
    }

    questions! {
        is_nan -> bool;
        is_infinite -> bool;
        is_finite -> bool;
        is_normal -> bool;
        is_subnormal -> bool;
        is_sign_positive -> bool;
        is_sign_negative -> bool;
        classify -> FpCategory;
    }

    own_functions! {
        floor ceil round trunc fract abs signum recip sqrt cbrt exp exp2 exp_m1 ln log2 log10 ln_1p sin cos tan asin acos
        atan sinh cosh tanh asinh acosh atanh to_degrees to_radians
    }

    own_functions_of_two! { log max min hypot atan2 copysign }

    #[inline]
    fn sin_cos(self) -> (Self, Self) {
        Dual::sin_cos(&self)
    }

    #[inline]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        Dual::mul_add(&self, factor, term)
    }

    #[inline]
    fn powi(self, n: i32) -> Self {
        Dual::powi(&self, n)
    }

    #[inline]
    fn powf(self, exponent: Self) -> Self {
        Number::powf(self, exponent)
    }

    /// By comparisons of the number with the ends; at an end it is the end.
    #[inline]
    fn clamp(self, low: Self, high: Self) -> Self {
        if self < low {
            low
        } else if self > high {
            high
        } else {
            self
        }
    }

    /// The positive difference: 0 where self ≤ other.
    #[inline]
    fn abs_sub(self, other: Self) -> Self {
        num_traits::Signed::abs_sub(&self, &other)
    }

    #[inline]
    fn integer_decode(self) -> (u64, i16, i8) {
        self.data().integer_decode()
    }
}

/// Constants without derivatives.
#[allow(non_snake_case)]
impl<const N: usize, B> FloatConst for Dual<N, B> {
    constants! {
        E std::f64::consts::E;
        FRAC_1_PI std::f64::consts::FRAC_1_PI;
        FRAC_1_SQRT_2 std::f64::consts::FRAC_1_SQRT_2;
        FRAC_2_PI std::f64::consts::FRAC_2_PI;
        FRAC_2_SQRT_PI std::f64::consts::FRAC_2_SQRT_PI;
        FRAC_PI_2 std::f64::consts::FRAC_PI_2;
        FRAC_PI_3 std::f64::consts::FRAC_PI_3;
        FRAC_PI_4 std::f64::consts::FRAC_PI_4;
        FRAC_PI_6 std::f64::consts::FRAC_PI_6;
        FRAC_PI_8 std::f64::consts::FRAC_PI_8;
        LN_10 std::f64::consts::LN_10;
        LN_2 std::f64::consts::LN_2;
        LOG10_E std::f64::consts::LOG10_E;
        LOG2_E std::f64::consts::LOG2_E;
        PI std::f64::consts::PI;
        SQRT_2 std::f64::consts::SQRT_2;
        TAU std::f64::consts::TAU;
        LOG10_2 std::f64::consts::LOG10_2;
        LOG2_10 std::f64::consts::LOG2_10;
    }
}
