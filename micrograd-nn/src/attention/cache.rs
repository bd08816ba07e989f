//! What attention remembers of earlier positions.

use micrograd_core::Value;

/// The keys and values of the positions that a
/// [`CausalSelfAttention`](crate::CausalSelfAttention) has seen, so that the next position computes
/// only its own.
///
/// A cache belongs to one attention and one sequence. What it holds stays part of the graph: as
/// long as it lives, so do the operations that made it.
///
/// ```
/// use micrograd_nn::{CausalSelfAttention, KeyValueCache};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let attention = CausalSelfAttention::new(4, 2, &mut ChaCha8Rng::seed_from_u64(1337));
/// let mut past = KeyValueCache::new();
/// attention.forward_next(&[0.5, -1.0, 0.0, 2.0], &mut past);
/// assert_eq!(past.len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct KeyValueCache {
    /// One key for each position.
    keys: Vec<Vec<Value>>,
    /// For each signal its value at every position, which is how they are summed.
    values: Vec<Vec<Value>>,
}

impl KeyValueCache {
    /// The cache before the first position.
    ///
    /// ```
    /// # use micrograd_nn::KeyValueCache;
    /// assert!(KeyValueCache::new().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        KeyValueCache::default()
    }

    /// The number of positions that it holds.
    ///
    /// ```
    /// # use micrograd_nn::KeyValueCache;
    /// assert_eq!(KeyValueCache::new().len(), 0);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether it holds no position.
    ///
    /// ```
    /// # use micrograd_nn::KeyValueCache;
    /// assert!(KeyValueCache::new().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    #[track_caller]
    pub(super) fn push(&mut self, key: Vec<Value>, value: Vec<Value>) {
        if self.values.is_empty() {
            self.values.resize(value.len(), Vec::new());
        }
        assert!(
            value.len() == self.values.len(),
            "a cache of {} signals was given to an attention over {}",
            self.values.len(),
            value.len()
        );
        self.keys.push(key);
        for (values, v) in self.values.iter_mut().zip(value) {
            values.push(v);
        }
    }

    pub(super) fn keys(&self) -> &[Vec<Value>] {
        &self.keys
    }

    pub(super) fn values(&self) -> &[Vec<Value>] {
        &self.values
    }
}
