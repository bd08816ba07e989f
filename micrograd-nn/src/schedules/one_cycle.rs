//! A rate that rises once and falls once.

use super::number;
use crate::Schedule;
use std::f64::consts::PI;

/// One cycle over S steps: along half a cosine from m/25 up to the largest rate m, at the share 0.3 of the
/// steps, and along another one down to m/250000 at the last step, S − 1.
///
/// With the top at k₁ = 0.3·S − 1, cos-anneal(a, b, t) = b + (a − b)·(1 + cos πt)/2, and k = 0, 1, …:
/// lr(k) = cos-anneal(m/25, m, k/k₁) up to k₁, and cos-anneal(m, m/250000, (k − k₁)/(S − 1 − k₁)) after it.
/// After the last step the rate stays. Smith and Topin, *Super-Convergence* (2017); PyTorch's
/// `OneCycleLR` with its defaults.
///
/// ```
/// use micrograd_nn::{OneCycleLr, Schedule};
///
/// let schedule = OneCycleLr::new(1.0, 100);
/// assert!((schedule.lr(0) - 0.04).abs() < 1e-15);
/// assert_eq!(schedule.lr(29), 1.0);
/// assert!((schedule.lr(99) - 4e-6).abs() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneCycleLr {
    largest: f64,
    steps: u64,
    rising: f64,
}

impl OneCycleLr {
    /// A cycle of `steps` steps with the largest rate `largest`.
    ///
    /// # Panics
    ///
    /// If `largest` is negative or not finite, or there are fewer than 4 steps, which have no room to
    /// rise.
    ///
    /// ```
    /// # use micrograd_nn::{OneCycleLr, Schedule};
    /// assert_eq!(OneCycleLr::new(0.5, 10).lr(2), 0.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(largest: f64, steps: u64) -> Self {
        crate::optimizers::assert_at_least_zero("largest learning rate", largest);
        assert!(
            steps >= 4,
            "a cycle of {steps} steps cannot rise; it needs at least 4"
        );
        OneCycleLr {
            largest,
            steps,
            rising: 0.3,
        }
    }

    /// The share of the steps in which the rate rises, instead of 0.3: PyTorch's `pct_start`.
    ///
    /// # Panics
    ///
    /// If the rate would not rise or not fall for a step at least.
    ///
    /// ```
    /// # use micrograd_nn::{OneCycleLr, Schedule};
    /// assert_eq!(OneCycleLr::new(0.5, 10).rising_share(0.5).lr(4), 0.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn rising_share(mut self, share: f64) -> Self {
        let steps = number(self.steps);
        assert!(
            share * steps > 1.0 && share < 1.0,
            "a share of {share:?} of {} steps leaves no step to rise or to fall in",
            self.steps
        );
        self.rising = share;
        self
    }
}

impl Schedule for OneCycleLr {
    fn lr(&self, steps: u64) -> f64 {
        let (first, last) = (self.largest / 25.0, self.largest / 250_000.0);
        let top = self.rising * number(self.steps) - 1.0;
        let end = number(self.steps - 1);
        let k = number(steps).min(end);
        if k <= top {
            anneal(first, self.largest, k / top)
        } else {
            anneal(self.largest, last, (k - top) / (end - top))
        }
    }
}

/// From `start` at 0 to `end` at 1, along half a cosine.
fn anneal(start: f64, end: f64, share: f64) -> f64 {
    end + (start - end) * 0.5 * (1.0 + libm::cos(PI * share))
}
