//! A rate that falls in stairs.

use super::{Schedule, number};
use crate::optimizers::assert_at_least_zero;

/// lr(k) = lr·γ^⌊k/every⌋: the rate is multiplied by γ after each `every` steps. PyTorch's
/// `StepLR`.
///
/// ```
/// use micrograd_nn::{Schedule, StepLr};
///
/// let schedule = StepLr::new(1.0, 10, 0.5);
/// assert_eq!([0, 9, 10, 19, 20].map(|k| schedule.lr(k)), [1.0, 1.0, 0.5, 0.5, 0.25]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepLr {
    lr: f64,
    every: u64,
    gamma: f64,
}

impl StepLr {
    /// From the rate `lr`, times `gamma` after each `every` steps. PyTorch's γ is 0.1 unless given.
    ///
    /// # Panics
    ///
    /// If `every` is 0, or `lr` or `gamma` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Schedule, StepLr};
    /// assert_eq!(StepLr::new(0.5, 3, 0.5).lr(3), 0.25);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64, every: u64, gamma: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        assert_at_least_zero("factor gamma", gamma);
        assert!(every > 0, "a stair needs at least 1 step, not {every}");
        StepLr { lr, every, gamma }
    }
}

impl Schedule for StepLr {
    fn lr(&self, steps: u64) -> f64 {
        // libm's power is the same on every machine.
        self.lr * libm::pow(self.gamma, number(steps / self.every))
    }
}
