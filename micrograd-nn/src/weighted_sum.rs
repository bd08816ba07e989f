//! What every neuron computes before its activation, and every linear map and attention is made of.

use micrograd_core::{Operand, Value};

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
        None => Value::dot(weights, inputs),
    }
}

/// The [`weighted_sum`] of the same inputs for each row of weights.
#[track_caller]
pub(crate) fn weighted_sums<'a, X: Operand>(
    rows: impl ExactSizeIterator<Item = &'a [Value]>,
    biases: Option<&[Value]>,
    inputs: &[X],
) -> Vec<Value> {
    let mut sums = Vec::with_capacity(rows.len());
    for (j, row) in rows.enumerate() {
        let bias = biases.map(|biases| &biases[j]);
        sums.push(weighted_sum(row, bias, inputs));
    }
    sums
}
