//! Layers in a row.

mod builder;

pub use builder::MlpBuilder;

use crate::{Activation, Forward, Layer, Module};
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::fmt;

/// A multi-layer perceptron: each layer reads the outputs of the one before it.
///
/// Micrograd's `MLP`: with [`Mlp::new`], all layers are ReLU, except the last, which is linear, so
/// that a score can take any sign; [`Mlp::builder`] gives every layer its own activation. The
/// parameters come layer by layer. It prints as micrograd's does.
///
/// ```
/// use micrograd_nn::{Forward, Mlp};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let model = Mlp::new(2, &[2, 1], &mut rng);
/// assert_eq!(
///     model.to_string(),
///     "MLP of [Layer of [ReLUNeuron(2), ReLUNeuron(2)], Layer of [LinearNeuron(2)]]"
/// );
///
/// let score = model.forward_one(&[1.0, -0.5]);
/// score.backward();
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct Mlp {
    layers: Vec<Layer>,
}

impl Mlp {
    /// A network of `inputs` inputs and one layer for each of `outputs`, which holds the numbers
    /// of neurons; the weights are drawn layer by layer, as [`Layer::new`] does.
    ///
    /// # Panics
    ///
    /// If `outputs` is empty, or `inputs` or one of `outputs` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[16, 16, 1], &mut rng);
    /// assert_eq!(model.parameters().len(), 337);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(inputs: usize, outputs: &[usize], rng: &mut (impl Rng + ?Sized)) -> Self {
        let mut builder = Mlp::builder(inputs);
        for (index, &neurons) in outputs.iter().enumerate() {
            let activation = if index + 1 == outputs.len() {
                Activation::Linear
            } else {
                Activation::Relu
            };
            builder = builder.layer(neurons, activation);
        }
        builder.build(rng)
    }

    /// A network of `inputs` inputs whose layers, biases and initial numbers can be chosen.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Init, Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::builder(2)
    ///     .layer(16, Activation::Tanh)
    ///     .layer(3, Activation::Linear)
    ///     .bias(false)
    ///     .init(Init::XavierUniform)
    ///     .build(&mut rng);
    /// assert_eq!(model.parameters().len(), 16 * 2 + 3 * 16);
    /// ```
    pub fn builder(inputs: usize) -> MlpBuilder {
        MlpBuilder::new(inputs)
    }

    /// The number of inputs.
    ///
    /// ```
    /// # use micrograd_nn::Mlp;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Mlp::new(2, &[16, 3], &mut rng).inputs(), 2);
    /// ```
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.layers[0].inputs()
    }

    /// The number of outputs: the neurons of the last layer.
    ///
    /// ```
    /// # use micrograd_nn::Mlp;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Mlp::new(2, &[16, 3], &mut rng).outputs(), 3);
    /// ```
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.layers[self.layers.len() - 1].outputs()
    }
}

impl<X: Operand> Forward<[X]> for Mlp {
    type Output = Vec<Value>;

    /// The outputs of the last layer.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        assert!(
            inputs.len() == self.inputs(),
            "a network of {} inputs was given {}",
            self.inputs(),
            inputs.len()
        );
        let (first, rest) = self.layers.split_first().expect("a network has layers");
        let mut signals = first.forward(inputs);
        for layer in rest {
            signals = layer.forward(&signals);
        }
        signals
    }
}

/// `MLP of [Layer of [ReLUNeuron(2)], Layer of [LinearNeuron(1)]]`
impl fmt::Display for Mlp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MLP of ")?;
        crate::list::write(f, &self.layers)
    }
}
