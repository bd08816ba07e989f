//! Parts of a data set, to train on and to test with.

use super::super::{even_shares, number};
use super::Dataset;
use rand::Rng;

/// # Parts
impl<T: Copy> Dataset<T> {
    /// Each of `k` parts of the shuffled samples once as the second of a pair, to test with, and the rest
    /// as the first, to train on: cross-validation, where the samples are too few to hold some out. The
    /// parts are as even as can be. Stone, *Cross-Validatory Choice and Assessment of Statistical
    /// Predictions*, JRSS B 36 (1974); scikit-learn's `KFold` with `shuffle=True`.
    ///
    /// # Panics
    ///
    /// If `k` is below 2, or larger than the number of samples.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let data = Dataset::new(vec![vec![0.5]; 10], vec![0; 10]);
    /// let folds = data.folds(4, &mut ChaCha8Rng::seed_from_u64(1337));
    /// let sizes: Vec<_> = folds.iter().map(|(train, test)| (train.len(), test.len())).collect();
    /// assert_eq!(sizes, [(7, 3), (7, 3), (8, 2), (8, 2)]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn folds(&self, k: usize, rng: &mut (impl Rng + ?Sized)) -> Vec<(Self, Self)> {
        self.assert_folds(k);
        let order = self.shuffled_indices(rng);
        let mut folds = Vec::with_capacity(k);
        let mut start = 0;
        for size in even_shares(order.len(), k) {
            let end = start + size;
            let train = [&order[..start], &order[end..]].concat();
            folds.push((self.pick(&train), self.pick(&order[start..end])));
            start = end;
        }
        folds
    }

    #[track_caller]
    fn assert_folds(&self, k: usize) {
        assert!(
            (2..=self.len()).contains(&k),
            "{} samples cannot be cut into {k} folds; at least 2, and 1 sample for each",
            self.len()
        );
    }
}

/// # Parts with the same classes
impl Dataset {
    /// As [`split`](Dataset::split), with the same share of each class in both parts, to the nearest
    /// sample; so that a rare class is missing in neither. scikit-learn's `train_test_split` with
    /// `stratify`.
    ///
    /// # Panics
    ///
    /// If `test` is not between 0 and 1, or one of the parts would be empty.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let labels = [vec![0; 15], vec![1; 5]].concat();
    /// let data = Dataset::new(vec![vec![0.5]; 20], labels);
    /// let (_, test) = data.split_stratified(0.2, &mut ChaCha8Rng::seed_from_u64(1337));
    /// assert_eq!(test.labels().iter().filter(|&&label| label == 1).count(), 1);
    /// assert_eq!(test.len(), 4);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn split_stratified(&self, test: f64, rng: &mut (impl Rng + ?Sized)) -> (Self, Self) {
        let tests = self.tests_of(test);
        let order = self.shuffled_indices(rng);
        let mut counts = vec![0; self.classes()];
        for &label in self.labels() {
            counts[label] += 1;
        }
        // Whole samples first; what is left goes to the largest remainders.
        let shares: Vec<f64> = counts.iter().map(|&count| test * number(count)).collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and n.
        let mut left: Vec<usize> = shares.iter().map(|share| share.floor() as usize).collect();
        let missing = tests.saturating_sub(left.iter().sum());
        let mut classes: Vec<usize> = (0..counts.len()).collect();
        classes.sort_by(|&a, &b| shares[b].fract().total_cmp(&shares[a].fract()));
        for &class in classes.iter().take(missing) {
            left[class] += 1;
        }

        let (mut train, mut held_out) = (Vec::new(), Vec::new());
        for i in order {
            let left = &mut left[self.labels()[i]];
            if *left > 0 {
                *left -= 1;
                held_out.push(i);
            } else {
                train.push(i);
            }
        }
        (self.pick(&train), self.pick(&held_out))
    }

    /// As [`folds`](Dataset::folds), with the samples of each class dealt out evenly: the test parts differ by at most 1
    /// sample of a class, and by at most 1 in all. scikit-learn's `StratifiedKFold` with `shuffle=True`.
    ///
    /// # Panics
    ///
    /// If `k` is below 2, or larger than the number of samples.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let labels = [vec![0; 16], vec![1; 4]].concat();
    /// let data = Dataset::new(vec![vec![0.5]; 20], labels);
    /// for (train, test) in data.folds_stratified(4, &mut ChaCha8Rng::seed_from_u64(1337)) {
    ///     assert_eq!((train.len(), test.len()), (15, 5));
    ///     assert_eq!(test.labels().iter().filter(|&&label| label == 1).count(), 1);
    /// }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn folds_stratified(&self, k: usize, rng: &mut (impl Rng + ?Sized)) -> Vec<(Self, Self)> {
        self.assert_folds(k);
        let order = self.shuffled_indices(rng);
        let mut by_class = order.clone();
        by_class.sort_by_key(|&i| self.labels()[i]);
        let mut fold_of = vec![0; self.len()];
        for (place, &i) in by_class.iter().enumerate() {
            fold_of[i] = place % k;
        }
        let fold = |fold| {
            let (test, train): (Vec<usize>, _) = order.iter().partition(|&&i| fold_of[i] == fold);
            (self.pick(&train), self.pick(&test))
        };
        (0..k).map(fold).collect()
    }
}
