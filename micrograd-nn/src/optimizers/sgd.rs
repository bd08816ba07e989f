//! Gradient descent.

use super::finite::{expect_finite_data, expect_finite_list, remembered};
use super::{
    Optimizer, OptimizerState, OptimizerStateError, StepError, assert_at_least_zero,
    finite_gradients,
};
use micrograd_core::Value;

/// Gradient descent, with momentum if wanted.
///
/// With the gradient g = ∂L/∂p and the options μ (momentum), τ (dampening) and λ (weight decay),
/// all 0 unless set, each step computes
///
/// - g ← g + λp
/// - b ← μb + (1 − τ)g, but b ← g at the first step
/// - p ← p − lr·b, or p ← p − lr·(g + μb) with Nesterov's momentum
///
/// so that without options p ← p − lr·g. Stochastic when L is the loss of a part of the data.
/// Robbins and Monro, *A Stochastic Approximation Method*, Annals of Mathematical Statistics 22
/// (1951); Sutskever et al., *On the importance of initialization and momentum in deep learning*,
/// ICML 2013; PyTorch's `SGD`; without options, the update in micrograd's notebook. Its state has
/// the list `momentum_buffer`, b, if μ > 0.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{Module, Optimizer, Sgd};
///
/// let x = Value::new(0.0);
/// let mut sgd = Sgd::new(0.25);
/// for k in 0..40 {
///     sgd.set_lr(0.25 - 0.005 * f64::from(k)); // a rate of its own for each step
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     sgd.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 1e-3); // the minimum
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sgd {
    lr: f64,
    momentum: f64,
    dampening: f64,
    nesterov: bool,
    weight_decay: f64,
    steps: u64,
    momentum_buffer: Vec<f64>,
}

const KIND: &str = "SGD";
const MOMENTUM_BUFFER: &str = "momentum_buffer";

impl Sgd {
    /// Gradient descent with the learning rate `lr`.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, Sgd};
    /// assert_eq!(Sgd::new(0.1).lr(), 0.1);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        Sgd {
            lr,
            momentum: 0.0,
            dampening: 0.0,
            nesterov: false,
            weight_decay: 0.0,
            steps: 0,
            momentum_buffer: Vec::new(),
        }
    }

    /// The share μ of the last step's velocity that goes on; 0 for none. Often 0.9.
    ///
    /// # Panics
    ///
    /// If `momentum` is negative or not finite, or 0 after [`nesterov`](Sgd::nesterov).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, Sgd};
    /// let x = Value::new(0.0);
    /// x.backward(); // ∂x/∂x = 1
    /// let mut sgd = Sgd::new(1.0).momentum(0.5);
    /// sgd.step(&x.parameters()); // by 1
    /// sgd.step(&x.parameters()); // by 1 + 0.5·1
    /// assert_eq!(x, -2.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn momentum(mut self, momentum: f64) -> Self {
        assert_at_least_zero("momentum", momentum);
        self.momentum = momentum;
        self.assert_nesterov_fits();
        self
    }

    /// How much less than its full weight a gradient adds to the velocity, τ.
    ///
    /// # Panics
    ///
    /// If `dampening` is negative or not finite, or not 0 after [`nesterov`](Sgd::nesterov).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, Sgd};
    /// let x = Value::new(0.0);
    /// x.backward();
    /// let mut sgd = Sgd::new(1.0).momentum(0.5).dampening(0.25);
    /// sgd.step(&x.parameters()); // by 1: the first gradient is not dampened
    /// sgd.step(&x.parameters()); // by 0.5·1 + 0.75·1
    /// assert_eq!(x, -2.25);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn dampening(mut self, dampening: f64) -> Self {
        assert_at_least_zero("dampening", dampening);
        self.dampening = dampening;
        self.assert_nesterov_fits();
        self
    }

    /// Looks ahead along the velocity, after Nesterov: set the momentum first.
    ///
    /// # Panics
    ///
    /// If the momentum is 0 or the dampening is not, as in PyTorch.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, Sgd};
    /// let x = Value::new(0.0);
    /// x.backward();
    /// let mut sgd = Sgd::new(1.0).momentum(0.5).nesterov();
    /// sgd.step(&x.parameters()); // by 1 + 0.5·1
    /// assert_eq!(x, -1.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn nesterov(mut self) -> Self {
        self.nesterov = true;
        self.assert_nesterov_fits();
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
    /// # use micrograd_nn::{Module, Optimizer, Sgd};
    /// let x = Value::new(4.0); // its gradient is 0
    /// Sgd::new(0.5).weight_decay(0.25).step(&x.parameters());
    /// assert_eq!(x, 3.5); // 4 − 0.5·0.25·4
    /// ```
    #[must_use]
    #[track_caller]
    pub fn weight_decay(mut self, weight_decay: f64) -> Self {
        assert_at_least_zero("weight decay", weight_decay);
        self.weight_decay = weight_decay;
        self
    }

    #[track_caller]
    fn assert_nesterov_fits(&self) {
        assert!(
            !self.nesterov || (self.momentum > 0.0 && self.dampening == 0.0),
            "Nesterov's momentum needs a momentum above 0 and a dampening of 0, not {:?} and {:?}",
            self.momentum,
            self.dampening
        );
    }
}

impl Optimizer for Sgd {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let gradients = finite_gradients(parameters)?;
        let before = Value::data_of(parameters);
        let first = self.steps == 0;
        let mut buffer = if self.momentum > 0.0 {
            remembered(&self.momentum_buffer, self.steps, parameters.len())
        } else {
            Vec::new()
        };
        let mut after = before.clone();
        for (i, (p, gradient)) in after.iter_mut().zip(gradients).enumerate() {
            let mut direction = gradient + self.weight_decay * *p;
            if self.momentum > 0.0 {
                let b = &mut buffer[i];
                *b = if first {
                    direction
                } else {
                    self.momentum * *b + (1.0 - self.dampening) * direction
                };
                direction = if self.nesterov {
                    direction + self.momentum * *b
                } else {
                    *b
                };
            }
            *p -= self.lr * direction;
        }
        expect_finite_list(MOMENTUM_BUFFER, &buffer)?;
        expect_finite_data(&before, &after)?;
        Value::set_data_of(parameters, &after);
        if self.momentum > 0.0 {
            self.momentum_buffer = buffer;
        }
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
        let state = OptimizerState::new(KIND, self.lr, self.steps);
        if self.momentum > 0.0 {
            state.with_list(MOMENTUM_BUFFER, self.momentum_buffer.clone())
        } else {
            state
        }
    }

    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        let (lr, steps) = (state.lr(), state.steps());
        let used = self.momentum > 0.0;
        state.fill(
            KIND,
            used.then_some((MOMENTUM_BUFFER, &mut self.momentum_buffer)),
        )?;
        (self.lr, self.steps) = (lr, steps);
        Ok(())
    }
}
