//! The squared distance from the target.

use super::{Losses, assert_one_target_each};
use micrograd_core::{Value, grad};

/// The mean squared error (1/n)·Σᵢ (xᵢ − yᵢ)² of n outputs x for the targets y.
///
/// Outputs of several numbers are given one after another. Legendre, *Nouvelles méthodes pour la
/// détermination des orbites des comètes* (1805); PyTorch's `MSELoss`.
///
/// # Panics
///
/// If there are no outputs, or not as many targets as outputs.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::mse_loss;
///
/// let outputs = [Value::new(1.0), Value::new(5.0)];
/// let loss = mse_loss(&outputs, &[0.0, 3.0]);
/// assert_eq!(loss, (1.0 + 4.0) / 2.0);
///
/// loss.backward();
/// assert_eq!(outputs[1].grad(), 2.0); // ∂L/∂x = 2(x − y)/n
/// ```
#[must_use]
#[track_caller]
pub fn mse_loss(outputs: &[Value], targets: &[f64]) -> Value {
    mse_losses(outputs, targets).mean()
}

/// The squared errors (xᵢ − yᵢ)², before they are [reduced](Losses).
///
/// # Panics
///
/// If there are not as many targets as outputs.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::mse_losses;
/// assert_eq!(mse_losses(&[Value::new(5.0)], &[3.0]).into_vec(), [4.0]);
/// ```
#[track_caller]
pub fn mse_losses(outputs: &[Value], targets: &[f64]) -> Losses {
    assert_one_target_each("outputs", outputs, targets);
    let mut losses = Vec::with_capacity(outputs.len());
    for (x, &y) in outputs.iter().zip(targets) {
        losses.push(grad! { (x - y) ** 2 });
    }
    Losses::of_equal_weight(losses)
}
