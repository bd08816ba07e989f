//! A rate that falls when training no longer gets better.

use crate::Metric;
use crate::optimizers::assert_at_least_zero;

/// Multiplies the learning rate by a factor after more than `patience` epochs in a row that were no
/// better than the best one before them.
///
/// An epoch is better if its number beats the best one by more than the share `threshold` of it. After
/// a reduction, `cooldown` epochs do not count. PyTorch's `ReduceLROnPlateau`, with its defaults; a
/// change of less than 10⁻⁸ is not made.
///
/// [`Training::reduce_on_plateau`](crate::Training::reduce_on_plateau) watches the metric of each
/// epoch, or else its loss. In a loop of your own, call [`observe`](ReduceLrOnPlateau::observe).
///
/// ```
/// use micrograd_nn::{Metric, ReduceLrOnPlateau};
///
/// let mut plateau = ReduceLrOnPlateau::new(0.5).patience(1);
/// let errors = [3.0, 2.0, 2.0, 2.0, 1.0];
/// let rates = errors.map(|error| plateau.observe(&Metric::lower_is_better("error", error)));
/// assert_eq!(rates, [0.5, 0.5, 0.5, 0.05, 0.05]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReduceLrOnPlateau {
    lr: f64,
    factor: f64,
    patience: u64,
    threshold: f64,
    cooldown: u64,
    min_lr: f64,
    best: Option<f64>,
    /// Epochs in a row that were no better.
    bad: u64,
    /// Epochs that still do not count.
    cooling: u64,
}

impl ReduceLrOnPlateau {
    /// From the rate `lr`, by the factor 0.1, with a patience of 10 epochs, the threshold 10⁻⁴ and no
    /// cooldown.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::ReduceLrOnPlateau;
    /// assert_eq!(ReduceLrOnPlateau::new(0.5).lr(), 0.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        ReduceLrOnPlateau {
            lr,
            factor: 0.1,
            patience: 10,
            threshold: 1e-4,
            cooldown: 0,
            min_lr: 0.0,
            best: None,
            bad: 0,
            cooling: 0,
        }
    }

    /// What the rate is multiplied by.
    ///
    /// # Panics
    ///
    /// If `factor` is not in [0, 1).
    ///
    /// ```
    /// # use micrograd_nn::{Metric, ReduceLrOnPlateau};
    /// let mut plateau = ReduceLrOnPlateau::new(1.0).patience(0).factor(0.5);
    /// let rates = [1.0, 1.0].map(|error| plateau.observe(&Metric::lower_is_better("error", error)));
    /// assert_eq!(rates, [1.0, 0.5]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn factor(mut self, factor: f64) -> Self {
        assert!(
            (0.0..1.0).contains(&factor),
            "the factor is {factor:?}; it must be at least 0 and below 1"
        );
        self.factor = factor;
        self
    }

    /// How many epochs in a row may be no better.
    ///
    /// ```
    /// # use micrograd_nn::{Metric, ReduceLrOnPlateau};
    /// let mut plateau = ReduceLrOnPlateau::new(1.0).patience(1);
    /// let rates = [1.0; 3].map(|error| plateau.observe(&Metric::lower_is_better("error", error)));
    /// assert_eq!(rates, [1.0, 1.0, 0.1]);
    /// ```
    #[must_use]
    pub fn patience(mut self, epochs: u64) -> Self {
        self.patience = epochs;
        self
    }

    /// By which share of the best number a better one beats it.
    ///
    /// # Panics
    ///
    /// If `threshold` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Metric, ReduceLrOnPlateau};
    /// let mut plateau = ReduceLrOnPlateau::new(1.0).patience(0).threshold(0.5);
    /// let rates = [1.0, 0.6].map(|error| plateau.observe(&Metric::lower_is_better("error", error)));
    /// assert_eq!(rates, [1.0, 0.1]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn threshold(mut self, threshold: f64) -> Self {
        assert_at_least_zero("threshold", threshold);
        self.threshold = threshold;
        self
    }

    /// How many epochs after a reduction do not count.
    ///
    /// ```
    /// # use micrograd_nn::{Metric, ReduceLrOnPlateau};
    /// let mut plateau = ReduceLrOnPlateau::new(1.0).factor(0.5).patience(0).cooldown(1);
    /// let rates = [1.0; 4].map(|error| plateau.observe(&Metric::lower_is_better("error", error)));
    /// assert_eq!(rates, [1.0, 0.5, 0.5, 0.25]);
    /// ```
    #[must_use]
    pub fn cooldown(mut self, epochs: u64) -> Self {
        self.cooldown = epochs;
        self
    }

    /// Where the rate stops falling.
    ///
    /// # Panics
    ///
    /// If `min_lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Metric, ReduceLrOnPlateau};
    /// let mut plateau = ReduceLrOnPlateau::new(1.0).patience(0).min_lr(0.75);
    /// let rates = [1.0, 1.0].map(|error| plateau.observe(&Metric::lower_is_better("error", error)));
    /// assert_eq!(rates, [1.0, 0.75]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn min_lr(mut self, min_lr: f64) -> Self {
        assert_at_least_zero("smallest learning rate", min_lr);
        self.min_lr = min_lr;
        self
    }

    /// The present rate.
    ///
    /// ```
    /// # use micrograd_nn::ReduceLrOnPlateau;
    /// assert_eq!(ReduceLrOnPlateau::new(0.5).lr(), 0.5);
    /// ```
    #[must_use]
    pub fn lr(&self) -> f64 {
        self.lr
    }

    /// Takes in how good an epoch was, and returns the rate of the next one.
    ///
    /// ```
    /// # use micrograd_nn::{Metric, ReduceLrOnPlateau};
    /// let mut plateau = ReduceLrOnPlateau::new(1.0).patience(0);
    /// let rates = [0.9, 0.8].map(|right| plateau.observe(&Metric::higher_is_better("right", right)));
    /// assert_eq!(rates, [1.0, 0.1]);
    /// ```
    pub fn observe(&mut self, metric: &Metric) -> f64 {
        let sign = if metric.is_higher_better() { -1.0 } else { 1.0 };
        self.observe_cost(sign * metric.value())
    }

    /// As [`observe`](ReduceLrOnPlateau::observe), of a number that is to be small.
    pub(crate) fn observe_cost(&mut self, cost: f64) -> f64 {
        let is_better = |best: f64| cost < best - self.threshold * best.abs();
        if self.best.is_none_or(is_better) {
            self.best = Some(cost);
            self.bad = 0;
        } else {
            self.bad += 1;
        }
        if self.cooling > 0 {
            self.cooling -= 1;
            self.bad = 0;
        }
        if self.bad > self.patience {
            let lower = (self.lr * self.factor).max(self.min_lr);
            if self.lr - lower > 1e-8 {
                self.lr = lower;
            }
            self.cooling = self.cooldown;
            self.bad = 0;
        }
        self.lr
    }
}
