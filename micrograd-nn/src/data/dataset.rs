//! Rows of numbers, each with a label.

mod classes;
mod parts;
mod targets;

use super::number;
use rand::Rng;
use rand::seq::SliceRandom;

/// n samples: a row of features for each, all of the same length, and the index of its class.
///
/// ```
/// use micrograd_nn::data::Dataset;
///
/// let data = Dataset::new(vec![vec![0.0, 1.0], vec![2.0, 3.0]], vec![1, 0]);
/// assert_eq!((data.len(), data.features(), data.classes()), (2, 2, 2));
/// for (row, label) in data.samples() {
///     println!("{row:?} is of class {label}");
/// }
/// ```
///
/// For regression, each sample has a number as its [target](Dataset::with_targets) in the place of a
/// class; everything but the classes is the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset<T = usize> {
    rows: Vec<Vec<f64>>,
    /// The label, or the target, of each row.
    labels: Vec<T>,
}

impl<T: Copy> Dataset<T> {
    #[track_caller]
    pub(super) fn of(rows: Vec<Vec<f64>>, labels: Vec<T>, what: &str) -> Self {
        assert!(
            rows.len() == labels.len(),
            "{} rows were given with {} {what}",
            rows.len(),
            labels.len()
        );
        let features = rows.first().map_or(0, Vec::len);
        for (i, row) in rows.iter().enumerate() {
            assert!(
                row.len() == features,
                "row {i} has {} features, and row 0 has {features}",
                row.len()
            );
        }
        Dataset { rows, labels }
    }

    /// The number of samples, n.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::new(vec![vec![0.5]; 3], vec![0, 1, 2]).len(), 3);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no samples.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert!(Dataset::new(vec![], vec![]).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The features of each sample.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::new(vec![vec![0.5, 2.0]], vec![0]).rows(), [[0.5, 2.0]]);
    /// ```
    #[must_use]
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// The labels or targets.
    pub(super) fn outcomes(&self) -> &[T] {
        &self.labels
    }

    pub(super) fn rows_mut(&mut self) -> &mut [Vec<f64>] {
        &mut self.rows
    }

    /// Each row with its label.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// let data = Dataset::new(vec![vec![0.5], vec![2.0]], vec![4, 0]);
    /// assert_eq!(data.samples().nth(1), Some((&[2.0][..], 0)));
    /// ```
    pub fn samples(&self) -> impl Iterator<Item = (&[f64], T)> {
        self.rows
            .iter()
            .map(Vec::as_slice)
            .zip(self.labels.iter().copied())
    }

    /// The number of features of a sample; 0 without samples.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// assert_eq!(Dataset::new(vec![vec![0.5, 2.0]], vec![0]).features(), 2);
    /// ```
    #[must_use]
    pub fn features(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// The samples in a random order, each equally likely: Fisher and Yates's shuffle.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let data = Dataset::new(vec![vec![0.5], vec![2.0]], vec![0, 1]);
    /// let shuffled = data.shuffled(&mut ChaCha8Rng::seed_from_u64(1337));
    /// assert_eq!(shuffled.len(), 2);
    /// ```
    #[must_use]
    pub fn shuffled(&self, rng: &mut (impl Rng + ?Sized)) -> Self {
        self.pick(&self.shuffled_indices(rng))
    }

    /// Two parts of the shuffled samples, to train on and to test with. The second holds the share
    /// `test` of all, to the nearest sample. scikit-learn's `train_test_split`.
    ///
    /// # Panics
    ///
    /// If `test` is not between 0 and 1, or one of the parts would be empty.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let data = Dataset::new(vec![vec![0.5]; 10], vec![0; 10]);
    /// let (train, test) = data.split(0.2, &mut ChaCha8Rng::seed_from_u64(1337));
    /// assert_eq!((train.len(), test.len()), (8, 2));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn split(&self, test: f64, rng: &mut (impl Rng + ?Sized)) -> (Self, Self) {
        let tests = self.tests_of(test);
        let order = self.shuffled_indices(rng);
        let (test, train) = order.split_at(tests);
        (self.pick(train), self.pick(test))
    }

    /// How many samples this share of them is, so that some are left, too.
    #[track_caller]
    fn tests_of(&self, test: f64) -> usize {
        assert!(
            (0.0..=1.0).contains(&test),
            "the share of the test part is {test:?}; it must be between 0 and 1"
        );
        let n = self.len();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and n.
        let tests = (test * number(n)).round() as usize;
        assert!(
            0 < tests && tests < n,
            "the share {test:?} of {n} samples leaves {} to train on and {tests} to test with",
            n - tests
        );
        tests
    }

    pub(super) fn shuffled_indices(&self, rng: &mut (impl Rng + ?Sized)) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.shuffle(rng);
        order
    }

    /// The samples with these indices, in this order.
    ///
    /// # Panics
    ///
    /// If an index is not below [`len`](Dataset::len).
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// let data = Dataset::new(vec![vec![0.5], vec![2.0]], vec![4, 0]);
    /// assert_eq!(data.pick(&[1, 1]).rows(), [[2.0], [2.0]]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn pick(&self, indices: &[usize]) -> Self {
        if let Some(outside) = indices.iter().find(|&&i| i >= self.len()) {
            panic!(
                "sample {outside} was picked from a data set of {}",
                self.len()
            );
        }
        Dataset {
            rows: indices.iter().map(|&i| self.rows[i].clone()).collect(),
            labels: indices.iter().map(|&i| self.labels[i]).collect(),
        }
    }
}
