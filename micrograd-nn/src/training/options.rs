//! What a run does beside its steps.

use super::{Training, WeightAverage};
use crate::{Module, Optimizer, ReduceLrOnPlateau};

/// # Options
impl<M: Module + ?Sized, O: Optimizer> Training<'_, M, O> {
    /// Lets the learning rate fall where the run gets no better: by the [`Metric`](crate::Metric) of the
    /// epochs that report one, or else by their losses. It takes the place of a
    /// [schedule](Training::schedule). What it has seen follows from the history, so that a resumed run
    /// goes on with the right rate.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{ReduceLrOnPlateau, Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let x = Value::new(1.0);
    /// let training = Training::new(&x, Sgd::new(1.0), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let plateau = ReduceLrOnPlateau::new(1.0).factor(0.5).patience(1);
    /// let history = training.epochs(6).reduce_on_plateau(plateau).run(|epoch| {
    ///     epoch.step(&x.powi(2)); // jumps from 1 to −1 and back
    /// });
    /// let rates: Vec<f64> = history.records().iter().map(|record| record.lr).collect();
    /// assert_eq!(rates, [1.0, 1.0, 1.0, 0.5, 0.5, 0.5]);
    /// ```
    #[must_use]
    pub fn reduce_on_plateau(mut self, plateau: ReduceLrOnPlateau) -> Self {
        self.schedule = None;
        self.plateau = Some([plateau; 2]);
        self
    }

    /// Keeps an exponential average of the weights, with this decay: a [`WeightAverage`], which takes in
    /// each step. [`Epoch::with_average`](crate::Epoch::with_average) looks at it,
    /// [`average`](Training::average) has it at the end; checkpoints keep it.
    ///
    /// # Panics
    ///
    /// If `decay` is not in [0, 1).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let x = Value::new(1.0);
    /// let training = Training::new(&x, Sgd::new(0.875), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let mut training = training.epochs(2).average_weights(0.5);
    /// training.run(|epoch| epoch.step(&x.powi(2))); // −0.75, 0.5625
    /// assert_eq!(training.average(), Some(&[-0.09375][..]));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn average_weights(mut self, decay: f64) -> Self {
        self.average = Some(WeightAverage::new(decay));
        self
    }

    /// The exponential average of the weights, if [one is kept](Training::average_weights) and there was
    /// a step; the model takes it over by [`set_parameters`](Module::set_parameters).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(1.0);
    /// let training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// assert_eq!(training.average(), None);
    /// ```
    #[must_use]
    pub fn average(&self) -> Option<&[f64]> {
        self.average.as_ref().and_then(WeightAverage::numbers)
    }

    /// Writes a checkpoint after every `epochs` epochs and at the end, instead of after each one:
    /// what an interrupted run does again gets more, and an epoch costs less.
    ///
    /// # Panics
    ///
    /// If `epochs` is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(1.0);
    /// let training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let training = training.epochs(1000).checkpoint_every(50);
    /// ```
    #[cfg(feature = "safetensors")]
    #[must_use]
    #[track_caller]
    pub fn checkpoint_every(mut self, epochs: u64) -> Self {
        assert!(
            epochs > 0,
            "a checkpoint every {epochs} epochs is never written; it is at least 1"
        );
        self.checkpoint_every = epochs;
        self
    }

    /// Takes the epochs of the history into the plateau: the last one, or all, if others count than
    /// before.
    pub(super) fn observe_plateau(&mut self, all: bool) {
        let Some([first, now]) = &mut self.plateau else {
            return;
        };
        let mut unseen = self.history.records().len() - 1;
        if all {
            (*now, unseen) = (*first, 0);
        }
        for cost in self.history.costs_from(unseen) {
            now.observe_cost(cost);
        }
    }
}
