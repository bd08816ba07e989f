//! Steps of a size that does not depend on the gradient's.

use super::adam_family::{
    decay_in_the_gradient, options_of_moments, rate_and_state_of_moments, rate_of_moments,
};
use super::moments::Moments;
use super::{
    Optimizer, OptimizerState, OptimizerStateError, StepError, assert_at_least_zero,
    finite_gradients,
};
use micrograd_core::Value;

/// Adam: each parameter moves by about lr, whatever the size of its gradients.
///
/// With the gradient g = ∂L/∂p and the weight decay λ, step t = 1, 2, … computes
///
/// - g ← g + λp
/// - m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²
/// - m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
/// - p ← p − lr·m̂/(√v̂ + ε)
///
/// Kingma and Ba, *Adam: A Method for Stochastic Optimization*, ICLR 2015; PyTorch's `Adam`. Its
/// state has the lists `exp_avg`, m, and `exp_avg_sq`, v. For weight decay, prefer
/// [`AdamW`](crate::AdamW).
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{Adam, Module, Optimizer};
///
/// let x = Value::new(0.0);
/// let mut adam = Adam::new(0.1);
/// for _ in 0..200 {
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     adam.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 1e-2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Adam {
    moments: Moments,
    weight_decay: f64,
}

const KIND: &str = "Adam";

impl Adam {
    /// Adam with the learning rate `lr`, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and λ = 0.0: PyTorch's
    /// defaults, of which `lr` is 0.001.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Adam, Optimizer};
    /// assert_eq!(Adam::new(0.001).lr(), 0.001);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        Adam {
            moments: Moments::new(lr),
            weight_decay: 0.0,
        }
    }
}

options_of_moments! { Adam with amsgrad }
decay_in_the_gradient! { Adam }

impl Optimizer for Adam {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let (data, gradients) = self.data_and_decayed_gradients(parameters)?;
        self.moments.try_step(parameters, &data, &gradients, 1.0)
    }

    rate_and_state_of_moments! {}
}
