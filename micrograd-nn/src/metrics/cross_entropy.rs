//! How unlikely the right answers were.

/// The mean cross-entropy −(1/n)·Σᵢ ln softmax(zᵢ)(yᵢ) of n rows of plain logits z for the labels y: the
/// number of [`cross_entropy_loss`](crate::cross_entropy_loss), for data that need no gradient, such as
/// what [`predict`](crate::Forward::predict) gives.
///
/// # Panics
///
/// If there are no rows, not as many labels as rows, or a label is not the index of a class.
///
/// ```
/// use micrograd_nn::mean_cross_entropy;
///
/// let logits = [[0.0, 0.0], [1000.0, -1000.0]];
/// assert_eq!(mean_cross_entropy(&logits, &[0, 1]), (2_f64.ln() + 2000.0) / 2.0);
/// ```
#[must_use]
#[track_caller]
pub fn mean_cross_entropy(logits: &[impl AsRef<[f64]>], labels: &[usize]) -> f64 {
    assert!(
        logits.len() == labels.len(),
        "{} rows of logits were given with {} labels",
        logits.len(),
        labels.len()
    );
    assert!(
        !logits.is_empty(),
        "the mean cross-entropy of {} rows is undefined",
        logits.len()
    );
    let mut sum = 0.0;
    for (i, (row, &label)) in logits.iter().zip(labels).enumerate() {
        let row = row.as_ref();
        assert!(
            label < row.len(),
            "the label of sample {i} is {label}, and there are {} classes",
            row.len()
        );
        let largest = row.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
        let top = row.iter().position(|&z| z == largest).unwrap_or(0);
        // The largest logit stands apart, so that a loss near 0 keeps its digits.
        let others = row.iter().enumerate().filter(|&(class, _)| class != top);
        let rest: f64 = others.map(|(_, &z)| libm::exp(z - largest)).sum();
        sum += libm::log1p(rest) - (row[label] - largest);
    }
    #[expect(clippy::cast_precision_loss)] // No one has 2⁵³ samples.
    let count = logits.len() as f64;
    sum / count
}
