//! Rows of logits with the labels of their classes.

use micrograd_core::Value;

/// Panics unless every row has as many logits as the first, and a label that is one of them or is
/// ignored.
#[track_caller]
pub(crate) fn assert_one_label_each(
    logits: &[impl AsRef<[Value]>],
    labels: &[usize],
    ignored: Option<usize>,
) {
    assert!(
        logits.len() == labels.len(),
        "{} rows of logits were given with {} labels",
        logits.len(),
        labels.len()
    );
    let classes = logits.first().map_or(0, |row| row.as_ref().len());
    for (i, (row, &label)) in logits.iter().zip(labels).enumerate() {
        let logits = row.as_ref().len();
        assert!(
            logits == classes,
            "row {i} has {logits} logits, and row 0 has {classes}"
        );
        assert!(
            label < classes || Some(label) == ignored,
            "the label of sample {i} is {label}, and there are {classes} classes"
        );
    }
}
