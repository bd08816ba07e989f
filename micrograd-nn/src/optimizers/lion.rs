//! Steps of one size, in the direction of a sign.

use super::finite::{expect_finite_data, expect_finite_list, remembered};
use super::{
    Optimizer, OptimizerState, OptimizerStateError, StepError, assert_at_least_zero,
    finite_gradients,
};
use micrograd_core::Value;

/// Lion: each parameter moves by lr, against the sign of a running mean of its gradient.
///
/// With the gradient g = ∂L/∂p and the weight decay λ, each step computes
///
/// - u = sign(β₁m + (1 − β₁)g), where the sign of 0 is 0
/// - p ← p − lr·(u + λp)
/// - m ← β₂m + (1 − β₂)g
///
/// Chen et al., *Symbolic Discovery of Optimization Algorithms*, NeurIPS 2023. Rates are 3 to 10 times
/// smaller than Adam's, and weight decays as much larger. Its state has the list `exp_avg`, m.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{LinearLr, Lion, Module, Optimizer, Schedule};
///
/// let x = Value::new(0.0);
/// let schedule = LinearLr::new(0.02, 0.0, 1000); // steps do not get smaller by themselves
/// let mut lion = Lion::new(schedule.lr(0));
/// for k in 0..1000 {
///     lion.set_lr(schedule.lr(k));
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     lion.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 0.01);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Lion {
    lr: f64,
    betas: [f64; 2],
    weight_decay: f64,
    steps: u64,
    exp_avg: Vec<f64>,
}

const KIND: &str = "Lion";
const EXP_AVG: &str = "exp_avg";

impl Lion {
    /// Lion with the learning rate `lr`, β₁ = 0.9, β₂ = 0.99 and λ = 0, the defaults of its authors, of which
    /// `lr` is 0.0001.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Lion, Optimizer};
    /// assert_eq!(Lion::new(0.0001).lr(), 0.0001);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        Lion {
            lr,
            betas: [0.9, 0.99],
            weight_decay: 0.0,
            steps: 0,
            exp_avg: Vec::new(),
        }
    }

    /// How much of the running mean goes into a step, β₁, and how slowly it forgets, β₂.
    ///
    /// # Panics
    ///
    /// If one of them is not in [0, 1).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lion, Module, Optimizer};
    /// let x = Value::new(0.0);
    /// x.set_grad(2.0);
    /// let mut lion = Lion::new(0.5).betas(0.5, 0.75);
    /// lion.step(&x.parameters());
    /// assert_eq!((x.data(), lion.state().list("exp_avg")), (-0.5, Some(&[0.5][..])));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn betas(mut self, beta1: f64, beta2: f64) -> Self {
        for (name, beta) in [("beta1", beta1), ("beta2", beta2)] {
            assert!(
                (0.0..1.0).contains(&beta),
                "{name} is {beta:?}; it must be at least 0 and below 1"
            );
        }
        self.betas = [beta1, beta2];
        self
    }

    /// The share λ of each parameter that goes in a step, times the learning rate.
    ///
    /// # Panics
    ///
    /// If `weight_decay` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lion, Module, Optimizer};
    /// let x = Value::new(4.0); // its gradient is 0
    /// Lion::new(0.5).weight_decay(0.25).step(&x.parameters());
    /// assert_eq!(x, 3.5); // 4 − 0.5·0.25·4
    /// ```
    #[must_use]
    #[track_caller]
    pub fn weight_decay(mut self, weight_decay: f64) -> Self {
        assert_at_least_zero("weight decay", weight_decay);
        self.weight_decay = weight_decay;
        self
    }
}

impl Optimizer for Lion {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let gradients = finite_gradients(parameters)?;
        let before = Value::data_of(parameters);
        let mut exp_avg = remembered(&self.exp_avg, self.steps, parameters.len());
        let [beta1, beta2] = self.betas;
        let mut after = before.clone();
        for ((p, gradient), m) in after.iter_mut().zip(gradients).zip(&mut exp_avg) {
            let mean = beta1 * *m + (1.0 - beta1) * gradient;
            let sign = if mean == 0.0 { 0.0 } else { mean.signum() };
            *p -= self.lr * (sign + self.weight_decay * *p);
            *m = beta2 * *m + (1.0 - beta2) * gradient;
        }
        expect_finite_list(EXP_AVG, &exp_avg)?;
        expect_finite_data(&before, &after)?;
        Value::set_data_of(parameters, &after);
        self.exp_avg = exp_avg;
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
        OptimizerState::new(KIND, self.lr, self.steps).with_list(EXP_AVG, self.exp_avg.clone())
    }

    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        let (lr, steps) = (state.lr(), state.steps());
        state.fill(KIND, [(EXP_AVG, &mut self.exp_avg)])?;
        (self.lr, self.steps) = (lr, steps);
        Ok(())
    }
}
