//! The functions of values, named as `f64` names them, and those of neural networks, named as
//! `PyTorch` names them.

use super::Value;
use crate::expression::{Recorder, Seen, Term};
use crate::operand::Operand;
use crate::operations::{BinaryRow, row};
use crate::tape::Caller;
use std::panic::Location;

macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident $Row:ident;)*) => {$(
        $(#[$doc])*
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn $name(&self) -> Value {
            self.unary(row::$Row, Location::caller())
        }
    )*};
}

/// # Functions of one value
impl Value {
    unary! {
        /// √x; the slope at 0 is +∞, and below 0 the result is NaN.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(9.0).sqrt(), 3.0);
        /// ```
        sqrt Sqrt;

        /// ∛x; the slope at 0 is +∞.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(27.0).cbrt(), 3.0);
        /// ```
        cbrt Cbrt;

        /// 1/x
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(4.0).recip(), 0.25);
        /// ```
        recip Recip;

        /// eˣ
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).exp(), 1.0);
        /// ```
        exp Exp;

        /// 2ˣ
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(3.0).exp2(), 8.0);
        /// ```
        exp2 Exp2;

        /// eˣ − 1, accurate near 0.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(1e-20).exp_m1(), 1e-20);
        /// ```
        exp_m1 ExpM1;

        /// ln x, the natural logarithm: −∞ at 0, NaN below.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(1.0).ln(), 0.0);
        /// ```
        ln Ln;

        /// log₂ x
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(8.0).log2(), 3.0);
        /// ```
        log2 Log2;

        /// log₁₀ x
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(1000.0).log10(), 3.0);
        /// ```
        log10 Log10;

        /// ln(1 + x), accurate near 0.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(1e-20).ln_1p(), 1e-20);
        /// ```
        ln_1p Ln1p;

        /// sin x, x in radians.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).sin(), 0.0);
        /// ```
        sin Sin;

        /// cos x, x in radians.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).cos(), 1.0);
        /// ```
        cos Cos;

        /// tan x, x in radians.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).tan(), 0.0);
        /// ```
        tan Tan;

        /// asin x in [−π/2, π/2]; NaN outside [−1, 1], and the slope at ±1 is +∞.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).asin(), 0.0);
        /// ```
        asin Asin;

        /// acos x in [0, π]; NaN outside [−1, 1], and the slope at ±1 is −∞.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(1.0).acos(), 0.0);
        /// ```
        acos Acos;

        /// atan x in (−π/2, π/2).
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).atan(), 0.0);
        /// ```
        atan Atan;

        /// sinh x = (eˣ − e⁻ˣ)/2
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).sinh(), 0.0);
        /// ```
        sinh Sinh;

        /// cosh x = (eˣ + e⁻ˣ)/2
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).cosh(), 1.0);
        /// ```
        cosh Cosh;

        /// tanh x = sinh x/cosh x
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).tanh(), 0.0);
        /// ```
        tanh Tanh;

        /// asinh x, the inverse of sinh.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).asinh(), 0.0);
        /// ```
        asinh Asinh;

        /// acosh x, the inverse of cosh: NaN below 1, and the slope at 1 is +∞.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(1.0).acosh(), 0.0);
        /// ```
        acosh Acosh;

        /// atanh x, the inverse of tanh: ±∞ at ±1, NaN beyond.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).atanh(), 0.0);
        /// ```
        atanh Atanh;

        /// |x|, with slope 0 at 0.
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(-2.0).abs(), 2.0);
        /// ```
        abs Abs;

        /// The rectified linear unit max(0, x), with slope 0 at 0 (PyTorch's `relu`).
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(-2.0).relu(), 0.0);
        /// ```
        relu Relu;

        /// The logistic function σ(x) = 1/(1 + e⁻ˣ), without overflow (PyTorch's `sigmoid`).
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).sigmoid(), 0.5);
        /// ```
        sigmoid Sigmoid;

        /// ln(1 + eˣ), without overflow (PyTorch's `softplus` with β = 1).
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(1000.0).softplus(), 1000.0);
        /// ```
        softplus Softplus;

        /// The Gaussian error linear unit x·Φ(x), where Φ is the normal distribution function
        /// (Hendrycks & Gimpel 2016; PyTorch's `gelu` in its exact form).
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).gelu(), 0.0);
        /// ```
        gelu Gelu;

        /// The sigmoid linear unit x·σ(x), also called swish (PyTorch's `silu`).
        ///
        /// ```
        /// # use micrograd_core::Value;
        /// assert_eq!(Value::new(0.0).silu(), 0.0);
        /// ```
        silu Silu;
    }

    /// xⁿ for a whole n. At 0 the slope of x² is 0, not NaN; x⁰ is 1 with slope 0 everywhere.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(2.0).powi(3), 8.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn powi(&self, n: i32) -> Value {
        self.parametric(row::Powi, f64::from(n), Location::caller())
    }

    /// xᶜ for a number c: NaN for a negative x unless c is whole.
    ///
    /// The exponent is a constant: no derivative is taken with respect to it. See
    /// [`pow`](Value::pow) for an exponent that is a value.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(9.0).powf(0.5), 3.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn powf(&self, exponent: f64) -> Value {
        self.binary_with_number(row::Pow, exponent, Location::caller())
    }

    /// x limited to [low, high]; the slope is 1 within, both ends included, and 0 outside
    /// (PyTorch's `clamp`).
    ///
    /// It is recorded as two operations, one for each end.
    ///
    /// # Panics
    ///
    /// If low > high, or one of them is NaN.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(7.0).clamp(-1, 1), 1.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn clamp(&self, low: impl Into<f64>, high: impl Into<f64>) -> Value {
        let (low, high) = (low.into(), high.into());
        assert!(
            low <= high,
            "clamp({low:?}, {high:?}): the lower end must not be above the upper one, nor NaN"
        );
        let caller = Location::caller();
        self.parametric(row::ClampLow, low, caller)
            .parametric(row::ClampHigh, high, caller)
    }

    /// x for x > 0, else slope·x; at 0 the slope is `slope` (PyTorch's `leaky_relu`, where it is
    /// 0.01 unless given).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.0).leaky_relu(0.5), -1.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn leaky_relu(&self, slope: f64) -> Value {
        self.parametric(row::LeakyRelu, slope, Location::caller())
    }

    /// The exponential linear unit: x for x > 0, else α·(eˣ − 1) (Clevert et al. 2015; PyTorch's
    /// `elu`, where α is 1 unless given).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-1000.0).elu(2.0), -2.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn elu(&self, alpha: f64) -> Value {
        self.parametric(row::Elu, alpha, Location::caller())
    }
}

/// # Functions of several values
///
/// The other operands are values, references or numbers.
impl Value {
    /// xʸ for an exponent that may be a value: ∂/∂x = y·xʸ⁻¹, ∂/∂y = xʸ·ln x.
    ///
    /// A negative x has a NaN slope with respect to y. At x = 0 that slope is 0 for y ≥ 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(2.0);
    /// let y = Value::new(3.0);
    /// assert_eq!(x.pow(&y), 8.0);
    /// assert_eq!(x.pow(2), 4.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn pow(&self, exponent: impl Operand) -> Value {
        let caller = Location::caller();
        Recorder::record(1, caller, caller, |recorder| {
            let (x, exponent) = (recorder.read(self), recorder.read(&exponent));
            recorder.pow(x, exponent)
        })
    }

    /// The smaller of two. Equal ones have slope ½ each; a NaN loses against a number, as for
    /// [`f64::min`].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(2.0).min(1), 1.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn min(&self, other: impl Operand) -> Value {
        self.binary_with(row::Min, &other, Location::caller())
    }

    /// The larger of two. Equal ones have slope ½ each; a NaN loses against a number, as for
    /// [`f64::max`].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(2.0).max(1), 2.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn max(&self, other: impl Operand) -> Value {
        self.binary_with(row::Max, &other, Location::caller())
    }

    /// The angle of the point (x, self) in (−π, π], in radians: `y.atan2(x)`. At the origin the
    /// slopes are NaN: there is no derivative.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(1.0).atan2(1.0), std::f64::consts::FRAC_PI_4);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn atan2(&self, x: impl Operand) -> Value {
        self.binary_with(row::Atan2, &x, Location::caller())
    }

    /// √(x² + y²), without overflow; both slopes are 0 at the origin.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(3.0).hypot(4), 5.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn hypot(&self, other: impl Operand) -> Value {
        self.binary_with(row::Hypot, &other, Location::caller())
    }

    /// x·factor + term, rounded once.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// assert_eq!(Value::new(2.0).mul_add(&x, 1), 7.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn mul_add(&self, factor: impl Operand, term: impl Operand) -> Value {
        let caller = Location::caller();
        // Room for two numbers, which become nodes here.
        Recorder::record(3, caller, caller, |recorder| {
            let x = recorder.read(self);
            let [factor, term] =
                [recorder.read(&factor).seen(), recorder.read(&term).seen()].map(|operand| {
                    match operand {
                        Seen::Node(operand) => operand,
                        Seen::Number(c) => recorder.tape().constant(c, caller),
                        Seen::Integer(n) => recorder.tape().constant(f64::from(n), caller),
                    }
                });
            recorder
                .tape()
                .ternary(row::MulAdd, [x, factor, term], caller)
        })
    }

    #[inline]
    fn binary_with<R: BinaryRow>(&self, row: R, other: &impl Operand, caller: Caller) -> Value {
        Recorder::record(1, caller, caller, |recorder| {
            let (x, other) = (recorder.read(self), recorder.read(other));
            recorder.binary(row, x, other, caller)
        })
    }
}
