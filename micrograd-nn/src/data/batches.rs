//! A data set, a few samples at a time.

use super::Dataset;
use rand::Rng;

/// # Mini-batches
impl<T: Copy> Dataset<T> {
    /// The samples in their order, `size` at a time; the last batch may be smaller.
    ///
    /// # Panics
    ///
    /// If `size` is 0.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// let data = Dataset::new(vec![vec![0.5]; 5], vec![0, 1, 2, 3, 4]);
    /// let labels: Vec<_> = data.batches(2).map(|batch| batch.labels().to_vec()).collect();
    /// assert_eq!(labels, [vec![0, 1], vec![2, 3], vec![4]]);
    /// ```
    #[track_caller]
    pub fn batches(&self, size: usize) -> impl Iterator<Item = Self> {
        self.batches_of((0..self.len()).collect(), size)
    }

    /// The samples in a random order, `size` at a time; the last batch may be smaller.
    ///
    /// The data set keeps its order: the batches depend on nothing but the state of `rng`, so that
    /// a run that is resumed with that state sees the same ones. PyTorch's `DataLoader` with
    /// `shuffle=True`.
    ///
    /// # Panics
    ///
    /// If `size` is 0.
    ///
    /// ```
    /// # use micrograd_nn::data::Dataset;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let data = Dataset::new(vec![vec![0.5]; 5], vec![0, 1, 2, 3, 4]);
    /// let mut rng = ChaCha8Rng::seed_from_u64(1337);
    /// let sizes: Vec<_> = data.shuffled_batches(2, &mut rng).map(|batch| batch.len()).collect();
    /// assert_eq!(sizes, [2, 2, 1]);
    /// ```
    #[track_caller]
    pub fn shuffled_batches<R: Rng + ?Sized>(
        &self,
        size: usize,
        rng: &mut R,
    ) -> impl Iterator<Item = Self> + use<'_, R, T> {
        self.batches_of(self.shuffled_indices(rng), size)
    }

    #[track_caller]
    fn batches_of(&self, order: Vec<usize>, size: usize) -> impl Iterator<Item = Self> {
        assert!(size > 0, "a batch needs at least 1 sample, not {size}");
        let starts = (0..order.len()).step_by(size);
        starts.map(move |start| self.pick(&order[start..order.len().min(start + size)]))
    }
}
