//! One pass over the data.

mod average;
mod outcome;

use super::progress::Progress;
use super::{Divergence, Metric, Training};
use crate::{Module, Optimizer};
use micrograd_core::Value;
use rand::RngExt;
use rand::rngs::ChaCha8Rng;

/// One epoch of a [`Training`]: takes the steps, and hands out what they need.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::{Sgd, Training};
/// # use rand::{SeedableRng, rngs::ChaCha8Rng};
/// # let x = Value::new(3.0);
/// # let mut training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).quiet();
/// training.run(|epoch| {
///     assert_eq!(epoch.number(), 1);
///     epoch.step(&x.powi(2));
/// });
/// ```
pub struct Epoch<'t, 'a, M: ?Sized, O> {
    training: &'t mut Training<'a, M, O>,
    progress: &'t mut Progress,
    losses: f64,
    steps: u32,
    /// The sum of the losses whose gradients await the update, and how many they are.
    pending: (f64, u32),
    divergence: Option<Divergence>,
    metric: Option<Metric>,
    /// The parameters with which the number that counts was seen: the metric, or else the loss.
    seen: Option<Vec<f64>>,
}

impl<'t, 'a, M: Module + ?Sized, O: Optimizer> Epoch<'t, 'a, M, O> {
    pub(super) fn new(training: &'t mut Training<'a, M, O>, progress: &'t mut Progress) -> Self {
        Epoch {
            training,
            progress,
            losses: 0.0,
            steps: 0,
            pending: (0.0, 0),
            divergence: None,
            metric: None,
            seen: None,
        }
    }

    /// The number of this epoch, counted from 1, over all that was resumed.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// # training.run(|epoch| {
    /// assert_eq!(epoch.number(), 1);
    /// # epoch.step(&x.powi(2));
    /// # });
    /// ```
    #[must_use]
    pub fn number(&self) -> u64 {
        self.training.history.epochs() + 1
    }

    /// The run's generator of random numbers, whose state a checkpoint keeps.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// # training.run(|epoch| {
    /// let noise: f64 = epoch.rng().random();
    /// # epoch.step(&(x.powi(2) + noise));
    /// # });
    /// ```
    pub fn rng(&mut self) -> &mut ChaCha8Rng {
        &mut self.training.rng
    }

    /// The numbers 0, …, samples − 1 in random order, cut into batches of `size`; the last one may
    /// be smaller.
    ///
    /// The order is drawn by the shuffle of Fisher and Yates, *Statistical Tables* (1938), in the
    /// form of Durstenfeld, from the run's generator.
    ///
    /// # Panics
    ///
    /// If `size` is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// # training.run(|epoch| {
    /// let batches = epoch.batches(10, 4);
    /// let sizes: Vec<usize> = batches.iter().map(Vec::len).collect();
    /// assert_eq!(sizes, [4, 4, 2]);
    /// # epoch.step(&x.powi(2));
    /// # });
    /// ```
    #[track_caller]
    pub fn batches(&mut self, samples: usize, size: usize) -> Vec<Vec<usize>> {
        assert!(
            size > 0,
            "{samples} samples cannot be cut into batches of {size}"
        );
        let mut order: Vec<usize> = (0..samples).collect();
        for last in (1..samples).rev() {
            order.swap(last, self.training.rng.random_range(0..=last));
        }
        let batches: Vec<Vec<usize>> = order.chunks(size).map(<[usize]>::to_vec).collect();
        self.progress.expect_steps(batches.len());
        batches
    }

    /// One step: [`backward`](Epoch::backward) and [`update`](Epoch::update).
    ///
    /// # Panics
    ///
    /// As these do.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// training.run(|epoch| epoch.step(&x.powi(2)));
    /// assert_eq!(x, 1.5); // 3 − ¼·6
    /// ```
    #[track_caller]
    pub fn step(&mut self, loss: &Value) {
        self.backward(loss);
        self.update();
    }

    /// The first half of a step: differentiates `loss`, after clearing the gradients of the model if
    /// this is the first call since the last [`update`](Epoch::update). Further calls add theirs: the
    /// step goes along the gradient of the sum of the losses, which is the step's loss. So a batch can be
    /// larger than what is recorded at once: with the losses of k parts of it, each divided by k.
    ///
    /// A loss that is not finite ends the run: see [`has_diverged`](Epoch::has_diverged).
    ///
    /// # Panics
    ///
    /// If a parameter has been changed since the loss was recorded.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// training.run(|epoch| {
    ///     epoch.backward(&x.powi(2));
    ///     assert_eq!(x.grad(), 6.0); // here gradients can be looked at, or clipped
    ///     epoch.update();
    /// });
    /// ```
    #[track_caller]
    pub fn backward(&mut self, loss: &Value) {
        if self.has_diverged() {
            return;
        }
        let number = loss.data();
        let (losses, calls) = self.pending;
        if calls == 0 {
            self.training.model.zero_grad();
        }
        self.pending = (losses + number, calls + 1);
        if number.is_finite() {
            loss.backward();
        } else {
            let (epoch, step) = (self.number(), self.training.steps + 1);
            self.take_loss();
            self.divergence = Some(Divergence::Loss {
                epoch,
                step,
                loss: number,
            });
        }
    }

    /// The step's loss is known: the sum of those that await their update.
    fn take_loss(&mut self) {
        self.losses += self.pending.0;
        self.steps += 1;
        self.pending = (0.0, 0);
    }

    /// The second half of a step: sets the learning rate of the schedule, and moves the
    /// parameters along their gradients.
    ///
    /// A gradient that is not finite, or a step that would overflow, ends the run: see
    /// [`has_diverged`](Epoch::has_diverged).
    ///
    /// # Panics
    ///
    /// If there was no [`backward`](Epoch::backward) since the last update.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// training.run(|epoch| {
    ///     epoch.backward(&x.powi(2));
    ///     epoch.update();
    /// });
    /// assert_eq!(x, 1.5);
    /// ```
    #[track_caller]
    pub fn update(&mut self) {
        if self.has_diverged() {
            return;
        }
        let (epoch, step) = (self.number(), self.training.steps + 1);
        assert!(
            self.pending.1 > 0,
            "step {step} in epoch {epoch} has {} calls of backward before its update",
            self.pending.1
        );
        self.take_loss();
        let training = &mut *self.training;
        if let Some(schedule) = &training.schedule {
            training.optimizer.set_lr(schedule.lr(training.steps));
        }
        if let Some([_, plateau]) = &training.plateau {
            training.optimizer.set_lr(plateau.lr());
        }
        if self.metric.is_none() && training.history.metric_name().is_none() {
            self.seen = Some(Value::data_of(&training.parameters));
        }
        if let Err(source) = training.optimizer.try_step(&training.parameters) {
            self.divergence = Some(Divergence::Step {
                epoch,
                step,
                source,
            });
            return;
        }
        training.steps += 1;
        if let Some(average) = &mut training.average {
            average.update(&training.parameters);
        }
        let loss = self.losses / f64::from(self.steps);
        self.progress
            .step(&training.history, loss, training.optimizer.lr());
    }

    /// Whether a loss, a gradient or a metric of this epoch was not finite, or a step would have
    /// overflowed. Then the rest of the epoch changes nothing, and the run ends with it:
    /// [`History::divergence`](crate::History::divergence) says why.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(-3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// training.run(|epoch| {
    ///     epoch.step(&x.ln());
    ///     assert!(epoch.has_diverged());
    /// });
    /// assert_eq!(x, -3.0);
    /// ```
    #[must_use]
    pub fn has_diverged(&self) -> bool {
        self.divergence.is_some()
    }

    /// Says how good the model is now, at the end of this epoch; a second call replaces the first.
    ///
    /// A metric that is not finite ends the run: see [`has_diverged`](Epoch::has_diverged).
    ///
    /// # Panics
    ///
    /// The run does, after the epoch, if earlier epochs reported a metric of another name.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Metric, Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let history = training.run(|epoch| {
    ///     epoch.step(&x.powi(2));
    ///     epoch.report(Metric::lower_is_better("x", x.data()));
    /// });
    /// assert_eq!(history.metric_name(), Some("x"));
    /// assert_eq!(history.records()[0].metric, Some(1.5));
    /// ```
    pub fn report(&mut self, metric: Metric) {
        if self.has_diverged() {
            return;
        }
        if !metric.value().is_finite() {
            self.divergence = Some(Divergence::Metric {
                epoch: self.number(),
                name: metric.name().to_owned(),
                value: metric.value(),
            });
        }
        self.metric = Some(metric);
        self.seen = Some(Value::data_of(&self.training.parameters));
    }

    /// Makes this epoch the last one of this call; the run can go on later.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let mut training = training.epochs(5);
    /// let history = training.run(|epoch| {
    ///     epoch.step(&x.powi(2));
    ///     epoch.interrupt();
    /// });
    /// assert_eq!(history.records().len(), 1);
    /// let history = training.run(|epoch| epoch.step(&x.powi(2)));
    /// assert_eq!(history.records().len(), 5);
    /// ```
    pub fn interrupt(&mut self) {
        self.training.interrupted = true;
    }
}
