//! Squared near the target, linear far from it.

use super::{Losses, assert_one_target_each, mae_losses};
use micrograd_core::{Value, grad};

/// The Huber loss (1/n)·Σᵢ h(|xᵢ − yᵢ|) of n outputs x for the targets y, where h(e) = ½e² up to
/// e = δ and δ(e − ½δ) beyond.
///
/// Huber, *Robust Estimation of a Location Parameter*, Annals of Mathematical Statistics 35
/// (1964); PyTorch's `HuberLoss`, where δ = 1 unless given.
///
/// # Panics
///
/// If `delta` is not above 0 and finite, there are no outputs, or not as many targets as outputs.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::huber_loss;
///
/// let outputs = [Value::new(0.5), Value::new(-3.0)];
/// let loss = huber_loss(&outputs, &[0.0, 0.0], 1.0);
/// assert_eq!(loss, (0.125 + 2.5) / 2.0);
///
/// loss.backward();
/// assert_eq!(outputs[0].grad(), 0.25); // e/n near
/// assert_eq!(outputs[1].grad(), -0.5); // ±δ/n far
/// ```
#[must_use]
#[track_caller]
pub fn huber_loss(outputs: &[Value], targets: &[f64], delta: f64) -> Value {
    huber_losses(outputs, targets, delta).mean()
}

/// The losses h(|xᵢ − yᵢ|) of [`huber_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// If `delta` is not above 0 and finite, or there are not as many targets as outputs.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::huber_losses;
/// assert_eq!(huber_losses(&[Value::new(4.0)], &[0.0], 2.0).into_vec(), [6.0]); // 2·(4 − 1)
/// ```
#[track_caller]
pub fn huber_losses(outputs: &[Value], targets: &[f64], delta: f64) -> Losses {
    assert!(
        delta > 0.0 && delta.is_finite(),
        "delta is {delta:?}; it must be finite and above 0"
    );
    assert_one_target_each("outputs", outputs, targets);
    let mut losses = Vec::with_capacity(outputs.len());
    for (x, &y) in outputs.iter().zip(targets) {
        // With m = min(e, δ) both branches are m(e − ½m), and so are their slopes.
        losses.push(grad! {
            let error = (x - y).abs();
            let near = error.min(delta);
            near * (error - near / 2)
        });
    }
    Losses::of_equal_weight(losses)
}

/// The smooth L1 loss (1/n)·Σᵢ s(|xᵢ − yᵢ|) of n outputs x for the targets y, where s(e) = ½e²/β
/// up to e = β and e − ½β beyond: [`huber_loss`] with δ = β, divided by β.
///
/// For β = 0 it is [`mae_loss`](crate::mae_loss). Girshick, *Fast R-CNN*, ICCV 2015; PyTorch's
/// `SmoothL1Loss`, where β = 1 unless given.
///
/// # Panics
///
/// If `beta` is negative or not finite, there are no outputs, or not as many targets as outputs.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::smooth_l1_loss;
///
/// let outputs = [Value::new(0.5), Value::new(-3.0)];
/// let loss = smooth_l1_loss(&outputs, &[0.0, 0.0], 0.5);
/// assert_eq!(loss, (0.25 + 2.75) / 2.0);
/// ```
#[must_use]
#[track_caller]
pub fn smooth_l1_loss(outputs: &[Value], targets: &[f64], beta: f64) -> Value {
    smooth_l1_losses(outputs, targets, beta).mean()
}

/// The losses s(|xᵢ − yᵢ|) of [`smooth_l1_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// If `beta` is negative or not finite, or there are not as many targets as outputs.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::smooth_l1_losses;
/// assert_eq!(smooth_l1_losses(&[Value::new(4.0)], &[0.0], 2.0).into_vec(), [3.0]); // 4 − 1
/// ```
#[track_caller]
pub fn smooth_l1_losses(outputs: &[Value], targets: &[f64], beta: f64) -> Losses {
    assert!(
        beta >= 0.0 && beta.is_finite(),
        "beta is {beta:?}; it must be finite and at least 0"
    );
    if beta == 0.0 {
        return mae_losses(outputs, targets);
    }
    let mut losses = huber_losses(outputs, targets, beta).into_vec();
    for loss in &mut losses {
        *loss /= beta;
    }
    Losses::of_equal_weight(losses)
}
