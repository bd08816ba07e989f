//! RustQuant_autodiff: its graph is cleared and used again.

use super::own_methods;
use crate::function::Function;
use crate::gradient::Gradient;
use crate::scalar::Scalar;
use RustQuant_autodiff::{Accumulate, Gradient as _, Graph, Max, Variable};

pub(crate) fn gradient(function: impl Function) -> Gradient {
    let graph = Graph::new();
    Box::new(move |x, gradient| {
        graph.clear();
        let x = graph.vars(x);
        let y = function.with_scalars(&x);
        let found = y.accumulate();
        for (g, x) in gradient.iter_mut().zip(&x) {
            *g = found.wrt(x);
        }
        y.value()
    })
}

impl Scalar for Variable<'_> {
    #[inline]
    fn constant(self, number: f64) -> Self {
        self.graph.var(number)
    }

    #[inline]
    fn value(self) -> f64 {
        self.value
    }

    own_methods! { exp ln sqrt abs }

    #[inline]
    fn relu(self) -> Self {
        Max::max(&self, 0.0)
    }
}
