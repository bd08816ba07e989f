//! Steps of a size that does not depend on the gradient's.

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

    /// How slowly the running means forget: β₁ that of the gradient, β₂ that of its square.
    ///
    /// # Panics
    ///
    /// If one of them is not in [0, 1).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Adam, Module, Optimizer};
    /// let x = Value::new(0.0);
    /// x.backward(); // ∂x/∂x = 1
    /// let mut adam = Adam::new(0.001).betas(0.5, 0.75);
    /// adam.step(&x.parameters());
    /// assert_eq!(adam.state().list("exp_avg"), Some(&[0.5][..]));
    /// assert_eq!(adam.state().list("exp_avg_sq"), Some(&[0.25][..]));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn betas(mut self, beta1: f64, beta2: f64) -> Self {
        self.moments.set_betas([beta1, beta2]);
        self
    }

    /// What is added to the root, so that a gradient of 0 divides nothing by 0.
    ///
    /// # Panics
    ///
    /// If `eps` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Adam, Module, Optimizer};
    /// let x = Value::new(0.0);
    /// x.backward();
    /// Adam::new(1.0).eps(1.0).step(&x.parameters());
    /// assert!((x.data() + 0.5).abs() < 1e-12); // −lr·1/(√1 + 1)
    /// ```
    #[must_use]
    #[track_caller]
    pub fn eps(mut self, eps: f64) -> Self {
        self.moments.set_eps(eps);
        self
    }

    /// Adds λp to the gradient of each parameter p, which is the gradient of ½λp².
    ///
    /// # Panics
    ///
    /// If `weight_decay` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Adam, Module, Optimizer};
    /// let x = Value::new(4.0); // its gradient is 0
    /// Adam::new(0.5).weight_decay(0.25).step(&x.parameters());
    /// assert!((x.data() - 3.5).abs() < 1e-8); // 4 − lr, as for every gradient above 0
    /// ```
    #[must_use]
    #[track_caller]
    pub fn weight_decay(mut self, weight_decay: f64) -> Self {
        assert_at_least_zero("weight decay", weight_decay);
        self.weight_decay = weight_decay;
        self
    }

    /// Divides by the largest mean of squares that there has been, so that no step grows because an old
    /// gradient is forgotten: v̂ is made of max v. Its state has one more list, `max_exp_avg_sq`. Reddi,
    /// Kale and Kumar, *On the Convergence of Adam and Beyond*, ICLR 2018; PyTorch's `amsgrad`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Adam, Module, Optimizer};
    /// let x = Value::new(0.0);
    /// let mut optimizer = Adam::new(0.001).betas(0.5, 0.5).amsgrad();
    /// for gradient in [2.0, 0.0] {
    ///     x.set_grad(gradient);
    ///     optimizer.step(&x.parameters());
    /// }
    /// assert_eq!(optimizer.state().list("exp_avg_sq"), Some(&[1.0][..]));
    /// assert_eq!(optimizer.state().list("max_exp_avg_sq"), Some(&[2.0][..]));
    /// ```
    #[must_use]
    pub fn amsgrad(mut self) -> Self {
        self.moments.set_amsgrad();
        self
    }
}

impl Optimizer for Adam {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let mut gradients = finite_gradients(parameters)?;
        let data = Value::data_of(parameters);
        if self.weight_decay > 0.0 {
            for (g, p) in gradients.iter_mut().zip(&data) {
                *g += self.weight_decay * p;
            }
        }
        self.moments.try_step(parameters, &data, &gradients, 1.0)
    }

    fn lr(&self) -> f64 {
        self.moments.lr()
    }

    fn set_lr(&mut self, lr: f64) {
        self.moments.set_lr(lr);
    }

    fn state(&self) -> OptimizerState {
        self.moments.state(KIND)
    }

    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        self.moments.restore(KIND, state)
    }
}
