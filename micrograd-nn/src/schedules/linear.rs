//! A rate that changes along a straight line.

use super::{Schedule, number};
use crate::optimizers::assert_at_least_zero;

/// lr(k) = start − (start − end)·k/T for k < T, and `end` from step T on.
///
/// PyTorch's `LinearLR`, with rates in place of factors. `LinearLr::new(1.0, 0.1, 100)` is the
/// 1 − 0.9·k/100 of micrograd's notebook, bit for bit.
///
/// ```
/// use micrograd_nn::{LinearLr, Schedule};
///
/// let schedule = LinearLr::new(1.0, 0.5, 4);
/// assert_eq!([0, 1, 4, 9].map(|k| schedule.lr(k)), [1.0, 0.875, 0.5, 0.5]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearLr {
    start: f64,
    end: f64,
    steps: u64,
}

impl LinearLr {
    /// From the rate `start` to the rate `end` in T = `steps` steps.
    ///
    /// # Panics
    ///
    /// If `start` or `end` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{LinearLr, Schedule};
    /// assert_eq!(LinearLr::new(0.0, 1.0, 2).lr(1), 0.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(start: f64, end: f64, steps: u64) -> Self {
        assert_at_least_zero("learning rate at the start", start);
        assert_at_least_zero("learning rate at the end", end);
        LinearLr { start, end, steps }
    }
}

impl Schedule for LinearLr {
    fn lr(&self, steps: u64) -> f64 {
        if steps < self.steps {
            self.start - (self.start - self.end) * number(steps) / number(self.steps)
        } else {
            self.end
        }
    }
}
