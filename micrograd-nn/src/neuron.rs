//! One neuron: a weighted sum and an activation.

use crate::weighted_sum::{Row, outputs};
use crate::{Activation, Forward, Init, Module};
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::fmt;

/// φ(b + Σᵢ wᵢxᵢ): n weights w, a bias b and an [`Activation`] φ.
///
/// Micrograd's `Neuron`, and its parameters in micrograd's order: the weights in the order of the
/// inputs, then the bias. It prints as micrograd's does: the activation, and the number of inputs.
///
/// ```
/// use micrograd_nn::{Activation, Forward, Module, Neuron};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let neuron = Neuron::new(2, Activation::Relu, &mut rng);
/// assert_eq!(neuron.to_string(), "ReLUNeuron(2)");
///
/// neuron.set_parameters(&[2.0, -1.0, 0.5]); // w₁, w₂, b
/// let y = neuron.forward(&[1.0, 2.0]);
/// assert_eq!(y, 0.5); // max(0, 0.5 + 2·1 − 1·2)
///
/// y.backward();
/// let gradient: Vec<f64> = neuron.parameters().iter().map(|p| p.grad()).collect();
/// assert_eq!(gradient, [1.0, 2.0, 1.0]); // x₁, x₂, 1
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct Neuron {
    weights: Vec<Value>,
    bias: Option<Value>,
    activation: Activation,
}

impl Neuron {
    /// A neuron of `inputs` inputs, its weights drawn uniformly from [−1, 1), its bias 0.
    ///
    /// # Panics
    ///
    /// If `inputs` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Module, Neuron};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let mut rng = ChaCha8Rng::seed_from_u64(1337);
    /// let parameters = Neuron::new(3, Activation::Linear, &mut rng).parameters();
    /// assert_eq!(parameters.len(), 4);
    /// assert!(parameters[..3].iter().all(|w| *w >= -1.0 && *w < 1.0));
    /// assert_eq!(parameters[3], 0.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(inputs: usize, activation: Activation, rng: &mut (impl Rng + ?Sized)) -> Self {
        Neuron::initial([inputs, 1], activation, true, Init::default(), rng)
    }

    /// A neuron of a layer from `inputs` to `outputs` numbers.
    #[track_caller]
    pub(crate) fn initial(
        [inputs, outputs]: [usize; 2],
        activation: Activation,
        bias: bool,
        init: Init,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        assert!(inputs > 0, "a neuron needs at least 1 input, not {inputs}");
        let mut weights = Vec::with_capacity(inputs);
        for _ in 0..inputs {
            weights.push(Value::new(init.weight(inputs, outputs, rng)));
        }
        let bias = if bias {
            Some(Value::new(init.bias(inputs, rng)))
        } else {
            None
        };
        Neuron {
            weights,
            bias,
            activation,
        }
    }

    /// The number of inputs.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Neuron};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Neuron::new(3, Activation::Tanh, &mut rng).inputs(), 3);
    /// ```
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.weights.len()
    }

    pub(crate) fn row(&self) -> Row<'_> {
        (self.bias.as_ref(), &self.weights)
    }

    pub(crate) fn activation(&self) -> Activation {
        self.activation
    }
}

impl<X: Operand> Forward<[X]> for Neuron {
    type Output = Value;

    /// φ(b + w₁x₁ + w₂x₂ + …), summed from the left, the bias first, as micrograd does.
    fn forward(&self, inputs: &[X]) -> Value {
        assert!(
            inputs.len() == self.inputs(),
            "a neuron of {} inputs was given {}",
            self.inputs(),
            inputs.len()
        );
        let mut outputs = outputs([self.row()].into_iter(), self.activation, inputs);
        outputs.remove(0)
    }
}

/// `ReLUNeuron(2)`: the activation and the number of inputs.
impl fmt::Display for Neuron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Neuron({})", self.activation, self.inputs())
    }
}
