//! The number type over which the table of operations is written.

use super::{error_functions, gamma_functions};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number that the rows of the table can be evaluated with.
///
/// Rows are generic so that the same formula serves every kind of number. Branches go through
/// [`Number::choose`], never through `if`, because a number may be several lanes at once.
// They are named as `f64` names them.
#[allow(missing_docs, clippy::return_self_not_must_use)]
pub trait Number:
    Copy
    + From<f64>
    + Neg<Output = Self>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
{
    /// The result of a comparison.
    type Mask: Copy;

    /// The number itself, without what it carries along.
    fn primal(self) -> f64;

    fn is_greater(self, other: Self) -> Self::Mask;
    fn is_equal(self, other: Self) -> Self::Mask;
    fn is_nan(self) -> Self::Mask;

    /// `then()` where the mask holds, `otherwise()` elsewhere.
    fn choose(
        mask: Self::Mask,
        then: impl FnOnce() -> Self,
        otherwise: impl FnOnce() -> Self,
    ) -> Self;

    fn recip(self) -> Self;
    fn sqrt(self) -> Self;
    fn cbrt(self) -> Self;
    fn exp(self) -> Self;
    fn exp2(self) -> Self;
    fn exp_m1(self) -> Self;
    fn ln(self) -> Self;
    fn log2(self) -> Self;
    fn log10(self) -> Self;
    fn ln_1p(self) -> Self;
    fn sin(self) -> Self;
    fn cos(self) -> Self;
    fn tan(self) -> Self;
    fn asin(self) -> Self;
    fn acos(self) -> Self;
    fn atan(self) -> Self;
    fn sinh(self) -> Self;
    fn cosh(self) -> Self;
    fn tanh(self) -> Self;
    fn asinh(self) -> Self;
    fn acosh(self) -> Self;
    fn atanh(self) -> Self;
    fn abs(self) -> Self;
    fn erf(self) -> Self;
    /// erfc(x) = 1 − erf(x), accurate in both tails.
    fn erfc(self) -> Self;
    /// e^(x²)·erfc(x)
    fn erfcx(self) -> Self;
    /// The n-th derivative of erfcx.
    fn erfcx_derivative(self, n: i32) -> Self;
    /// ln Φ(x)
    fn ln_normal_cdf(self) -> Self;
    /// ln |Γ(x)|
    fn ln_gamma(self) -> Self;
    /// ψ(x)
    fn digamma(self) -> Self;
    /// ψ⁽ⁿ⁾(x)
    fn polygamma(self, n: i32) -> Self;
    fn signum(self) -> Self;
    fn floor(self) -> Self;
    fn ceil(self) -> Self;
    fn round(self) -> Self;
    fn trunc(self) -> Self;
    fn fract(self) -> Self;
    fn to_degrees(self) -> Self;
    fn to_radians(self) -> Self;
    /// σ(x) = 1/(1 + e⁻ˣ), without overflow and accurate in both tails.
    ///
    /// A number with derivatives has a σ of its own: the |x| in here has a kink that σ has not.
    #[inline]
    fn sigmoid(self) -> Self {
        let small = (-self.abs()).exp();
        let upper = (Self::from(1.0) + small).recip();
        Self::choose(Self::from(0.0).is_greater(self), || small * upper, || upper)
    }
    /// σ′(x) = σ(x)·σ(−x) for y = σ(x).
    #[inline]
    fn sigmoid_slope(self, y: Self) -> Self {
        y * (-self).sigmoid()
    }
    fn powi(self, n: i32) -> Self;
    fn powf(self, exponent: Self) -> Self;
    fn atan2(self, x: Self) -> Self;
    fn hypot(self, other: Self) -> Self;
    fn min(self, other: Self) -> Self;
    fn max(self, other: Self) -> Self;
    fn copysign(self, sign: Self) -> Self;
    /// `self % other`
    fn rem(self, other: Self) -> Self;
    fn rem_euclid(self, other: Self) -> Self;
    fn mul_add(self, factor: Self, term: Self) -> Self;
}

/// Methods that `f64` has under the same name.
macro_rules! as_f64_names_them {
    ($($name:ident($($argument:ident: $kind:ty),*);)*) => {
        $(
            #[inline]
            fn $name(self $(, $argument: $kind)*) -> f64 {
                f64::$name(self $(, $argument)*)
            }
        )*
    };
}

impl Number for f64 {
    type Mask = bool;

    #[inline]
    fn primal(self) -> f64 {
        self
    }

    #[inline]
    fn is_greater(self, other: f64) -> bool {
        self > other
    }

    #[inline]
    fn is_equal(self, other: f64) -> bool {
        self == other
    }

    #[inline]
    fn is_nan(self) -> bool {
        f64::is_nan(self)
    }

    #[inline]
    fn choose(mask: bool, then: impl FnOnce() -> f64, otherwise: impl FnOnce() -> f64) -> f64 {
        if mask { then() } else { otherwise() }
    }

    as_f64_names_them! {
        recip();
        sqrt();
        cbrt();
        exp();
        exp2();
        exp_m1();
        ln();
        log2();
        log10();
        ln_1p();
        sin();
        cos();
        tan();
        asin();
        acos();
        atan();
        sinh();
        cosh();
        tanh();
        asinh();
        acosh();
        atanh();
        abs();
        signum();
        floor();
        ceil();
        round();
        trunc();
        fract();
        to_degrees();
        to_radians();
        powf(exponent: f64);
        atan2(x: f64);
        hypot(other: f64);
        copysign(sign: f64);
        rem_euclid(other: f64);
        mul_add(factor: f64, term: f64);
    }

    #[inline]
    fn powi(self, n: i32) -> f64 {
        // The usual exponents without the loop of `f64::powi`; the products are the same.
        match n {
            1 => self,
            2 => self * self,
            3 => self * self * self,
            _ => f64::powi(self, n),
        }
    }

    // Of two zeros `f64::max` gives either; here it is the right one in every mode and every build.

    #[inline]
    fn min(self, other: f64) -> f64 {
        if self < other || other.is_nan() {
            self
        } else {
            other
        }
    }

    #[inline]
    fn max(self, other: f64) -> f64 {
        if self > other || other.is_nan() {
            self
        } else {
            other
        }
    }

    #[inline]
    fn rem(self, other: f64) -> f64 {
        self % other
    }

    #[inline]
    fn erf(self) -> f64 {
        libm::erf(self)
    }

    #[inline]
    fn erfc(self) -> f64 {
        libm::erfc(self)
    }

    fn erfcx(self) -> f64 {
        error_functions::erfcx_derivative(0, self)
    }

    fn erfcx_derivative(self, n: i32) -> f64 {
        error_functions::erfcx_derivative(n, self)
    }

    fn ln_normal_cdf(self) -> f64 {
        error_functions::ln_normal_cdf(self)
    }

    fn ln_gamma(self) -> f64 {
        gamma_functions::ln_gamma(self)
    }

    fn digamma(self) -> f64 {
        gamma_functions::digamma(self)
    }

    fn polygamma(self, n: i32) -> f64 {
        gamma_functions::polygamma(n, self)
    }
}
