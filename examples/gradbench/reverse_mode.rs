//! Gradients of functions of many numbers.

use micrograd_core::Value;

/// ∂y/∂x for each of `leaves`.
pub(crate) fn gradient<'a>(y: &Value, leaves: impl Iterator<Item = &'a Value> + Clone) -> Vec<f64> {
    for leaf in leaves.clone() {
        leaf.zero_grad();
    }
    y.backward();
    leaves.map(Value::grad).collect()
}
