//! The function at a neuron's end.

use crate::{Forward, Module, ParameterPath};
use micrograd_core::{Operand, Value};
use std::fmt;

/// The function φ that a neuron applies to its weighted sum.
///
/// It prints as it stands in the name of a neuron: `ReLU`, `Linear`, `Tanh`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::Activation;
///
/// assert_eq!(Activation::Relu.apply(Value::new(-3.0)), 0.0);
/// assert_eq!(Activation::Linear.apply(Value::new(-3.0)), -3.0);
/// assert_eq!(Activation::Relu.to_string(), "ReLU");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Activation {
    /// φ(s) = s
    Linear,
    /// φ(s) = max(0, s), with slope 0 at 0.
    Relu,
    /// φ(s) = tanh s
    Tanh,
}

impl Activation {
    /// φ(s)
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::Activation;
    /// assert_eq!(Activation::Tanh.apply(Value::new(0.0)), 0.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn apply(self, sum: Value) -> Value {
        match self {
            Activation::Linear => sum,
            Activation::Relu => sum.relu(),
            Activation::Tanh => sum.tanh(),
        }
    }
}

impl fmt::Display for Activation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Activation::Linear => "Linear",
            Activation::Relu => "ReLU",
            Activation::Tanh => "Tanh",
        })
    }
}

/// No parameters.
impl Module for Activation {
    fn visit_parameters(
        &self,
        _: &ParameterPath<'_>,
        _: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
    }
}

impl<X: Operand> Forward<[X]> for Activation {
    type Output = Vec<Value>;

    /// φ of each signal.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        let mut outputs = Vec::with_capacity(inputs.len());
        for x in inputs {
            outputs.push(self.apply(x.to_value()));
        }
        outputs
    }
}
