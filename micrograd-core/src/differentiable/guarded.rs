//! An `f64` by which an adjoint of 0 passes nothing through an infinite slope.

use crate::operations::Number;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// An `f64` whose adjoints obey 0·∞ = 0. It is the slower one: a sweep that ends in a NaN is done again with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Guarded(pub f64);

impl From<f64> for Guarded {
    #[inline]
    fn from(number: f64) -> Self {
        Guarded(number)
    }
}

macro_rules! operators {
    ($($Operator:ident $operator:ident;)*) => {$(
        impl $Operator for Guarded {
            type Output = Guarded;

            #[inline]
            fn $operator(self, other: Guarded) -> Guarded {
                Guarded(self.0.$operator(other.0))
            }
        }
    )*};
}

operators! { Add add; Sub sub; Mul mul; Div div; }

impl Neg for Guarded {
    type Output = Guarded;

    #[inline]
    fn neg(self) -> Guarded {
        Guarded(-self.0)
    }
}

impl AddAssign for Guarded {
    #[inline]
    fn add_assign(&mut self, other: Guarded) {
        self.0 += other.0;
    }
}

impl SubAssign for Guarded {
    #[inline]
    fn sub_assign(&mut self, other: Guarded) {
        self.0 -= other.0;
    }
}

macro_rules! methods_of_f64 {
    ($($name:ident($($argument:ident),*);)*) => {$(
        #[inline]
        fn $name(self $(, $argument: Guarded)*) -> Guarded {
            Guarded(Number::$name(self.0 $(, $argument.0)*))
        }
    )*};
}

impl Number for Guarded {
    type Mask = bool;

    #[inline]
    fn primal(self) -> f64 {
        self.0
    }

    #[inline]
    fn is_greater(self, other: Self) -> bool {
        self.0 > other.0
    }

    #[inline]
    fn is_equal(self, other: Self) -> bool {
        self.0 == other.0
    }

    #[inline]
    fn is_nan(self) -> bool {
        self.0.is_nan()
    }

    #[inline]
    fn choose(mask: bool, then: impl FnOnce() -> Self, otherwise: impl FnOnce() -> Self) -> Self {
        if mask { then() } else { otherwise() }
    }

    #[inline]
    fn powi(self, n: i32) -> Self {
        Guarded(Number::powi(self.0, n))
    }

    methods_of_f64! {
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
        erfc();
        powf(exponent);
        atan2(x);
        hypot(other);
        min(other);
        max(other);
        mul_add(factor, term);
    }
}
