//! The choices of an affine map.

use super::Linear;
use crate::Init;
use rand::Rng;

/// A [`Linear`] to be: with a bias and PyTorch's initial numbers unless told otherwise.
///
/// ```
/// use micrograd_nn::{Init, Linear, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let linear = Linear::builder(2, 3)
///     .bias(false)
///     .init(Init::Constant(0.5))
///     .build(&mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!(linear.parameters(), [0.5; 6]);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder makes nothing until `build`"]
pub struct LinearBuilder {
    sizes: [usize; 2],
    bias: bool,
    init: Init,
}

impl LinearBuilder {
    pub(super) fn new(inputs: usize, outputs: usize) -> Self {
        LinearBuilder {
            sizes: [inputs, outputs],
            bias: true,
            init: Init::TorchLinear,
        }
    }

    /// Whether there is a bias; there is one unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{Linear, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Linear::builder(2, 3).bias(false).build(&mut rng).parameters().len(), 6);
    /// ```
    pub fn bias(mut self, bias: bool) -> Self {
        self.bias = bias;
        self
    }

    /// Where the weights and biases begin; [`Init::TorchLinear`] unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{Init, Linear, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let linear = Linear::builder(1, 1).init(Init::Constant(2.0)).build(&mut rng);
    /// assert_eq!(linear.parameters(), [2.0, 0.0]);
    /// ```
    pub fn init(mut self, init: Init) -> Self {
        self.init = init;
        self
    }

    /// The map, its weights drawn row by row, and then its biases.
    ///
    /// # Panics
    ///
    /// If the number of inputs or outputs is 0, or as [`Init::weight`] does.
    ///
    /// ```
    /// # use micrograd_nn::Linear;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Linear::builder(2, 3).build(&mut rng).outputs(), 3);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn build(self, rng: &mut (impl Rng + ?Sized)) -> Linear {
        Linear::initial(self.sizes, self.bias, self.init, rng)
    }
}
