//! The function at a neuron's end.

use crate::{Forward, Module, ParameterPath};
use micrograd_core::{Op, Operand, Value};
use std::fmt;

/// The function φ that a neuron applies to its weighted sum.
///
/// It prints as it stands in the name of a neuron: `ReLU`, `Linear`, `LeakyReLU(0.01)`. As a module
/// of its own, without parameters, it is φ of each signal, so that it can stand in a
/// [`Sequential`](crate::Sequential).
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Activation, Forward};
///
/// assert_eq!(Activation::Relu.apply(Value::new(-3.0)), 0.0);
/// assert_eq!(Activation::Linear.apply(Value::new(-3.0)), -3.0);
/// assert_eq!(Activation::Relu.to_string(), "ReLU");
/// assert_eq!(Activation::LeakyRelu(0.5).forward(&[-3.0, 3.0]), [-1.5, 3.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Activation {
    /// φ(s) = s
    Linear,
    /// φ(s) = max(0, s), with slope 0 at 0.
    Relu,
    /// φ(s) = s for s > 0, else c·s for this slope c; PyTorch's `LeakyReLU`, where c is 0.01 unless
    /// given.
    LeakyRelu(f64),
    /// φ(s) = s for s > 0, else α·(eˢ − 1) for this α. Clevert et al., *Fast and Accurate Deep
    /// Network Learning by Exponential Linear Units*, ICLR 2016; PyTorch's `ELU`, where α is 1
    /// unless given.
    Elu(f64),
    /// φ(s) = 1/(1 + e⁻ˢ)
    Sigmoid,
    /// φ(s) = tanh s
    Tanh,
    /// φ(s) = ln(1 + eˢ)
    Softplus,
    /// φ(s) = s·Φ(s), where Φ is the normal distribution function. Hendrycks and Gimpel, *Gaussian
    /// Error Linear Units*, 2016; PyTorch's `GELU` in its exact form.
    Gelu,
    /// φ(s) = s/(1 + e⁻ˢ), also called swish. Elfwing et al., *Sigmoid-Weighted Linear Units*, Neural
    /// Networks 107 (2018); PyTorch's `SiLU`.
    Silu,
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
            Activation::LeakyRelu(slope) => sum.leaky_relu(slope),
            Activation::Elu(alpha) => sum.elu(alpha),
            Activation::Sigmoid => sum.sigmoid(),
            Activation::Tanh => sum.tanh(),
            Activation::Softplus => sum.softplus(),
            Activation::Gelu => sum.gelu(),
            Activation::Silu => sum.silu(),
        }
    }
}

impl Activation {
    /// The operation of the table that it is, for those that take no number of their own.
    pub(crate) fn op(self) -> Option<Op> {
        match self {
            Activation::Linear | Activation::LeakyRelu(_) | Activation::Elu(_) => None,
            Activation::Relu => Some(Op::Relu),
            Activation::Sigmoid => Some(Op::Sigmoid),
            Activation::Tanh => Some(Op::Tanh),
            Activation::Softplus => Some(Op::Softplus),
            Activation::Gelu => Some(Op::Gelu),
            Activation::Silu => Some(Op::Silu),
        }
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

/// No parameters.
impl Module for Activation {
    fn visit_parameters(
        &self,
        _: &ParameterPath<'_>,
        _: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
    }
}

/// As PyTorch names it, with its number if it has one.
impl fmt::Display for Activation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Activation::Linear => f.write_str("Linear"),
            Activation::Relu => f.write_str("ReLU"),
            Activation::LeakyRelu(slope) => write!(f, "LeakyReLU({slope})"),
            Activation::Elu(alpha) => write!(f, "ELU({alpha})"),
            Activation::Sigmoid => f.write_str("Sigmoid"),
            Activation::Tanh => f.write_str("Tanh"),
            Activation::Softplus => f.write_str("Softplus"),
            Activation::Gelu => f.write_str("GELU"),
            Activation::Silu => f.write_str("SiLU"),
        }
    }
}
