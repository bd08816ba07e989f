//! Which classes are taken for which.

use super::accuracy::{predictions, share};
use micrograd_core::Value;
use std::fmt;

/// How many samples of each class were predicted to be of each class.
///
/// Rows are the true labels, columns the predictions, as in scikit-learn's `confusion_matrix`;
/// right answers stand on the diagonal.
///
/// ```
/// use micrograd_nn::ConfusionMatrix;
///
/// let labels = [0, 0, 1, 1, 1];
/// let predicted = [0, 1, 1, 1, 0];
/// let matrix = ConfusionMatrix::from_predictions(2, &predicted, &labels);
/// assert_eq!(matrix.count(0, 1), 1); // one 0 was taken for a 1
/// assert_eq!(matrix.accuracy(), Some(0.6));
/// assert_eq!(
///     matrix.to_string(),
///     "label \\ predicted  0  1\n\
///      \x20               0  1  1\n\
///      \x20               1  1  2\n"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfusionMatrix {
    classes: usize,
    /// Row by row.
    counts: Vec<usize>,
}

impl ConfusionMatrix {
    /// Counts the predictions for samples with the given labels.
    ///
    /// # Panics
    ///
    /// If there are not as many labels as predictions, or one of them is not below `classes`.
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// assert_eq!(ConfusionMatrix::from_predictions(3, &[2, 2], &[2, 0]).count(0, 2), 1);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn from_predictions(classes: usize, predicted: &[usize], labels: &[usize]) -> Self {
        assert!(
            predicted.len() == labels.len(),
            "{} predictions were given with {} labels",
            predicted.len(),
            labels.len()
        );
        let mut counts = vec![0; classes * classes];
        for (i, (&predicted, &label)) in predicted.iter().zip(labels).enumerate() {
            assert!(
                predicted < classes && label < classes,
                "sample {i} has the prediction {predicted} and the label {label}, and there are \
                 {classes} classes"
            );
            counts[label * classes + predicted] += 1;
        }
        ConfusionMatrix { classes, counts }
    }

    /// Counts the classes with the largest logits, one row of logits for each sample.
    ///
    /// # Panics
    ///
    /// If there are no rows, not as many labels as rows, the rows differ in length, a label is not
    /// the index of a class, or a logit is NaN.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::ConfusionMatrix;
    /// let logits = [[0.2, 1.5].map(Value::new), [3.0, 0.0].map(Value::new)];
    /// let matrix = ConfusionMatrix::from_logits(&logits, &[1, 1]);
    /// assert_eq!((matrix.count(1, 0), matrix.count(1, 1)), (1, 1));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn from_logits(logits: &[impl AsRef<[Value]>], labels: &[usize]) -> Self {
        assert!(
            !logits.is_empty(),
            "the number of classes of 0 rows of logits is unknown"
        );
        let predicted: Vec<usize> = predictions(logits, labels).collect();
        Self::from_predictions(logits[0].as_ref().len(), &predicted, labels)
    }

    /// The number of classes.
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// assert_eq!(ConfusionMatrix::from_predictions(3, &[], &[]).classes(), 3);
    /// ```
    #[must_use]
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// How many samples of class `label` were taken for class `predicted`.
    ///
    /// # Panics
    ///
    /// If one of them is not below [`classes`](ConfusionMatrix::classes).
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// assert_eq!(ConfusionMatrix::from_predictions(2, &[1, 1], &[0, 0]).count(0, 1), 2);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn count(&self, label: usize, predicted: usize) -> usize {
        assert!(
            label < self.classes && predicted < self.classes,
            "no count of label {label} and prediction {predicted} among {} classes",
            self.classes
        );
        self.counts[label * self.classes + predicted]
    }

    /// The share of all samples on the diagonal; `None` without samples.
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// let matrix = ConfusionMatrix::from_predictions(2, &[1, 1], &[0, 1]);
    /// assert_eq!(matrix.accuracy(), Some(0.5));
    /// ```
    #[must_use]
    pub fn accuracy(&self) -> Option<f64> {
        let right = (0..self.classes)
            .map(|class| self.count(class, class))
            .sum();
        share_of_any(right, self.counts.iter().sum())
    }

    /// The share of the samples predicted to be of `class` that are; `None` if there are none.
    ///
    /// # Panics
    ///
    /// If `class` is not below [`classes`](ConfusionMatrix::classes).
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// let matrix = ConfusionMatrix::from_predictions(2, &[1, 1], &[0, 1]);
    /// assert_eq!((matrix.precision(0), matrix.precision(1)), (None, Some(0.5)));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn precision(&self, class: usize) -> Option<f64> {
        let right = self.count(class, class);
        share_of_any(
            right,
            (0..self.classes)
                .map(|label| self.count(label, class))
                .sum(),
        )
    }

    /// The share of the samples of `class` that are predicted to be; `None` if there are none.
    ///
    /// # Panics
    ///
    /// If `class` is not below [`classes`](ConfusionMatrix::classes).
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// let matrix = ConfusionMatrix::from_predictions(2, &[1, 1], &[0, 1]);
    /// assert_eq!((matrix.recall(0), matrix.recall(1)), (Some(0.0), Some(1.0)));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn recall(&self, class: usize) -> Option<f64> {
        let right = self.count(class, class);
        share_of_any(
            right,
            (0..self.classes)
                .map(|predicted| self.count(class, predicted))
                .sum(),
        )
    }
}

fn share_of_any(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| share(part, whole))
}

/// A line for each label and a column for each prediction, aligned.
impl fmt::Display for ConfusionMatrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const CORNER: &str = "label \\ predicted";
        let digits = |number: usize| number.to_string().len();
        let longest = self
            .counts
            .iter()
            .copied()
            .max()
            .unwrap_or(0)
            .max(self.classes);
        let width = digits(longest) + 2;
        f.write_str(CORNER)?;
        for class in 0..self.classes {
            write!(f, "{class:>width$}")?;
        }
        for label in 0..self.classes {
            write!(f, "\n{label:>corner$}", corner = CORNER.len())?;
            for predicted in 0..self.classes {
                write!(f, "{:>width$}", self.count(label, predicted))?;
            }
        }
        writeln!(f)
    }
}
