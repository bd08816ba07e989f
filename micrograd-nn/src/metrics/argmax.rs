//! The class that a row of logits stands for.

use micrograd_core::Value;

/// The index of the largest logit: the predicted class. Of equal ones it is the first, as in
/// PyTorch's `argmax`; a NaN is never the largest, unless there is nothing else.
///
/// # Panics
///
/// If there are no logits.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::argmax;
///
/// assert_eq!(argmax(&[0.1, 2.5, -3.0].map(Value::new)), 1);
/// ```
#[must_use]
#[track_caller]
pub fn argmax(logits: &[Value]) -> usize {
    assert!(!logits.is_empty(), "the largest of 0 logits is undefined");
    let mut best = 0;
    let mut largest = logits[0].data();
    for (i, logit) in logits.iter().enumerate().skip(1) {
        let logit = logit.data();
        if logit > largest || (largest.is_nan() && !logit.is_nan()) {
            (best, largest) = (i, logit);
        }
    }
    best
}
