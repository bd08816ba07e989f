//! Gradients inside of functions that are differentiated in turn, in forward or in reverse mode.

use micrograd_core::{Value, gradients, tangent};

#[derive(Clone, Copy)]
pub(crate) enum Mode {
    Forward,
    Reverse,
}

impl Mode {
    /// ∇f at `x`, as values.
    pub(crate) fn gradient(self, f: impl Fn(&[Value]) -> Value, x: &[Value]) -> Vec<Value> {
        // Nodes of their own, so that what else was made of x has no part in this derivative.
        let x: Vec<Value> = x.iter().map(|x| x * 1.0).collect();
        let y = f(&x);
        let inputs: Vec<&Value> = x.iter().collect();
        match self {
            Mode::Reverse => gradients(&y, &inputs),
            Mode::Forward => (0..inputs.len())
                .map(|i| tangent(&y, &inputs[i..=i], &[1.0]))
                .collect(),
        }
    }

    /// ∇f at plain numbers.
    pub(crate) fn gradient_at(self, f: impl Fn(&[Value]) -> Value, x: &[f64]) -> Vec<f64> {
        let gradient = self.gradient(f, &Value::leaves_of(x));
        gradient.iter().map(Value::data).collect()
    }
}
