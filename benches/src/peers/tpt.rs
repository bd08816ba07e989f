//! tpt-math-autodiff-rev: its tape is cleared and used again.

use super::own_methods;
use crate::function::Function;
use crate::gradient::Gradient;
use crate::scalar::Scalar;
use tpt_math_autodiff_rev::{GradientTape, Variable};

pub(crate) fn gradient(function: impl Function) -> Gradient {
    let mut tape = GradientTape::new();
    Box::new(move |x, gradient| {
        tape.clear();
        let x = tape.vars(x);
        let y = function.with_scalars(&x);
        let found = tape.backward(y);
        for (g, &x) in gradient.iter_mut().zip(&x) {
            *g = found.wrt(x);
        }
        y.value()
    })
}

impl Scalar for Variable<'_> {
    #[inline]
    fn constant(self, number: f64) -> Self {
        self.tape().constant(number)
    }

    #[inline]
    fn value(self) -> f64 {
        Variable::value(&self)
    }

    own_methods! { exp ln sqrt abs }

    #[inline]
    fn relu(self) -> Self {
        if Variable::value(&self) > 0.0 {
            self
        } else {
            self.constant(0.0)
        }
    }
}
