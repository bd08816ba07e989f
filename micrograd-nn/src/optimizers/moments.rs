//! Running means of a gradient and of its square, which Adam and AdamW share.

use super::finite::{expect_finite_data, expect_finite_list, remembered};
use super::{OptimizerState, OptimizerStateError, StepError, assert_at_least_zero};
use micrograd_core::Value;

const EXP_AVG: &str = "exp_avg";
const EXP_AVG_SQ: &str = "exp_avg_sq";

/// m and v for each parameter, and how they are made.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moments {
    lr: f64,
    betas: [f64; 2],
    eps: f64,
    steps: u64,
    exp_avg: Vec<f64>,
    exp_avg_sq: Vec<f64>,
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

    pub(super) fn lr(&self) -> f64 {
        self.lr
    }

    /// A step from the gradients: p ← shrink·p − lr·m̂/(√v̂ + ε), with m and v taken further.
    #[track_caller]
    pub(super) fn try_step(
        &mut self,
        parameters: &[Value],
        before: &[f64],
        gradients: &[f64],
        shrink: f64,
    ) -> Result<(), StepError> {
        let mut exp_avg = remembered(&self.exp_avg, self.steps, gradients.len());
        let mut exp_avg_sq = remembered(&self.exp_avg_sq, self.steps, gradients.len());
        #[expect(clippy::cast_precision_loss)] // No one makes 2⁵³ steps.
        let steps = (self.steps + 1) as f64;
        let [beta1, beta2] = self.betas;
        // libm's power is the same on every machine.
        let [c1, c2] = self.betas.map(|beta| 1.0 / (1.0 - libm::pow(beta, steps)));
        let (c2, eps, lr) = (c2.sqrt(), self.eps, self.lr);
        let mut after = before.to_vec();
        let moments = exp_avg.iter_mut().zip(&mut exp_avg_sq);
        // √v̂ as √v·√(1/(1 − β₂ᵗ)): of the slow operations, one division and one root are left.
        for ((g, (m, v)), p) in gradients.iter().zip(moments).zip(&mut after) {
            *m = beta1 * *m + (1.0 - beta1) * *g;
            *v = beta2 * *v + (1.0 - beta2) * *g * *g;
            let direction = *m * c1 / (v.sqrt() * c2 + eps);
            *p = *p * shrink - lr * direction;
        }
        expect_finite_list(EXP_AVG, &exp_avg)?;
        expect_finite_list(EXP_AVG_SQ, &exp_avg_sq)?;
        expect_finite_data(before, &after)?;
        Value::set_data_of(parameters, &after);
        (self.exp_avg, self.exp_avg_sq) = (exp_avg, exp_avg_sq);
        self.steps += 1;
        Ok(())
    }

    pub(super) fn state(&self, kind: &'static str) -> OptimizerState {
        OptimizerState::new(kind, self.lr, self.steps)
            .with_list(EXP_AVG, self.exp_avg.clone())
            .with_list(EXP_AVG_SQ, self.exp_avg_sq.clone())
    }

    pub(super) fn restore(
        &mut self,
        kind: &'static str,
        state: OptimizerState,
    ) -> Result<(), OptimizerStateError> {
        let (lr, steps) = (state.lr(), state.steps());
        state.fill(
            kind,
            [
                (EXP_AVG, &mut self.exp_avg),
                (EXP_AVG_SQ, &mut self.exp_avg_sq),
            ],
        )?;
        (self.lr, self.steps) = (lr, steps);
        Ok(())
    }
}
