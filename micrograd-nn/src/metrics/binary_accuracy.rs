//! The share of two-class samples on the right side.

use micrograd_core::Value;

/// The share of samples whose score has the target's sign: |{i : (sᵢ > 0) = (yᵢ > 0)}| / n, between
/// 0 and 1.
///
/// A score of 0 counts as negative, as in micrograd's notebook.
///
/// # Panics
///
/// If there are no scores, not as many targets as scores, or a score or a target is NaN.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::binary_accuracy;
///
/// let scores = [Value::new(0.3), Value::new(-2.0), Value::new(0.1), Value::new(5.0)];
/// assert_eq!(binary_accuracy(&scores, &[1.0, -1.0, -1.0, 1.0]), 0.75);
/// ```
#[must_use]
#[track_caller]
pub fn binary_accuracy(scores: &[Value], targets: &[f64]) -> f64 {
    assert!(!scores.is_empty(), "the accuracy on 0 samples is undefined");
    assert!(
        scores.len() == targets.len(),
        "{} scores were given with {} targets",
        scores.len(),
        targets.len()
    );
    let mut right = 0.0;
    for (i, (score, &target)) in scores.iter().zip(targets).enumerate() {
        let score = score.data();
        assert!(
            !score.is_nan() && !target.is_nan(),
            "sample {i} has the score {score:?} and the target {target:?}"
        );
        right += f64::from((score > 0.0) == (target > 0.0));
    }
    #[expect(clippy::cast_precision_loss)] // No one records 2⁵³ scores.
    let count = scores.len() as f64;
    right / count
}
