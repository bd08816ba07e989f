//! A vector of parameters for each thing that can be counted.

use crate::{Forward, Init, Module};
use micrograd_core::Value;
use rand::Rng;
use std::fmt;

/// A table of n rows of d numbers, which are learnt: things that are numbered 0 to n − 1 (letters,
/// words, places) go in, their rows come out.
///
/// PyTorch's `Embedding`: the parameter is `weight` of shape [n, d], and begins normal with mean 0
/// and variance 1. Only the rows that were looked up get a gradient.
///
/// ```
/// use micrograd_nn::{Embedding, Forward, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let letters = Embedding::new(26, 2, &mut ChaCha8Rng::seed_from_u64(1337));
/// let word = letters.forward(&[7, 8]); // the two rows, one after the other
/// assert_eq!(word.len(), 4);
/// assert_eq!(word[2..], *letters.row(8));
///
/// word[3].backward();
/// assert_eq!(letters.row(8)[1].grad(), 1.0);
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct Embedding {
    weight: Vec<Vec<Value>>,
}

impl Embedding {
    /// A table of `rows` rows of `width` numbers, drawn from the normal distribution.
    ///
    /// # Panics
    ///
    /// If `rows` or `width` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Embedding, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Embedding::new(26, 2, &mut rng).tensors()[0].shape(), [26, 2]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(rows: usize, width: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        Embedding::with_init(rows, width, Init::Normal(1.0), rng)
    }

    /// A table of `rows` rows of `width` numbers, drawn row by row from `init`, for which fan_in is
    /// `width` and fan_out is `rows`, as in PyTorch.
    ///
    /// # Panics
    ///
    /// If `rows` or `width` is 0, or as [`Init::weight`] does.
    ///
    /// ```
    /// # use micrograd_nn::{Embedding, Init, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let places = Embedding::with_init(8, 4, Init::Normal(0.08), &mut rng);
    /// assert!(places.parameters().iter().all(|p| p.data().abs() < 0.5));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_init(rows: usize, width: usize, init: Init, rng: &mut (impl Rng + ?Sized)) -> Self {
        assert!(
            rows > 0 && width > 0,
            "an embedding needs at least 1 row of 1 number, not {rows} of {width}"
        );
        let mut weight = Vec::with_capacity(rows);
        for _ in 0..rows {
            let mut row = Vec::with_capacity(width);
            for _ in 0..width {
                row.push(Value::new(init.weight(width, rows, rng)));
            }
            weight.push(row);
        }
        Embedding { weight }
    }

    /// The numbers of `index`: handles of the parameters themselves.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    ///
    /// ```
    /// # use micrograd_nn::Embedding;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Embedding::new(26, 2, &mut rng).row(25).len(), 2);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn row(&self, index: usize) -> &[Value] {
        assert!(
            index < self.rows(),
            "an embedding of {} rows was asked for row {index}, counted from 0",
            self.rows()
        );
        &self.weight[index]
    }

    /// The number of rows, n; PyTorch's `num_embeddings`.
    ///
    /// ```
    /// # use micrograd_nn::Embedding;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Embedding::new(26, 2, &mut rng).rows(), 26);
    /// ```
    #[must_use]
    pub fn rows(&self) -> usize {
        self.weight.len()
    }

    /// The length of a row, d; PyTorch's `embedding_dim`.
    ///
    /// ```
    /// # use micrograd_nn::Embedding;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Embedding::new(26, 2, &mut rng).width(), 2);
    /// ```
    #[must_use]
    pub fn width(&self) -> usize {
        self.weight[0].len()
    }
}

impl Forward<[usize]> for Embedding {
    type Output = Vec<Value>;

    /// The rows of all indices, one after the other: k indices give k·d values.
    fn forward(&self, indices: &[usize]) -> Vec<Value> {
        let mut outputs = Vec::with_capacity(indices.len() * self.width());
        for &index in indices {
            outputs.extend_from_slice(self.row(index));
        }
        outputs
    }
}

/// As PyTorch prints it: `Embedding(26, 2)`.
impl fmt::Display for Embedding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Embedding({}, {})", self.rows(), self.width())
    }
}
