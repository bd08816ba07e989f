//! Functions of one value, named as `f64` names them.

use super::Value;
use crate::operations::row;
use std::panic::Location;

/// Functions that are rows of one operand: as methods of a value, and as steps of a statement of `grad!`.
macro_rules! unary {
    (#[doc = $title:literal] $($(#[$doc:meta])* $name:ident $Row:ident;)*) => {
        #[doc = $title]
        impl Value {$(
            $(#[$doc])*
            #[inline]
            #[must_use]
            #[track_caller]
            pub fn $name(&self) -> Value {
                self.unary::<row::$Row>(Location::caller())
            }
        )*}
    };
}

pub(super) use unary;

unary! {
    /// # Functions of one value

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
    #[doc(alias = "reciprocal")]
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
    #[doc(alias = "expm1")]
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
    #[doc(alias = "log1p")]
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

    /// x·180/π, an angle in degrees.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(std::f64::consts::PI).to_degrees(), 180.0);
    /// ```
    to_degrees ToDegrees;

    /// x·π/180, an angle in radians.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(180.0).to_radians(), std::f64::consts::PI);
    /// ```
    to_radians ToRadians;
}

/// # Sine and cosine
impl Value {
    /// (sin x, cos x), x in radians.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let (sine, cosine) = Value::new(0.0).sin_cos();
    /// assert_eq!((sine.data(), cosine.data()), (0.0, 1.0));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn sin_cos(&self) -> (Value, Value) {
        let caller = Location::caller();
        (
            self.unary::<row::Sin>(caller),
            self.unary::<row::Cos>(caller),
        )
    }
}
