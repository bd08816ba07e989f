//! The share of samples whose class is among the first guesses.

use super::accuracy::share;
use crate::labels::assert_one_label_each;
use micrograd_core::Value;

/// The share of rows of logits in which the label is one of the k classes with the largest logits; of
/// equal logits the first ones count as larger. scikit-learn's `top_k_accuracy_score`.
///
/// # Panics
///
/// If there are no rows, not as many labels as rows, the rows differ in length, a label is not the index
/// of a class, a logit is NaN, or `k` is 0.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::top_k_accuracy;
///
/// let logits = [[0.5, 0.2, 0.1].map(Value::new), [0.3, 0.4, 0.2].map(Value::new)];
/// assert_eq!(top_k_accuracy(&logits, &[1, 2], 1), 0.0);
/// assert_eq!(top_k_accuracy(&logits, &[1, 2], 2), 0.5);
/// ```
#[must_use]
#[track_caller]
pub fn top_k_accuracy(logits: &[impl AsRef<[Value]>], labels: &[usize], k: usize) -> f64 {
    assert!(!logits.is_empty(), "the accuracy on 0 samples is undefined");
    assert!(k > 0, "the label is never among the first {k} classes");
    assert_one_label_each(logits, labels, None);
    let mut right = 0;
    for (i, (row, &label)) in logits.iter().zip(labels).enumerate() {
        let row = Value::data_of(row.as_ref());
        if let Some(class) = row.iter().position(|logit| logit.is_nan()) {
            panic!("sample {i} has the logit NaN for class {class}");
        }
        let own = row[label];
        let before = row.iter().enumerate();
        let before = before.filter(|&(class, &z)| z > own || (z == own && class < label));
        right += usize::from(before.count() < k);
    }
    share(right, labels.len())
}
