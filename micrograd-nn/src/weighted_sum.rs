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
    match bias {
        Some(bias) => bias.plus_dot(weights, inputs),
        None => grad! { weights[0] * inputs[0] }.plus_dot(&weights[1..], &inputs[1..]),
    }
}
