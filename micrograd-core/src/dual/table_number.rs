//! Dual numbers as numbers of the table: a row over them gives its partials with their derivatives.

use super::Dual;
use crate::operations::{Number, row};

macro_rules! rows_of_one {
    ($($name:ident $Row:ident;)*) => {$(
        #[inline]
        fn $name(self) -> Self {
            self.unary(row::$Row)
        }
    )*};
}

macro_rules! rows_of_two {
    ($($name:ident $Row:ident;)*) => {$(
        #[inline]
        fn $name(self, other: Self) -> Self {
            self.binary(row::$Row, &other)
        }
    )*};
}

/// Branches go by the data.
impl<const N: usize> Number for Dual<N> {
    type Mask = bool;

    #[inline]
    fn is_greater(self, other: Self) -> bool {
        self.data > other.data
    }

    #[inline]
    fn is_equal(self, other: Self) -> bool {
        self.data == other.data
    }

    #[inline]
    fn is_nan(self) -> bool {
        self.data.is_nan()
    }

    #[inline]
    fn choose(mask: bool, then: impl FnOnce() -> Self, otherwise: impl FnOnce() -> Self) -> Self {
        if mask { then() } else { otherwise() }
    }

    rows_of_one! {
        recip Recip;
        sqrt Sqrt;
        cbrt Cbrt;
        exp Exp;
        exp2 Exp2;
        exp_m1 ExpM1;
        ln Ln;
        log2 Log2;
        log10 Log10;
        ln_1p Ln1p;
        sin Sin;
        cos Cos;
        tan Tan;
        asin Asin;
        acos Acos;
        atan Atan;
        sinh Sinh;
        cosh Cosh;
        tanh Tanh;
        asinh Asinh;
        acosh Acosh;
        atanh Atanh;
        erfc Erfc;
        abs Abs;
        sigmoid Sigmoid;
    }

    rows_of_two! {
        atan2 Atan2;
        hypot Hypot;
        min Min;
        max Max;
    }

    #[inline]
    fn powi(self, n: i32) -> Self {
        self.parametric(row::Powi, f64::from(n))
    }

    #[inline]
    fn powf(self, exponent: Self) -> Self {
        // Mostly the exponent is a constant: then there is no need of ln x.
        if exponent.tangents == [0.0; N] {
            self.binary_with_number(row::Pow, exponent.data)
        } else {
            self.binary(row::Pow, &exponent)
        }
    }

    #[inline]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        Dual::ternary(row::MulAdd, [&self, &factor, &term])
    }
}
