//! The weighted sum, which every layer, linear map and attention is made of.

use crate::Activation;
use micrograd_core::{Operand, Value};

/// The bias and the weights of one output.
pub(crate) type Row<'a> = (Option<&'a Value>, &'a [Value]);

/// φ(b + w₁x₁ + w₂x₂ + …) for each row, summed from the left, the bias first, as micrograd does; without a bias the sum begins
/// with w₁x₁. There is at least one input, and a weight for each.
#[track_caller]
pub(crate) fn outputs<'a, X: Operand>(
    rows: impl ExactSizeIterator<Item = Row<'a>>,
    activation: Activation,
    inputs: &[X],
) -> Vec<Value> {
    if let Some(op) = activation.op() {
        return Value::linear(rows, inputs, Some(op));
    }
    let mut outputs = Value::linear(rows, inputs, None);
    if activation != Activation::Linear {
        for y in &mut outputs {
            *y = activation.apply(y.clone());
        }
    }
    outputs
}

/// The sums alone, of rows of weights and a list of biases.
#[track_caller]
pub(crate) fn weighted_sums<'a, X: Operand>(
    rows: impl ExactSizeIterator<Item = &'a [Value]>,
    biases: Option<&'a [Value]>,
    inputs: &[X],
) -> Vec<Value> {
    let rows = rows
        .enumerate()
        .map(|(j, row)| (biases.map(|biases| &biases[j]), row));
    Value::linear(rows, inputs, None)
}
