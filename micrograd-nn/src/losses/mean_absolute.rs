//! The distance from the target.

use super::{Losses, assert_one_target_each};
use micrograd_core::{Value, grad};

/// The mean absolute error (1/n)·Σᵢ |xᵢ − yᵢ| of n outputs x for the targets y.
///
/// Less drawn to outliers than [`mse_loss`](crate::mse_loss). An output on its target has slope 0.
/// Outputs of several numbers are given one after another. Boscovich (1757); PyTorch's `L1Loss`.
///
/// # Panics
///
/// If there are no outputs, or not as many targets as outputs.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::mae_loss;
///
/// let outputs = [Value::new(1.0), Value::new(-3.0)];
/// let loss = mae_loss(&outputs, &[0.0, 0.0]);
/// assert_eq!(loss, (1.0 + 3.0) / 2.0);
///
/// loss.backward();
/// assert_eq!(outputs[1].grad(), -0.5); // ∂L/∂x = sign(x − y)/n
/// ```
#[must_use]
#[track_caller]
pub fn mae_loss(outputs: &[Value], targets: &[f64]) -> Value {
    mae_losses(outputs, targets).mean()
}

/// The absolute errors |xᵢ − yᵢ|, before they are [reduced](Losses).
///
/// # Panics
///
/// If there are not as many targets as outputs.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::mae_losses;
/// assert_eq!(mae_losses(&[Value::new(-3.0)], &[0.5]).into_vec(), [3.5]);
/// ```
#[track_caller]
pub fn mae_losses(outputs: &[Value], targets: &[f64]) -> Losses {
    assert_one_target_each("outputs", outputs, targets);
    let mut losses = Vec::with_capacity(outputs.len());
    for (x, &y) in outputs.iter().zip(targets) {
        losses.push(grad! { (x - y).abs() });
    }
    Losses::of_equal_weight(losses)
}
