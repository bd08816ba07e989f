//! A rate that rises before another schedule begins.

use super::{Schedule, number};

/// lr(k) = s(0)·(k + 1)/(W + 1) for the first W steps, and s(k − W) after them, for any schedule s.
///
/// The rate rises in even steps, the first of which is not 0, and reaches s(0) at step W. Goyal et
/// al., *Accurate, Large Minibatch SGD* (2017); PyTorch's `LinearLR` with the `start_factor`
/// 1/(W + 1) in a `SequentialLR`.
///
/// ```
/// use micrograd_nn::{CosineLr, Schedule, WarmUpLr};
///
/// let schedule = WarmUpLr::new(3, CosineLr::new(1.0, 0.0, 100));
/// assert_eq!([0, 1, 2, 3].map(|k| schedule.lr(k)), [0.25, 0.5, 0.75, 1.0]);
/// assert_eq!(schedule.lr(103), 0.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WarmUpLr<S> {
    steps: u64,
    then: S,
}

impl<S: Schedule> WarmUpLr<S> {
    /// W = `steps` rising steps, then the schedule `then` from its beginning.
    ///
    /// ```
    /// # use micrograd_nn::{ConstantLr, Schedule, WarmUpLr};
    /// assert_eq!(WarmUpLr::new(1, ConstantLr::new(0.5)).lr(0), 0.25);
    /// ```
    #[must_use]
    pub fn new(steps: u64, then: S) -> Self {
        WarmUpLr { steps, then }
    }
}

impl<S: Schedule> Schedule for WarmUpLr<S> {
    fn lr(&self, steps: u64) -> f64 {
        if steps < self.steps {
            self.then.lr(0) * number(steps + 1) / number(self.steps + 1)
        } else {
            self.then.lr(steps - self.steps)
        }
    }
}
