//! echidna's `Reverse`: its tape is pooled for each thread.

use crate::function::Function;
use crate::gradient::Gradient;
use crate::scalar::Scalar;
use echidna::Reverse;
use num_traits::Float;

pub(crate) fn gradient(function: impl Function) -> Gradient {
    Box::new(move |x, gradient| {
        let mut value = 0.0;
        let found = echidna::grad(
            |x: &[Reverse<f64>]| {
                let y = function.with_scalars(x);
                value = y.value();
                y
            },
            x,
        );
        gradient.copy_from_slice(&found);
        value
    })
}

impl Scalar for Reverse<f64> {
    #[inline]
    fn constant(self, number: f64) -> Self {
        Reverse::constant(number)
    }

    #[inline]
    fn value(self) -> f64 {
        <Self as echidna::Scalar>::value(&self)
    }

    #[inline]
    fn exp(self) -> Self {
        Float::exp(self)
    }

    #[inline]
    fn ln(self) -> Self {
        Float::ln(self)
    }

    #[inline]
    fn sqrt(self) -> Self {
        Float::sqrt(self)
    }

    #[inline]
    fn abs(self) -> Self {
        Float::abs(self)
    }

    #[inline]
    fn relu(self) -> Self {
        Float::max(self, Reverse::constant(0.0))
    }
}
