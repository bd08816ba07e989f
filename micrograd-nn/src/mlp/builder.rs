//! The choices of a network.

use super::Mlp;
use crate::{Activation, Init, Layer};
use rand::Rng;

/// An [`Mlp`] to be: layer by layer, with biases, and weights as micrograd draws them, unless told
/// otherwise.
///
/// ```
/// use micrograd_nn::{Activation, Forward, Init, Mlp};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let model = Mlp::builder(64)
///     .layer(32, Activation::Relu)
///     .layer(10, Activation::Linear)
///     .init(Init::KaimingUniform)
///     .build(&mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!(model.forward(&[0.5; 64]).len(), 10);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder makes nothing until `build`"]
pub struct MlpBuilder {
    inputs: usize,
    layers: Vec<(usize, Activation)>,
    bias: bool,
    init: Init,
}

impl MlpBuilder {
    pub(super) fn new(inputs: usize) -> Self {
        MlpBuilder {
            inputs,
            layers: Vec::new(),
            bias: true,
            init: Init::default(),
        }
    }

    /// One more layer, of `neurons` neurons that read the outputs of the layer before.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Mlp};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::builder(2).layer(1, Activation::Sigmoid).build(&mut rng);
    /// assert_eq!(model.to_string(), "MLP of [Layer of [SigmoidNeuron(2)]]");
    /// ```
    pub fn layer(mut self, neurons: usize, activation: Activation) -> Self {
        self.layers.push((neurons, activation));
        self
    }

    /// Whether the neurons of all layers have biases; they do unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::builder(2).layer(3, Activation::Relu).bias(false).build(&mut rng);
    /// assert_eq!(model.parameters().len(), 6);
    /// ```
    pub fn bias(mut self, bias: bool) -> Self {
        self.bias = bias;
        self
    }

    /// Where the weights and biases of all layers begin; [`Init::default`] unless told otherwise.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Init, Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let builder = Mlp::builder(1).layer(1, Activation::Relu);
    /// assert_eq!(builder.init(Init::Constant(2.0)).build(&mut rng).parameters(), [2.0, 0.0]);
    /// ```
    pub fn init(mut self, init: Init) -> Self {
        self.init = init;
        self
    }

    /// The network, its numbers drawn layer by layer.
    ///
    /// # Panics
    ///
    /// If there is no layer, the number of inputs or of a layer's neurons is 0, or as
    /// [`Init::weight`] does.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Mlp};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Mlp::builder(2).layer(3, Activation::Relu).build(&mut rng).outputs(), 3);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn build(self, rng: &mut (impl Rng + ?Sized)) -> Mlp {
        let mut width = self.inputs;
        assert!(
            !self.layers.is_empty(),
            "a network needs at least 1 layer, not 0 (of {width} inputs)"
        );
        let mut layers = Vec::with_capacity(self.layers.len());
        for (neurons, activation) in self.layers {
            let builder = Layer::builder(width, neurons, activation);
            layers.push(builder.bias(self.bias).init(self.init).build(rng));
            width = neurons;
        }
        Mlp { layers }
    }
}
