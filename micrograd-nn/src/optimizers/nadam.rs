//! Adam that looks ahead.

use super::adam_family::{decay_in_the_gradient, options_of_moments, rate_of_moments};
use super::moments::{Mix, Moments};
use super::{
    Optimizer, OptimizerState, OptimizerStateError, StepError, assert_at_least_zero,
    finite_gradients,
};
use micrograd_core::Value;

/// NAdam: [`Adam`](crate::Adam) with Nesterov's momentum, which looks ahead along the mean of the
/// gradients.
///
/// With the gradient g = ∂L/∂p and the weight decay λ, step t = 1, 2, … computes
///
/// - g ← g + λp
/// - μₜ = β₁·(1 − ½·0.96^(ψt)), and Mₜ = μ₁·μ₂·…·μₜ, with the decay ψ of the momentum
/// - m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²
/// - m̂ = μₜ₊₁·m/(1 − Mₜ₊₁) + (1 − μₜ)·g/(1 − Mₜ), v̂ = v/(1 − β₂ᵗ)
/// - p ← p − lr·m̂/(√v̂ + ε)
///
/// Dozat, *Incorporating Nesterov Momentum into Adam*, ICLR workshop 2016; PyTorch's `NAdam`. Its
/// state has the lists `exp_avg`, m, and `exp_avg_sq`, v.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{Module, NAdam, Optimizer};
///
/// let x = Value::new(0.0);
/// let mut nadam = NAdam::new(0.1);
/// for _ in 0..200 {
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     nadam.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 1e-2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct NAdam {
    moments: Moments,
    weight_decay: f64,
    momentum_decay: f64,
    /// Mₜ, after t steps.
    momentum_product: f64,
}

const KIND: &str = "NAdam";

impl NAdam {
    /// NAdam with the learning rate `lr`, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, λ = 0 and ψ = 0.004:
    /// PyTorch's defaults, of which `lr` is 0.002.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{NAdam, Optimizer};
    /// assert_eq!(NAdam::new(0.002).lr(), 0.002);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        NAdam {
            moments: Moments::new(lr),
            weight_decay: 0.0,
            momentum_decay: 0.004,
            momentum_product: 1.0,
        }
    }

    /// How fast the momentum rises to β₁, ψ.
    ///
    /// # Panics
    ///
    /// If `momentum_decay` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, NAdam, Optimizer};
    /// let x = Value::new(0.0);
    /// x.backward();
    /// NAdam::new(0.5).momentum_decay(0.1).step(&x.parameters());
    /// assert!(x.data() < 0.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn momentum_decay(mut self, momentum_decay: f64) -> Self {
        assert_at_least_zero("decay of the momentum", momentum_decay);
        self.momentum_decay = momentum_decay;
        self
    }

    /// μₜ; libm's power is the same on every machine.
    fn momentum(&self, t: f64) -> f64 {
        let [beta1, _] = self.moments.betas();
        beta1 * (1.0 - 0.5 * libm::pow(0.96, t * self.momentum_decay))
    }
}

options_of_moments! { NAdam }
decay_in_the_gradient! { NAdam }

impl Optimizer for NAdam {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let (data, gradients) = self.data_and_decayed_gradients(parameters)?;
        let t = self.moments.steps() + 1.0;
        let [now, next] = [t, t + 1.0].map(|t| self.momentum(t));
        let product = self.momentum_product * now;
        let mix = Mix {
            mean: next / (1.0 - product * next),
            gradient: (1.0 - now) / (1.0 - product),
        };
        self.moments
            .try_step_along(mix, parameters, &data, &gradients, 1.0)?;
        self.momentum_product = product;
        Ok(())
    }

    rate_of_moments! {}

    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        self.moments.restore(KIND, state)?;
        // Multiplied in the order of the steps, so that it has the same bits.
        self.momentum_product = 1.0;
        let mut t = 1.0;
        while t <= self.moments.steps() {
            self.momentum_product *= self.momentum(t);
            t += 1.0;
        }
        Ok(())
    }
}
