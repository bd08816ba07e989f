//! Steps that get smaller the more a parameter has moved.

use super::finite::{expect_finite_data, expect_finite_list, remembered};
use super::{
    Optimizer, OptimizerState, OptimizerStateError, StepError, assert_at_least_zero,
    finite_gradients,
};
use micrograd_core::Value;

/// Adagrad: each parameter has a rate of its own, which falls with the squares of its gradients.
///
/// With the gradient g = ∂L/∂p and the weight decay λ, step t = 1, 2, … computes
///
/// - g ← g + λp
/// - s ← s + g²
/// - p ← p − lr/(1 + (t − 1)·η)·g/(√s + ε), with the decay η of the rate
///
/// Duchi, Hazan and Singer, *Adaptive Subgradient Methods for Online Learning and Stochastic
/// Optimization*, JMLR 12 (2011); PyTorch's `Adagrad`. Its state has the list `sum`, s.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{Adagrad, Module, Optimizer};
///
/// let x = Value::new(0.0);
/// let mut adagrad = Adagrad::new(1.0);
/// for _ in 0..200 {
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     adagrad.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 1e-6);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Adagrad {
    lr: f64,
    lr_decay: f64,
    eps: f64,
    weight_decay: f64,
    steps: u64,
    sum: Vec<f64>,
}

const KIND: &str = "Adagrad";
const SUM: &str = "sum";

impl Adagrad {
    /// Adagrad with the learning rate `lr`, ε = 10⁻¹⁰, η = 0 and λ = 0: PyTorch's defaults, of which `lr` is
    /// 0.01.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Adagrad, Optimizer};
    /// assert_eq!(Adagrad::new(0.01).lr(), 0.01);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        Adagrad {
            lr,
            lr_decay: 0.0,
            eps: 1e-10,
            weight_decay: 0.0,
            steps: 0,
            sum: Vec::new(),
        }
    }

    /// How fast the rate falls with the steps, η.
    ///
    /// # Panics
    ///
    /// If `lr_decay` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Adagrad, Module, Optimizer};
    /// let x = Value::new(0.0);
    /// let mut adagrad = Adagrad::new(1.0).lr_decay(1.0);
    /// for gradient in [3.0, 0.0, 4.0] {
    ///     x.set_grad(gradient);
    ///     adagrad.step(&x.parameters());
    /// }
    /// assert!((x.data() + 1.0 + 0.8 / 3.0).abs() < 1e-9); // −1·3/3 − ⅓·4/5
    /// ```
    #[must_use]
    #[track_caller]
    pub fn lr_decay(mut self, lr_decay: f64) -> Self {
        assert_at_least_zero("decay of the learning rate", lr_decay);
        self.lr_decay = lr_decay;
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
    /// # use micrograd_nn::{Adagrad, Module, Optimizer};
    /// let x = Value::new(4.0); // its gradient is 0
    /// Adagrad::new(0.5).weight_decay(0.25).step(&x.parameters());
    /// assert!((x.data() - 3.5).abs() < 1e-9); // by lr, as for every first gradient
    /// ```
    #[must_use]
    #[track_caller]
    pub fn weight_decay(mut self, weight_decay: f64) -> Self {
        assert_at_least_zero("weight decay", weight_decay);
        self.weight_decay = weight_decay;
        self
    }
}

impl Optimizer for Adagrad {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let gradients = finite_gradients(parameters)?;
        let before = Value::data_of(parameters);
        let mut sum = remembered(&self.sum, self.steps, parameters.len());
        #[expect(clippy::cast_precision_loss)] // No one makes 2⁵³ steps.
        let rate = self.lr / (1.0 + self.steps as f64 * self.lr_decay);
        let mut after = before.clone();
        for ((p, gradient), s) in after.iter_mut().zip(gradients).zip(&mut sum) {
            let gradient = gradient + self.weight_decay * *p;
            *s += gradient * gradient;
            *p -= rate * gradient / (s.sqrt() + self.eps);
        }
        expect_finite_list(SUM, &sum)?;
        expect_finite_data(&before, &after)?;
        Value::set_data_of(parameters, &after);
        self.sum = sum;
        self.steps += 1;
        Ok(())
    }

    fn lr(&self) -> f64 {
        self.lr
    }

    fn set_lr(&mut self, lr: f64) {
        assert_at_least_zero("learning rate", lr);
        self.lr = lr;
    }

    fn state(&self) -> OptimizerState {
        OptimizerState::new(KIND, self.lr, self.steps).with_list(SUM, self.sum.clone())
    }

    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        let (lr, steps) = (state.lr(), state.steps());
        state.fill(KIND, [(SUM, &mut self.sum)])?;
        (self.lr, self.steps) = (lr, steps);
        Ok(())
    }
}
