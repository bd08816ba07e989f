//! Adam whose weight decay is apart from the gradient.

use super::adam_family::{options_of_moments, rate_and_state_of_moments, rate_of_moments};
use super::moments::Moments;
use super::{
    Optimizer, OptimizerState, OptimizerStateError, StepError, assert_at_least_zero,
    finite_gradients,
};
use micrograd_core::Value;

/// Adam with decoupled weight decay: parameters shrink at a rate of their own, which the size of
/// their gradients has no part in.
///
/// With the gradient g = ∂L/∂p and the weight decay λ, step t = 1, 2, … computes
///
/// - p ← p − lr·λp
/// - m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²
/// - m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
/// - p ← p − lr·m̂/(√v̂ + ε)
///
/// Loshchilov and Hutter, *Decoupled Weight Decay Regularization*, ICLR 2019; PyTorch's `AdamW`.
/// Its state has the lists `exp_avg`, m, and `exp_avg_sq`, v.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{AdamW, Module, Optimizer};
///
/// let x = Value::new(0.0);
/// let mut adamw = AdamW::new(0.1).weight_decay(0.0);
/// for _ in 0..200 {
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     adamw.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 1e-2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct AdamW {
    moments: Moments,
    weight_decay: f64,
}

const KIND: &str = "AdamW";

impl AdamW {
    /// AdamW with the learning rate `lr`, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and λ = 0.01: PyTorch's
    /// defaults, of which `lr` is 0.001.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{AdamW, Optimizer};
    /// assert_eq!(AdamW::new(0.001).lr(), 0.001);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        AdamW {
            moments: Moments::new(lr),
            weight_decay: 0.01,
        }
    }

    /// The share λ of each parameter that goes in a step, times the learning rate.
    ///
    /// # Panics
    ///
    /// If `weight_decay` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{AdamW, Module, Optimizer};
    /// let x = Value::new(4.0); // its gradient is 0
    /// AdamW::new(0.5).weight_decay(0.25).step(&x.parameters());
    /// assert_eq!(x, 3.5); // 4·(1 − 0.5·0.25)
    /// ```
    #[must_use]
    #[track_caller]
    pub fn weight_decay(mut self, weight_decay: f64) -> Self {
        assert_at_least_zero("weight decay", weight_decay);
        self.weight_decay = weight_decay;
        self
    }
}

options_of_moments! { AdamW with amsgrad }

impl Optimizer for AdamW {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let gradients = finite_gradients(parameters)?;
        let data = Value::data_of(parameters);
        let shrink = 1.0 - self.moments.lr() * self.weight_decay;
        self.moments.try_step(parameters, &data, &gradients, shrink)
    }

    rate_and_state_of_moments! {}
}
