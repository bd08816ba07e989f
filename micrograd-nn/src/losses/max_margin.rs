//! The loss of a support vector machine.

use micrograd_core::{Value, grad};

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
    assert!(!scores.is_empty(), "the mean of 0 losses is undefined");
    assert!(
        scores.len() == targets.len(),
        "{} scores were given with {} targets",
        scores.len(),
        targets.len()
    );
    let mut losses = Vec::with_capacity(scores.len());
    for (i, (score, &target)) in scores.iter().zip(targets).enumerate() {
        assert!(
            target.abs() == 1.0,
            "the target of sample {i} is {target:?}; it must be 1 or -1"
        );
        losses.push(grad! { (1 - target * score).relu() });
    }
    #[expect(clippy::cast_precision_loss)] // No one records 2⁵³ scores.
    let count = losses.len() as f64;
    super::sum(losses) * (1.0 / count)
}
