//! Running means of a gradient and of its square, which Adam, AdamW and NAdam share.

use super::finite::{expect_finite_data, expect_finite_list, remembered};
use super::{OptimizerState, OptimizerStateError, StepError, assert_at_least_zero};
use micrograd_core::Value;

const EXP_AVG: &str = "exp_avg";
const EXP_AVG_SQ: &str = "exp_avg_sq";
const MAX_EXP_AVG_SQ: &str = "max_exp_avg_sq";

/// m and v for each parameter, and how they are made.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moments {
    lr: f64,
    betas: [f64; 2],
    eps: f64,
    steps: u64,
    exp_avg: Vec<f64>,
    exp_avg_sq: Vec<f64>,
    /// Whether steps are divided by the largest mean of squares up to now, and these.
    amsgrad: bool,
    max_exp_avg_sq: Vec<f64>,
}

/// How the mean m and the gradient g make a direction: mean·m + gradient·g.
#[derive(Clone, Copy)]
pub(super) struct Mix {
    pub(super) mean: f64,
    pub(super) gradient: f64,
}

impl Moments {
    /// With β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
    #[track_caller]
    pub(super) fn new(lr: f64) -> Self {
        let mut moments = Moments {
            lr,
            betas: [0.9, 0.999],
            eps: 1e-8,
            steps: 0,
            exp_avg: Vec::new(),
            exp_avg_sq: Vec::new(),
            amsgrad: false,
            max_exp_avg_sq: Vec::new(),
        };
        moments.set_lr(lr);
        moments
    }

    #[track_caller]
    pub(super) fn set_betas(&mut self, betas: [f64; 2]) {
        for (name, beta) in ["beta1", "beta2"].into_iter().zip(betas) {
            assert!(
                (0.0..1.0).contains(&beta),
                "{name} is {beta:?}; it must be at least 0 and below 1"
            );
        }
        self.betas = betas;
    }

    #[track_caller]
    pub(super) fn set_eps(&mut self, eps: f64) {
        assert_at_least_zero("eps", eps);
        self.eps = eps;
    }

    #[track_caller]
    pub(super) fn set_lr(&mut self, lr: f64) {
        assert_at_least_zero("learning rate", lr);
        self.lr = lr;
    }

    pub(super) fn set_amsgrad(&mut self) {
        self.amsgrad = true;
    }

    pub(super) fn betas(&self) -> [f64; 2] {
        self.betas
    }

    /// The steps made, as an exponent.
    #[expect(clippy::cast_precision_loss)] // No one makes 2⁵³ steps.
    pub(super) fn steps(&self) -> f64 {
        self.steps as f64
    }

    pub(super) fn lr(&self) -> f64 {
        self.lr
    }

    /// A step along m̂: p ← shrink·p − lr·m̂/(√v̂ + ε), with m and v taken further.
    #[track_caller]
    pub(super) fn try_step(
        &mut self,
        parameters: &[Value],
        before: &[f64],
        gradients: &[f64],
        shrink: f64,
    ) -> Result<(), StepError> {
        // libm's power is the same on every machine.
        let mix = Mix {
            mean: 1.0 / (1.0 - libm::pow(self.betas[0], self.steps() + 1.0)),
            gradient: 0.0,
        };
        self.try_step_along(mix, parameters, before, gradients, shrink)
    }

    /// A step along a mix d of m and the gradient: p ← shrink·p − lr·d/(√v̂ + ε), with m and v taken further.
    #[track_caller]
    pub(super) fn try_step_along(
        &mut self,
        mix: Mix,
        parameters: &[Value],
        before: &[f64],
        gradients: &[f64],
        shrink: f64,
    ) -> Result<(), StepError> {
        let mut exp_avg = remembered(&self.exp_avg, self.steps, gradients.len());
        let mut exp_avg_sq = remembered(&self.exp_avg_sq, self.steps, gradients.len());
        let [beta1, beta2] = self.betas;
        for (g, (m, v)) in gradients
            .iter()
            .zip(exp_avg.iter_mut().zip(&mut exp_avg_sq))
        {
            *m = beta1 * *m + (1.0 - beta1) * *g;
            *v = beta2 * *v + (1.0 - beta2) * *g * *g;
        }
        expect_finite_list(EXP_AVG, &exp_avg)?;
        expect_finite_list(EXP_AVG_SQ, &exp_avg_sq)?;
        let mut max_exp_avg_sq = Vec::new();
        if self.amsgrad {
            max_exp_avg_sq = remembered(&self.max_exp_avg_sq, self.steps, gradients.len());
            for (largest, v) in max_exp_avg_sq.iter_mut().zip(&exp_avg_sq) {
                *largest = v.max(*largest);
            }
        }
        let squares = if self.amsgrad {
            &max_exp_avg_sq
        } else {
            &exp_avg_sq
        };

        let correction = 1.0 / (1.0 - libm::pow(beta2, self.steps() + 1.0));
        let (correction, eps, lr) = (correction.sqrt(), self.eps, self.lr);
        let mut after = before.to_vec();
        // √v̂ as √v·√(1/(1 − β₂ᵗ)): of the slow operations, one division and one root are left.
        for (((g, m), v), p) in gradients.iter().zip(&exp_avg).zip(squares).zip(&mut after) {
            let direction = (m * mix.mean + g * mix.gradient) / (v.sqrt() * correction + eps);
            *p = *p * shrink - lr * direction;
        }
        expect_finite_data(before, &after)?;
        Value::set_data_of(parameters, &after);
        (self.exp_avg, self.exp_avg_sq) = (exp_avg, exp_avg_sq);
        self.max_exp_avg_sq = max_exp_avg_sq;
        self.steps += 1;
        Ok(())
    }

    pub(super) fn state(&self, kind: &'static str) -> OptimizerState {
        let state = OptimizerState::new(kind, self.lr, self.steps)
            .with_list(EXP_AVG, self.exp_avg.clone())
            .with_list(EXP_AVG_SQ, self.exp_avg_sq.clone());
        if self.amsgrad {
            state.with_list(MAX_EXP_AVG_SQ, self.max_exp_avg_sq.clone())
        } else {
            state
        }
    }

    pub(super) fn restore(
        &mut self,
        kind: &'static str,
        state: OptimizerState,
    ) -> Result<(), OptimizerStateError> {
        let (lr, steps) = (state.lr(), state.steps());
        let mut lists = vec![
            (EXP_AVG, &mut self.exp_avg),
            (EXP_AVG_SQ, &mut self.exp_avg_sq),
        ];
        if self.amsgrad {
            lists.push((MAX_EXP_AVG_SQ, &mut self.max_exp_avg_sq));
        }
        state.fill(kind, lists)?;
        (self.lr, self.steps) = (lr, steps);
        Ok(())
    }
}
