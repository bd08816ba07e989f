//! What can be watched in a loop of steps.

#[cfg(feature = "progress")]
mod bar;

use std::collections::VecDeque;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// What a loop of single steps shows while it runs, for training that does not go by epochs.
///
/// Where the standard error stream is a terminal, that is one bar there with the mean loss of the last 50
/// steps, the rate, and the time left (with the feature `progress`). Elsewhere, and on a terminal
/// without cursor (`TERM=dumb`), it is one line a step, `step 1 loss 3.42`: steps are counted from 1, and the loss has all its digits, so that
/// another program can read it back exactly.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Optimizer, Sgd, StepProgress};
///
/// let x = [Value::new(3.0)];
/// let mut sgd = Sgd::new(0.1);
/// let mut progress = StepProgress::new(10, "numbers");
/// for _ in 0..10 {
///     let loss = x[0].powi(2);
///     x[0].zero_grad();
///     loss.backward();
///     sgd.step(&x);
///     progress.step(loss.data(), 1);
/// }
/// progress.finish();
/// assert_eq!(progress.units(), 10);
/// ```
#[derive(Debug)]
pub struct StepProgress {
    begin: Instant,
    last: Instant,
    steps: u64,
    units: u64,
    /// The losses of the last steps.
    losses: VecDeque<f64>,
    #[cfg(feature = "progress")]
    bar: Option<bar::StepBar>,
}

/// Over how many steps the loss is averaged: single ones jump with their samples.
const RECENT: usize = 50;

impl StepProgress {
    /// A loop of `steps` steps that works through units of this name: "tokens", "samples".
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// assert_eq!(StepProgress::new(1000, "tokens").steps(), 0);
    /// ```
    #[must_use]
    pub fn new(steps: u64, unit: &'static str) -> Self {
        #[cfg(not(feature = "progress"))]
        let _ = (steps, unit);
        let now = Instant::now();
        StepProgress {
            begin: now,
            last: now,
            steps: 0,
            units: 0,
            losses: VecDeque::with_capacity(RECENT),
            #[cfg(feature = "progress")]
            bar: bar::StepBar::new(steps, unit),
        }
    }

    /// A step was made: its loss, and how many units it took in.
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// let mut progress = StepProgress::new(1000, "tokens");
    /// progress.step(3.25, 7);
    /// assert_eq!((progress.steps(), progress.units()), (1, 7));
    /// ```
    pub fn step(&mut self, loss: f64, units: u64) {
        self.steps += 1;
        self.units += units;
        if self.losses.len() == RECENT {
            self.losses.pop_front();
        }
        self.losses.push_back(loss);
        self.last = Instant::now();
        #[cfg(feature = "progress")]
        if let Some(bar) = &self.bar {
            bar.step(self);
            return;
        }
        // Nobody may be listening; that must not end a training.
        let _ = writeln!(io::stderr(), "step {} loss {loss:?}", self.steps);
    }

    /// Leaves the last state on the terminal; below it the program may go on to print.
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// StepProgress::new(0, "tokens").finish();
    /// ```
    pub fn finish(&mut self) {
        #[cfg(feature = "progress")]
        if let Some(bar) = self.bar.take() {
            bar.finish();
        }
    }

    /// How many steps have been made.
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// assert_eq!(StepProgress::new(1000, "tokens").steps(), 0);
    /// ```
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// How many units they took in.
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// assert_eq!(StepProgress::new(1000, "tokens").units(), 0);
    /// ```
    #[must_use]
    pub fn units(&self) -> u64 {
        self.units
    }

    /// The mean loss of the last 50 steps, or of all if there are fewer; none before the first.
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// let mut progress = StepProgress::new(1000, "tokens");
    /// assert_eq!(progress.recent_loss(), None);
    /// progress.step(3.0, 7);
    /// progress.step(4.0, 5);
    /// assert_eq!(progress.recent_loss(), Some(3.5));
    /// ```
    #[must_use]
    pub fn recent_loss(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss)] // There are at most 50.
        let count = self.losses.len() as f64;
        (count > 0.0).then(|| self.losses.iter().sum::<f64>() / count)
    }

    /// How long the steps took, from the beginning to the end of the last one.
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// assert!(StepProgress::new(1000, "tokens").elapsed().is_zero());
    /// ```
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.last - self.begin
    }

    /// How many units they took in for each second; 0 before the first step.
    ///
    /// ```
    /// # use micrograd_nn::StepProgress;
    /// let mut progress = StepProgress::new(1000, "tokens");
    /// progress.step(3.25, 7);
    /// assert!(progress.rate() > 0.0);
    /// ```
    #[must_use]
    pub fn rate(&self) -> f64 {
        #[expect(clippy::cast_precision_loss)] // No one counts to 2⁵³.
        let units = self.units as f64;
        if units > 0.0 {
            units / self.elapsed().as_secs_f64()
        } else {
            0.0
        }
    }
}
