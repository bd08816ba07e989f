//! Metrics of a confusion matrix that do not let large classes outweigh small ones.

use super::ConfusionMatrix;

impl ConfusionMatrix {
    /// F₁ of a class, the harmonic mean of its precision and recall: 2·TP/(2·TP + FP + FN); `None` if no
    /// sample is of it or predicted to be. van Rijsbergen, *Information Retrieval* (1979).
    ///
    /// # Panics
    ///
    /// If `class` is not below [`classes`](ConfusionMatrix::classes).
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// let matrix = ConfusionMatrix::from_predictions(3, &[1, 1, 0], &[0, 1, 0]);
    /// assert_eq!((matrix.f1(0), matrix.f1(2)), (Some(2.0 / 3.0), None));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn f1(&self, class: usize) -> Option<f64> {
        let right = self.count(class, class);
        let (mut of_class, mut predicted) = (0, 0);
        for other in 0..self.classes() {
            of_class += self.count(class, other);
            predicted += self.count(other, class);
        }
        let both = of_class + predicted;
        (both > 0).then(|| super::accuracy::share(2 * right, both))
    }

    /// The mean of [`f1`](ConfusionMatrix::f1) over the classes that have one; `None` without samples.
    /// scikit-learn's `f1_score` with `average='macro'`.
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// let matrix = ConfusionMatrix::from_predictions(2, &[1, 1, 0], &[0, 1, 0]);
    /// assert_eq!(matrix.macro_f1(), Some(2.0 / 3.0));
    /// ```
    #[must_use]
    pub fn macro_f1(&self) -> Option<f64> {
        mean((0..self.classes()).filter_map(|class| self.f1(class)))
    }

    /// The mean of the [recalls](ConfusionMatrix::recall) of the classes that occur; `None` without samples.
    /// scikit-learn's `balanced_accuracy_score`.
    ///
    /// ```
    /// # use micrograd_nn::ConfusionMatrix;
    /// let matrix = ConfusionMatrix::from_predictions(2, &[0, 0, 0, 0], &[0, 0, 0, 1]);
    /// assert_eq!(matrix.balanced_accuracy(), Some(0.5));
    /// ```
    #[must_use]
    pub fn balanced_accuracy(&self) -> Option<f64> {
        mean((0..self.classes()).filter_map(|class| self.recall(class)))
    }
}

fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let numbers: Vec<f64> = numbers.collect();
    #[expect(clippy::cast_precision_loss)] // No one has 2⁵³ classes.
    let count = numbers.len() as f64;
    (count > 0.0).then(|| numbers.iter().sum::<f64>() / count)
}
