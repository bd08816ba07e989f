//! The choices of a layer.

use super::Layer;
use crate::{Activation, Init};
use rand::Rng;

/// A [`Layer`] to be: with biases, and weights as micrograd draws them, unless told otherwise.
///
/// ```
/// use micrograd_nn::{Activation, Init, Layer, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let layer = Layer::builder(2, 3, Activation::Tanh)
///     .bias(false)
///     .init(Init::Constant(0.5))
///     .build(&mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!(layer.parameters(), [0.5; 6]);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder makes nothing until `build`"]
pub struct LayerBuilder {
    sizes: [usize; 2],
    activation: Activation,
    bias: bool,
    init: Init,
}

impl LayerBuilder {
    pub(super) fn new(inputs: usize, outputs: usize, activation: Activation) -> Self {
        LayerBuilder {
            sizes: [inputs, outputs],
            activation,
            bias: true,
            init: Init::default(),
        }
    }

    /// Whether the neurons have biases; they do unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Layer, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let layer = Layer::builder(2, 3, Activation::Relu).bias(false).build(&mut rng);
    /// assert_eq!(layer.parameters().len(), 6);
    /// ```
    pub fn bias(mut self, bias: bool) -> Self {
        self.bias = bias;
        self
    }

    /// Where the weights and biases begin; [`Init::default`] unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Init, Layer, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let layer = Layer::builder(1, 1, Activation::Relu).init(Init::Constant(2.0)).build(&mut rng);
    /// assert_eq!(layer.parameters(), [2.0, 0.0]);
    /// ```
    pub fn init(mut self, init: Init) -> Self {
        self.init = init;
        self
    }

    /// The layer, its numbers drawn neuron by neuron, each one's weights and then its bias.
    ///
    /// # Panics
    ///
    /// If the number of inputs or outputs is 0, or as [`Init::weight`] does.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Layer};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Layer::builder(2, 3, Activation::Relu).build(&mut rng).outputs(), 3);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn build(self, rng: &mut (impl Rng + ?Sized)) -> Layer {
        Layer::initial(self.sizes, self.activation, self.bias, self.init, rng)
    }
}
