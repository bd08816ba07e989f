//! The choices of an attention.

use super::CausalSelfAttention;
use crate::Init;
use rand::Rng;

/// A [`CausalSelfAttention`] to be: its maps with biases and PyTorch's initial numbers for
/// [`Linear`](crate::Linear) unless told otherwise.
///
/// ```
/// use micrograd_nn::{CausalSelfAttention, Init, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let attention = CausalSelfAttention::builder(2, 1)
///     .bias(false)
///     .init(Init::Constant(0.5))
///     .build(&mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!(attention.parameters(), [0.5; 16]);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder makes nothing until `build`"]
pub struct CausalSelfAttentionBuilder {
    sizes: [usize; 2],
    bias: bool,
    init: Init,
}

impl CausalSelfAttentionBuilder {
    pub(super) fn new(width: usize, heads: usize) -> Self {
        CausalSelfAttentionBuilder {
            sizes: [width, heads],
            bias: true,
            init: Init::TorchLinear,
        }
    }

    /// Whether the four maps have biases; they do unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{CausalSelfAttention, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let attention = CausalSelfAttention::builder(2, 1).bias(false).build(&mut rng);
    /// assert_eq!(attention.parameters().len(), 4 * 4);
    /// ```
    pub fn bias(mut self, bias: bool) -> Self {
        self.bias = bias;
        self
    }

    /// Where the weights and biases begin; [`Init::TorchLinear`] unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{CausalSelfAttention, Init, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let attention = CausalSelfAttention::builder(1, 1).init(Init::Constant(2.0)).build(&mut rng);
    /// assert_eq!(attention.parameters(), [2.0, 0.0, 2.0, 0.0, 2.0, 0.0, 2.0, 0.0]);
    /// ```
    pub fn init(mut self, init: Init) -> Self {
        self.init = init;
        self
    }

    /// The attention: the maps of queries, keys, values and outputs are drawn in this order.
    ///
    /// # Panics
    ///
    /// If the number of signals or heads is 0, if the signals cannot be shared evenly among the
    /// heads, or as [`Init::weight`] does.
    ///
    /// ```
    /// # use micrograd_nn::CausalSelfAttention;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(CausalSelfAttention::builder(6, 3).build(&mut rng).heads(), 3);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn build(self, rng: &mut (impl Rng + ?Sized)) -> CausalSelfAttention {
        CausalSelfAttention::initial(self.sizes, self.bias, self.init, rng)
    }
}
