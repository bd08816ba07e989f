//! What every neuron computes before its activation.

use micrograd_core::{Operand, Value, grad};

/// b + w₁x₁ + w₂x₂ + …, summed from the left, the bias first, as micrograd does; without a bias
/// the sum begins with w₁x₁. There is at least one weight, and an input for each.
#[track_caller]
pub(crate) fn weighted_sum<X: Operand>(
    weights: &[Value],
    bias: Option<&Value>,
    inputs: &[X],
) -> Value {
    let (mut sum, rest) = match bias {
        Some(bias) => (bias.clone(), 0),
        None => (grad! { weights[0] * inputs[0] }, 1),
    };
    for (w, x) in weights.iter().zip(inputs).skip(rest) {
        grad! { sum += w * x; }
    }
    sum
}
