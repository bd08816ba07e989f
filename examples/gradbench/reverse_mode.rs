//! Gradients of functions of many numbers.

use micrograd_core::Value;

/// ∂y/∂x for each of `leaves`, whose gradients are 0 before and after.
pub(crate) fn gradient<'a>(y: &Value, leaves: impl Iterator<Item = &'a Value>) -> Vec<f64> {
    y.backward();
    leaves.map(Value::take_grad).collect()
}
