//! Functions of statistics and combinatorics: the error function and its kin, the gamma function's logarithm and its
//! derivatives.

use super::Value;
use super::functions::unary;
use crate::operations::row;
use std::panic::Location;

unary! {
    /// # Special functions

    /// erf x = 2/√π·∫₀ˣ e^(−t²) dt, accurate near 0; the slope is 2/√π·e^(−x²). In the upper tail, where erf x is
    /// nearly 1, take [`erfc`](Value::erfc). PyTorch's `erf`, SciPy's `special.erf`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(1e-20).erf(), 1e-20 * std::f64::consts::FRAC_2_SQRT_PI);
    /// ```
    erf Erf;

    /// erfc x = 1 − erf x = 2/√π·∫ₓ^∞ e^(−t²) dt, accurate in both tails; the normal distribution
    /// function is Φ(x) = erfc(−x/√2)/2.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(0.0).erfc(), 1.0);
    /// ```
    erfc Erfc;

    /// erfcx x = e^(x²)·erfc x, the scaled complementary error function: it is about 1/(x·√π) where erfc x is no `f64`
    /// any more. The slope is 2x·erfcx x − 2/√π, computed without cancellation. PyTorch's and SciPy's `special.erfcx`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(30.0).erfc(), 0.0);
    /// let y = Value::new(30.0).erfcx();
    /// assert!((y - 0.018_795_888_861_416_75).data().abs() < 1e-16);
    /// ```
    erfcx Erfcx;

    /// ln Φ(x), where Φ(x) = ½·erfc(−x/√2) is the normal distribution function; accurate in both tails. The slope is
    /// φ(x)/Φ(x), the inverse of Mills' ratio, which for x → −∞ becomes −x. PyTorch's `special.log_ndtr`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(-40.0);
    /// let y = x.ln_normal_cdf(); // Φ(−40) is about 10⁻³⁵⁰
    /// y.backward();
    /// assert_eq!(y.data(), -804.6084420137538);
    /// assert!((x.grad() - 40.024_968_847_207_26).abs() < 1e-13);
    /// ```
    #[doc(alias = "log_ndtr")]
    #[doc(alias = "norm_logcdf")]
    ln_normal_cdf LnNormalCdf;

    /// ln |Γ(x)|, the logarithm of the gamma function: ln Γ(n + 1) = ln n!. The slope is [`digamma`](Value::digamma). It is
    /// +∞ at 0 and at negative whole numbers. PyTorch's `lgamma`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(4.0).ln_gamma(), 6f64.ln()); // 3! = 6
    /// ```
    #[doc(alias = "lgamma")]
    #[doc(alias = "gammaln")]
    ln_gamma LnGamma;

    /// ψ(x) = Γ′(x)/Γ(x), the derivative of ln Γ(x); the slope is `polygamma(1)`. NaN at negative whole numbers, ∓∞ at ±0.
    /// PyTorch's `digamma`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let euler = 0.577_215_664_901_532_9;
    /// assert!((Value::new(1.0).digamma() + euler).data().abs() < 1e-15);
    /// ```
    #[doc(alias = "psi")]
    digamma Digamma;
}

/// # Special functions of an order
impl Value {
    /// ψ⁽ⁿ⁾(x) = dⁿ/dxⁿ ψ(x), the (n + 1)-th derivative of ln Γ(x); `polygamma(0)` is [`digamma`](Value::digamma). The
    /// slope is `polygamma(n + 1)`. NaN for n > 170. PyTorch's `polygamma`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let pi = std::f64::consts::PI;
    /// let trigamma = Value::new(1.0).polygamma(1);
    /// assert!((trigamma - pi * pi / 6.0).data().abs() < 1e-15);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn polygamma(&self, n: u32) -> Value {
        self.parametric::<row::Polygamma>(f64::from(n), Location::caller())
    }

    /// The n-th derivative of [`erfcx`](Value::erfcx): (−2)ⁿ·n!·e^(x²)·iⁿerfc x, where iⁿerfc is the n-th repeated integral
    /// of erfc (Abramowitz & Stegun 7.2). The slope is the next one.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let slope = Value::new(0.0).erfcx_derivative(1);
    /// assert_eq!(slope, -std::f64::consts::FRAC_2_SQRT_PI);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn erfcx_derivative(&self, n: u32) -> Value {
        self.parametric::<row::ErfcxDerivative>(f64::from(n), Location::caller())
    }
}
