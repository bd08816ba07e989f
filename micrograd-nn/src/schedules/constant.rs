//! The same rate at every step.

use super::Schedule;
use crate::optimizers::assert_at_least_zero;

/// lr(k) = lr, at every step k. PyTorch's optimisers without a scheduler.
///
/// ```
/// use micrograd_nn::{ConstantLr, Schedule};
/// assert_eq!(ConstantLr::new(0.1).lr(1000), 0.1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConstantLr {
    lr: f64,
}

impl ConstantLr {
    /// The rate `lr`, for ever.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{ConstantLr, Schedule};
    /// assert_eq!(ConstantLr::new(0.1).lr(0), 0.1);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        ConstantLr { lr }
    }
}

impl Schedule for ConstantLr {
    fn lr(&self, _: u64) -> f64 {
        self.lr
    }
}
