//! A rate that falls along half a wave.

use super::{Schedule, number};
use crate::optimizers::assert_at_least_zero;
use std::f64::consts::PI;

/// lr(k) = end + ½(start − end)(1 + cos(πk/T)) for k < T, and `end` from step T on.
///
/// Slow at both ends. Loshchilov and Hutter, *SGDR: Stochastic Gradient Descent with Warm
/// Restarts*, ICLR 2017, without restarts; PyTorch's `CosineAnnealingLR` with `T_max` = T and
/// `eta_min` = `end`, which climbs again after T.
///
/// ```
/// use micrograd_nn::{CosineLr, Schedule};
///
/// let schedule = CosineLr::new(1.0, 0.0, 100);
/// assert_eq!(schedule.lr(0), 1.0);
/// assert!((schedule.lr(50) - 0.5).abs() < 1e-15);
/// assert_eq!(schedule.lr(100), 0.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CosineLr {
    start: f64,
    end: f64,
    steps: u64,
}

impl CosineLr {
    /// From the rate `start` to the rate `end` in T = `steps` steps.
    ///
    /// # Panics
    ///
    /// If `start` or `end` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{CosineLr, Schedule};
    /// assert_eq!(CosineLr::new(1.0, 0.25, 10).lr(11), 0.25);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(start: f64, end: f64, steps: u64) -> Self {
        assert_at_least_zero("learning rate at the start", start);
        assert_at_least_zero("learning rate at the end", end);
        CosineLr { start, end, steps }
    }
}

impl Schedule for CosineLr {
    fn lr(&self, steps: u64) -> f64 {
        if steps >= self.steps {
            return self.end;
        }
        // libm's cosine is the same on every machine.
        let cosine = libm::cos(PI * number(steps) / number(self.steps));
        self.end + (self.start - self.end) * (1.0 + cosine) / 2.0
    }
}
