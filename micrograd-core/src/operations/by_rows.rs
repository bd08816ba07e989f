//! The methods of a number type that carries derivatives, by the table's own rows.

/// Methods of [`Number`](super::Number) for a type with `data`, and with `unary`, `parametric` and `binary`
/// over rows. They keep a function whole, where a formula would break it into pieces with kinks that it
/// has not. Branches go by the data.
macro_rules! number_methods_by_rows {
    () => {
        type Mask = bool;

        #[inline]
        fn is_greater(self, other: Self) -> bool {
            self.data() > other.data()
        }

        #[inline]
        fn is_equal(self, other: Self) -> bool {
            self.data() == other.data()
        }

        #[inline]
        fn is_nan(self) -> bool {
            self.data().is_nan()
        }

        #[inline]
        fn choose(
            mask: bool,
            then: impl FnOnce() -> Self,
            otherwise: impl FnOnce() -> Self,
        ) -> Self {
            if mask { then() } else { otherwise() }
        }

        number_methods_by_rows! { @unary
            recip Recip, sqrt Sqrt, cbrt Cbrt, exp Exp, exp2 Exp2, exp_m1 ExpM1, ln Ln, log2 Log2,
            log10 Log10, ln_1p Ln1p, sin Sin, cos Cos, tan Tan, asin Asin, acos Acos, atan Atan,
            sinh Sinh, cosh Cosh, tanh Tanh, asinh Asinh, acosh Acosh, atanh Atanh, erf Erf,
            erfc Erfc, erfcx Erfcx, ln_normal_cdf LnNormalCdf, ln_gamma LnGamma, digamma Digamma,
            abs Abs, signum Signum, floor Floor, ceil Ceil, round Round, trunc Trunc, fract Fract,
            to_degrees ToDegrees, to_radians ToRadians, sigmoid Sigmoid,
        }
        /// Near 0, σ(x)·σ(−x) cancels in its derivative: there the derivatives are those of 1/(2·cosh(x/2))².
        #[inline]
        fn sigmoid_slope(self, y: Self) -> Self {
            if self.data().abs() < 1.0 {
                let by_cosh = (Self::from(2.0) * (Self::from(0.5) * self).cosh()).powi(-2);
                let change = by_cosh - Self::from(by_cosh.data());
                change + Self::from(self.data().sigmoid_slope(y.data()))
            } else {
                y * (-self).sigmoid()
            }
        }

        number_methods_by_rows! { @binary
            atan2 Atan2, hypot Hypot, min Min, max Max, copysign Copysign, rem Rem, rem_euclid RemEuclid,
        }

        number_methods_by_rows! { @with_whole_number
            powi Powi, erfcx_derivative ErfcxDerivative, polygamma Polygamma,
        }
    };
    (@unary $($name:ident $Row:ident,)*) => {$(
        #[inline]
        fn $name(self) -> Self {
            self.unary(row::$Row)
        }
    )*};
    (@with_whole_number $($name:ident $Row:ident,)*) => {$(
        #[inline]
        fn $name(self, n: i32) -> Self {
            self.parametric(row::$Row, f64::from(n))
        }
    )*};
    (@binary $($name:ident $Row:ident,)*) => {$(
        #[inline]
        fn $name(self, other: Self) -> Self {
            self.binary(row::$Row, &other)
        }
    )*};
}

pub(crate) use number_methods_by_rows;
