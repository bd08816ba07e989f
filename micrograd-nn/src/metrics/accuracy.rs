//! The share of samples whose class is predicted.

use super::argmax;
use crate::labels::assert_one_label_each;
use micrograd_core::Value;

/// The share of samples whose largest logit is that of their label: |{i : argmax zᵢ = yᵢ}| / n,
/// between 0 and 1.
///
/// A row has one logit for each class, a label is the index of the right one; see [`argmax`] for
/// ties. For one score of either sign there is [`binary_accuracy`](crate::binary_accuracy).
///
/// # Panics
///
/// If there are no rows, not as many labels as rows, the rows differ in length, a label is not the
/// index of a class, or a logit is NaN.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::accuracy;
///
/// let logits = [[0.2, 1.5, -1.0].map(Value::new), [3.0, 0.0, 0.0].map(Value::new)];
/// assert_eq!(accuracy(&logits, &[1, 2]), 0.5);
/// ```
#[must_use]
#[track_caller]
pub fn accuracy(logits: &[impl AsRef<[Value]>], labels: &[usize]) -> f64 {
    assert!(!logits.is_empty(), "the accuracy on 0 samples is undefined");
    let right = predictions(logits, labels)
        .zip(labels)
        .filter(|(class, label)| class == *label);
    share(right.count(), labels.len())
}

/// The predicted classes of rows of logits that have labels.
#[track_caller]
pub(super) fn predictions<'a>(
    logits: &'a [impl AsRef<[Value]>],
    labels: &[usize],
) -> impl Iterator<Item = usize> + 'a {
    assert_one_label_each(logits, labels, None);
    for (i, row) in logits.iter().enumerate() {
        let nan = row.as_ref().iter().position(|logit| logit.data().is_nan());
        if let Some(class) = nan {
            panic!("sample {i} has the logit NaN for class {class}");
        }
    }
    logits.iter().map(|row| argmax(row.as_ref()))
}

#[expect(clippy::cast_precision_loss)] // No one records 2⁵³ samples.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
