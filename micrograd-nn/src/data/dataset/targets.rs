//! Data sets whose samples have numbers to be predicted.

use super::Dataset;

/// # Regression
impl Dataset<f64> {
    /// A data set of these rows, each with the number that is to be predicted from it.
    ///
    /// # Panics
    ///
    /// If there are not as many targets as rows, the rows differ in length, or a target is not finite.
    ///
    /// ```
    /// use micrograd_nn::data::Dataset;
    ///
    /// let data = Dataset::with_targets(vec![vec![0.5], vec![2.0]], vec![1.25, -3.0]);
    /// assert_eq!(data.samples().nth(1), Some((&[2.0][..], -3.0)));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_targets(rows: Vec<Vec<f64>>, targets: Vec<f64>) -> Self {
        if let Some(place) = targets.iter().position(|target| !target.is_finite()) {
            panic!("the target of sample {place} is {:?}", targets[place]);
        }
        Dataset::of(rows, targets, "targets")
    }

    /// The number that is to be predicted, of each sample.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::with_targets(vec![vec![0.5]], vec![1.25]).targets(), [1.25]);
    /// ```
    #[must_use]
    pub fn targets(&self) -> &[f64] {
        self.outcomes()
    }
}
