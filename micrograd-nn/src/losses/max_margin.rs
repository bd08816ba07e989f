//! The loss of a support vector machine.

use super::{Losses, assert_one_target_each, assert_targets};
use micrograd_core::Value;

/// The max-margin loss (1/n)·Σᵢ max(0, 1 − yᵢsᵢ) of n scores s for the targets yᵢ = ±1.
///
/// A sample costs nothing once its score has the target's sign and at least size 1. Also known as
/// the hinge loss: Cortes and Vapnik, *Support-Vector Networks*, Machine Learning 20 (1995); the
/// `data_loss` of micrograd's notebook, in the same order of summation.
///
/// # Panics
///
/// If there are no scores, not as many targets as scores, or a target is neither 1 nor −1.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::max_margin_loss;
///
/// let scores = [Value::new(2.0), Value::new(0.5), Value::new(0.5)];
/// let loss = max_margin_loss(&scores, &[1.0, 1.0, -1.0]);
/// assert_eq!(loss, (0.0 + 0.5 + 1.5) * (1.0 / 3.0));
///
/// loss.backward();
/// assert_eq!(scores[0].grad(), 0.0); // beyond the margin
/// assert_eq!(scores[2].grad(), 1.0 / 3.0); // ∂L/∂s = −y/n
/// ```
#[must_use]
#[track_caller]
pub fn max_margin_loss(scores: &[Value], targets: &[f64]) -> Value {
    max_margin_losses(scores, targets).mean()
}

/// The losses max(0, 1 − yᵢsᵢ), before they are [reduced](Losses).
///
/// # Panics
///
/// If there are not as many targets as scores, or a target is neither 1 nor −1.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::max_margin_losses;
/// assert_eq!(max_margin_losses(&[Value::new(-2.0)], &[1.0]).into_vec(), [3.0]);
/// ```
#[track_caller]
pub fn max_margin_losses(scores: &[Value], targets: &[f64]) -> Losses {
    assert_targets(targets, |target| target.abs() == 1.0, "1 or -1");
    assert_one_target_each("scores", scores, targets);
    let mut losses = Vec::with_capacity(scores.len());
    for (score, &target) in scores.iter().zip(targets) {
        losses.push((1 - target * score).relu());
    }
    Losses::of_equal_weight(losses)
}
