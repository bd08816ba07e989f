//! aad: its tape cannot be cleared, so there is a new one for every gradient.

use super::own_methods;
use crate::function::Function;
use crate::gradient::Gradient;
use crate::scalar::Scalar;
use aad::{Tape, Variable};

pub(crate) fn gradient(function: impl Function) -> Gradient {
    Box::new(move |x, gradient| {
        let tape = Tape::new();
        let x: Vec<Variable<'_, f64>> = tape.create_variables_iter(x).collect();
        let y = function.with_scalars(&x);
        let found = y.compute_gradients().expect("the result is on the tape");
        for (g, x) in gradient.iter_mut().zip(&x) {
            *g = found.get_gradient(x).expect("the inputs are on the tape");
        }
        y.value()
    })
}

impl Scalar for Variable<'_, f64> {
    #[inline]
    fn constant(self, number: f64) -> Self {
        Variable::constant(number)
    }

    #[inline]
    fn value(self) -> f64 {
        Variable::value(&self)
    }

    own_methods! { exp ln sqrt abs }

    #[inline]
    fn relu(self) -> Self {
        if self.value() > 0.0 {
            self
        } else {
            Variable::constant(0.0)
        }
    }
}
