//! The loss of probabilities whose logarithms are known.

use super::Losses;
use crate::labels::assert_one_label_each;
use micrograd_core::{Value, grad};

/// The negative log-likelihood −(1/n)·Σᵢ ln pᵢ(yᵢ) of n rows of log-probabilities for the labels y.
///
/// With [`log_softmax`](crate::log_softmax) of logits it is [`cross_entropy_loss`](crate::cross_entropy_loss),
/// which takes the logits themselves. PyTorch's `NLLLoss`.
///
/// # Panics
///
/// If there are no rows, not as many labels as rows, the rows differ in length or are empty, or a
/// label is not the index of a class.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::nll_loss;
///
/// let log_probabilities = [[-0.5, -3.0].map(Value::new), [-2.0, -0.25].map(Value::new)];
/// assert_eq!(nll_loss(&log_probabilities, &[0, 1]), (0.5 + 0.25) / 2.0);
/// ```
#[must_use]
#[track_caller]
pub fn nll_loss(log_probabilities: &[impl AsRef<[Value]>], labels: &[usize]) -> Value {
    nll_losses(log_probabilities, labels).mean()
}

/// The losses −ln pᵢ(yᵢ) of [`nll_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// As [`nll_loss`], except that there may be no rows.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::nll_losses;
/// assert_eq!(nll_losses(&[[-0.5, -3.0].map(Value::new)], &[1]).into_vec(), [3.0]);
/// ```
#[track_caller]
pub fn nll_losses(log_probabilities: &[impl AsRef<[Value]>], labels: &[usize]) -> Losses {
    assert_one_label_each(log_probabilities, labels, None);
    let mut losses = Vec::with_capacity(labels.len());
    for (row, &label) in log_probabilities.iter().zip(labels) {
        let logarithm = &row.as_ref()[label];
        losses.push(grad! { -logarithm });
    }
    Losses::of_equal_weight(losses)
}
