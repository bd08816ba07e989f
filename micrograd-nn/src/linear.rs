//! An affine map.

mod builder;

pub use builder::LinearBuilder;

use crate::weighted_sum::weighted_sums;
use crate::{Forward, Init, Module};
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::fmt;

/// y = Wx + b: m outputs yⱼ = bⱼ + Σᵢ wⱼᵢxᵢ of n inputs.
///
/// PyTorch's `Linear`, with its names, shapes, order and initial numbers: the parameters are
/// `weight` of shape [m, n], row by row, and then `bias` of shape `[m]`. A [`Layer`](crate::Layer)
/// computes the same with an activation, and has its parameters in micrograd's order.
///
/// ```
/// use micrograd_nn::{Forward, Linear, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let linear = Linear::new(2, 3, &mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!(linear.to_string(), "Linear(in_features=2, out_features=3, bias=true)");
///
/// linear.set_parameters(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 0.5, 0.25, 0.125]);
/// assert_eq!(linear.forward(&[10.0, 1.0]), [12.5, 34.25, 56.125]);
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct Linear {
    weight: Vec<Vec<Value>>,
    bias: Option<Vec<Value>>,
}

impl Linear {
    /// A map from `inputs` to `outputs` numbers, its weights and biases drawn uniformly from
    /// ±1/√inputs, as PyTorch does.
    ///
    /// # Panics
    ///
    /// If `inputs` or `outputs` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Linear, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let linear = Linear::new(4, 2, &mut ChaCha8Rng::seed_from_u64(1337));
    /// assert!(linear.parameters().iter().all(|p| p.data().abs() <= 0.5));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(inputs: usize, outputs: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        Linear::builder(inputs, outputs).build(rng)
    }

    /// A map from `inputs` to `outputs` numbers whose bias and initial numbers can be chosen.
    ///
    /// ```
    /// # use micrograd_nn::{Init, Linear, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let linear = Linear::builder(4, 2).bias(false).init(Init::XavierNormal).build(&mut rng);
    /// assert_eq!(linear.parameters().len(), 8);
    /// ```
    pub fn builder(inputs: usize, outputs: usize) -> LinearBuilder {
        LinearBuilder::new(inputs, outputs)
    }

    #[track_caller]
    fn initial(
        [inputs, outputs]: [usize; 2],
        bias: bool,
        init: Init,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        assert!(
            inputs > 0 && outputs > 0,
            "a linear map needs at least 1 input and 1 output, not {inputs} and {outputs}"
        );
        let mut weight = Vec::with_capacity(outputs);
        for _ in 0..outputs {
            let mut row = Vec::with_capacity(inputs);
            for _ in 0..inputs {
                row.push(Value::new(init.weight(inputs, outputs, rng)));
            }
            weight.push(row);
        }
        if !bias {
            return Linear { weight, bias: None };
        }
        let mut bias = Vec::with_capacity(outputs);
        for _ in 0..outputs {
            bias.push(Value::new(init.bias(inputs, rng)));
        }
        Linear {
            weight,
            bias: Some(bias),
        }
    }

    /// The number of inputs, n; PyTorch's `in_features`.
    ///
    /// ```
    /// # use micrograd_nn::Linear;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Linear::new(2, 3, &mut rng).inputs(), 2);
    /// ```
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.weight[0].len()
    }

    /// The number of outputs, m; PyTorch's `out_features`.
    ///
    /// ```
    /// # use micrograd_nn::Linear;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Linear::new(2, 3, &mut rng).outputs(), 3);
    /// ```
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.weight.len()
    }
}

impl<X: Operand> Forward<[X]> for Linear {
    type Output = Vec<Value>;

    /// One output for each row of the weights, summed from the left, the bias first.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        assert!(
            inputs.len() == self.inputs(),
            "a linear map of {} inputs was given {}",
            self.inputs(),
            inputs.len()
        );
        let rows = self.weight.iter().map(Vec::as_slice);
        weighted_sums(rows, self.bias.as_deref(), inputs)
    }
}

/// As PyTorch prints it: `Linear(in_features=2, out_features=3, bias=true)`.
impl fmt::Display for Linear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Linear(in_features={}, out_features={}, bias={})",
            self.inputs(),
            self.outputs(),
            self.bias.is_some()
        )
    }
}
