//! Running means of a gradient and of its square, which Adam and AdamW share.

use super::{OptimizerState, OptimizerStateError, assert_at_least_zero, fit_list};
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

    /// Counts a step and tells how the direction of each parameter follows from its gradient.
    #[track_caller]
    pub(super) fn begin_step(&mut self, parameters: &[Value]) -> Directions<'_> {
        fit_list(&mut self.exp_avg, self.steps, parameters);
        fit_list(&mut self.exp_avg_sq, self.steps, parameters);
        self.steps += 1;
        #[expect(clippy::cast_precision_loss)] // No one makes 2⁵³ steps.
        let steps = self.steps as f64;
        // libm's power is the same on every machine.
        let corrections = self.betas.map(|beta| 1.0 - libm::pow(beta, steps));
        Directions {
            moments: self,
            corrections,
        }
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

/// The moments during one step.
pub(super) struct Directions<'a> {
    moments: &'a mut Moments,
    /// 1 − β₁ᵗ and 1 − β₂ᵗ
    corrections: [f64; 2],
}

impl Directions<'_> {
    /// m̂/(√v̂ + ε) of parameter `i`, once its gradient has gone into m and v.
    pub(super) fn of(&mut self, i: usize, gradient: f64) -> f64 {
        let [beta1, beta2] = self.moments.betas;
        let m = &mut self.moments.exp_avg[i];
        *m = beta1 * *m + (1.0 - beta1) * gradient;
        let v = &mut self.moments.exp_avg_sq[i];
        *v = beta2 * *v + (1.0 - beta2) * gradient * gradient;
        let (mean, square) = (*m / self.corrections[0], *v / self.corrections[1]);
        mean / (square.sqrt() + self.moments.eps)
    }
}
