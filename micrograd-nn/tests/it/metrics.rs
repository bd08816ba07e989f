//! Accuracy and the confusion matrix, against counting by hand.

use micrograd_core::Value;
use micrograd_nn::{ConfusionMatrix, accuracy, argmax};

#[test]
fn of_equal_logits_the_first_is_predicted() {
    assert_eq!(argmax(&[1.0, 3.0, 3.0].map(Value::new)), 1);
    assert_eq!(argmax(&[f64::NEG_INFINITY; 2].map(Value::new)), 0);
}

#[test]
fn a_nan_is_never_the_largest() {
    assert_eq!(argmax(&[f64::NAN, 1.0, 2.0].map(Value::new)), 2);
    assert_eq!(argmax(&[-1.0, f64::NAN, -2.0].map(Value::new)), 0);
}

#[test]
fn accuracy_is_the_share_of_right_classes() {
    let logits = [[0.2, 1.5], [3.0, 0.0], [-1.0, -2.0], [0.0, 0.1]].map(|row| row.map(Value::new));
    assert_eq!(accuracy(&logits, &[1, 0, 0, 1]), 1.0);
    assert_eq!(accuracy(&logits, &[1, 0, 1, 1]), 0.75);
    assert_eq!(accuracy(&logits, &[0, 1, 1, 0]), 0.0);
}

#[test]
fn a_confusion_matrix_counts_labels_in_rows_and_predictions_in_columns() {
    let labels = [0, 0, 0, 1, 1, 2];
    let predicted = [0, 1, 1, 1, 0, 1];
    let matrix = ConfusionMatrix::from_predictions(3, &predicted, &labels);
    let counts = [0, 1, 2].map(|label| [0, 1, 2].map(|predicted| matrix.count(label, predicted)));
    assert_eq!(counts, [[1, 2, 0], [1, 1, 0], [0, 1, 0]]);
    assert_eq!(matrix.accuracy(), Some(2.0 / 6.0));
    assert_eq!(
        [0, 1, 2].map(|class| matrix.precision(class)),
        [Some(0.5), Some(0.25), None]
    );
    assert_eq!(
        [0, 1, 2].map(|class| matrix.recall(class)),
        [Some(1.0 / 3.0), Some(0.5), Some(0.0)]
    );
}

#[test]
fn a_confusion_matrix_of_logits_is_that_of_their_predictions() {
    let logits = [[0.2, 1.5, 0.0], [3.0, 0.0, 0.0], [-1.0, -2.0, 0.0]].map(|z| z.map(Value::new));
    let labels = [1, 2, 2];
    assert_eq!(
        ConfusionMatrix::from_logits(&logits, &labels),
        ConfusionMatrix::from_predictions(3, &[1, 0, 2], &labels)
    );
}

#[test]
fn a_confusion_matrix_prints_aligned() {
    let mut labels = vec![0; 120];
    labels.extend([1, 1]);
    let mut predicted = vec![0; 119];
    predicted.extend([1, 1, 0]);
    let matrix = ConfusionMatrix::from_predictions(2, &predicted, &labels);
    let lines = [
        "label \\ predicted    0    1",
        "                0  119    1",
        "                1    1    1",
    ];
    assert_eq!(matrix.to_string(), lines.join("\n") + "\n");
}
