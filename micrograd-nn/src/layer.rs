//! Neurons side by side.

mod builder;

pub use builder::LayerBuilder;

use crate::weighted_sum::outputs;
use crate::{Activation, Forward, Init, Module, Neuron, ParameterPath, ParameterTensor};
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::fmt;

/// m neurons that read the same n inputs: yⱼ = φ(bⱼ + Σᵢ wⱼᵢxᵢ).
///
/// Micrograd's `Layer`; PyTorch's `Linear` and an activation, neuron by neuron.
///
/// ```
/// use micrograd_nn::{Activation, Forward, Layer};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let layer = Layer::new(2, 3, Activation::Relu, &mut rng);
/// assert_eq!(
///     layer.to_string(),
///     "Layer of [ReLUNeuron(2), ReLUNeuron(2), ReLUNeuron(2)]"
/// );
/// assert_eq!(layer.forward(&[0.5, -1.0]).len(), 3);
/// ```
#[derive(Debug)]
pub struct Layer {
    neurons: Vec<Neuron>,
}

impl Layer {
    /// A layer from `inputs` to `outputs` numbers: `outputs` times [`Neuron::new`], in order.
    ///
    /// # Panics
    ///
    /// If `inputs` or `outputs` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Layer, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let layer = Layer::new(2, 3, Activation::Linear, &mut rng);
    /// assert_eq!(layer.parameters().len(), 3 * (2 + 1));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(
        inputs: usize,
        outputs: usize,
        activation: Activation,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        Layer::builder(inputs, outputs, activation).build(rng)
    }

    /// A layer from `inputs` to `outputs` numbers whose biases and initial numbers can be chosen.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Init, Layer, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let layer = Layer::builder(2, 3, Activation::Relu)
    ///     .bias(false)
    ///     .init(Init::KaimingNormal)
    ///     .build(&mut rng);
    /// assert_eq!(layer.parameters().len(), 3 * 2);
    /// ```
    pub fn builder(inputs: usize, outputs: usize, activation: Activation) -> LayerBuilder {
        LayerBuilder::new(inputs, outputs, activation)
    }

    #[track_caller]
    fn initial(
        [inputs, outputs]: [usize; 2],
        activation: Activation,
        bias: bool,
        init: Init,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        assert!(
            outputs > 0,
            "a layer needs at least 1 neuron, not {outputs} (of {inputs} inputs)"
        );
        let mut neurons = Vec::with_capacity(outputs);
        for _ in 0..outputs {
            neurons.push(Neuron::initial(
                [inputs, outputs],
                activation,
                bias,
                init,
                rng,
            ));
        }
        Layer { neurons }
    }

    /// The number of inputs, n.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Layer};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Layer::new(2, 3, Activation::Relu, &mut rng).inputs(), 2);
    /// ```
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.neurons[0].inputs()
    }

    /// The number of neurons, m.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Layer};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Layer::new(2, 3, Activation::Relu, &mut rng).outputs(), 3);
    /// ```
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.neurons.len()
    }
}

impl<X: Operand> Forward<[X]> for Layer {
    type Output = Vec<Value>;

    /// One output for each neuron, in order.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        assert!(
            inputs.len() == self.inputs(),
            "a layer of {} inputs was given {}",
            self.inputs(),
            inputs.len()
        );
        let activation = self.neurons[0].activation();
        outputs(self.neurons.iter().map(Neuron::row), activation, inputs)
    }
}

/// Neuron by neuron.
impl Module for Layer {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        self.neurons.visit_parameters(&path.field("neurons"), visit);
    }

    /// `weight` of shape [out, in] and `bias` of shape `[out]`, as PyTorch's `Linear`.
    fn visit_tensors(&self, path: &ParameterPath<'_>, visit: &mut dyn FnMut(ParameterTensor)) {
        for (part, name) in ["weight", "bias"].into_iter().enumerate() {
            let mut rows = Vec::with_capacity(self.outputs());
            for neuron in &self.neurons {
                rows.extend(neuron.tensors().into_iter().nth(part));
            }
            if let Some(tensor) = ParameterTensor::stack(path.field(name).to_string(), &rows) {
                visit(tensor);
            }
        }
    }
}

/// `Layer of [ReLUNeuron(2), ReLUNeuron(2)]`
impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Layer of ")?;
        crate::list::write(f, &self.neurons)
    }
}
