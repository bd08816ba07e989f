//! Data sets whose samples belong to classes.

use super::Dataset;

/// # Classes
impl Dataset {
    /// A data set of these rows and labels.
    ///
    /// # Panics
    ///
    /// If there are not as many labels as rows, or the rows differ in length.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::new(vec![vec![0.5]], vec![0]).len(), 1);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(rows: Vec<Vec<f64>>, labels: Vec<usize>) -> Self {
        Dataset::of(rows, labels, "labels")
    }

    /// The class of each sample.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::new(vec![vec![0.5], vec![2.0]], vec![4, 0]).labels(), [4, 0]);
    /// ```
    #[must_use]
    pub fn labels(&self) -> &[usize] {
        self.outcomes()
    }

    /// The labels of two classes as signs, for [`max_margin_loss`](crate::max_margin_loss): −1 for
    /// class 0, and 1 for every other.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::new(vec![vec![0.5], vec![2.0]], vec![1, 0]).signs(), [1.0, -1.0]);
    /// ```
    #[must_use]
    pub fn signs(&self) -> Vec<f64> {
        self.outcomes()
            .iter()
            .map(|&label| if label == 0 { -1.0 } else { 1.0 })
            .collect()
    }

    /// One more than the largest label; 0 without samples.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::new(vec![vec![0.5]], vec![2]).classes(), 3);
    /// ```
    #[must_use]
    pub fn classes(&self) -> usize {
        self.outcomes()
            .iter()
            .max()
            .map_or(0, |largest| largest + 1)
    }
}
