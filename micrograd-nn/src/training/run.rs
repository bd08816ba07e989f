//! Running: epoch after epoch, from the start or from a checkpoint.

#[cfg(feature = "safetensors")]
use super::CheckpointError;
use super::progress::Progress;
use super::{Epoch, History, Training};
use crate::{Module, Optimizer};
#[cfg(feature = "safetensors")]
use std::path::Path;

impl<'a, M: Module + ?Sized, O: Optimizer> Training<'a, M, O> {
    /// Calls `train` for each epoch that is left, until the last one,
    /// [early stopping](Training::stop_early), [`Epoch::interrupt`], or a
    /// [divergence](crate::Divergence), after which it is over; another call goes on.
    ///
    /// # Panics
    ///
    /// If an epoch takes no step, or ends between `backward` and `update`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let mut training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let history = training.run(|epoch| epoch.step(&x.powi(2)));
    /// assert_eq!(history.records()[0].loss, 9.0);
    /// ```
    #[track_caller]
    pub fn run(&mut self, mut train: impl FnMut(&mut Epoch<'_, 'a, M, O>)) -> History {
        let mut progress = self.progress();
        while !self.is_over() {
            self.run_epoch(&mut progress, &mut train);
        }
        self.finish(progress)
    }

    /// As [`run`](Training::run), with a checkpoint before the first epoch and at the end of every
    /// epoch, or of [every n-th](Training::checkpoint_every): if the file `checkpoint` is there, the run
    /// goes on where that stopped.
    ///
    /// Needs the feature `safetensors`.
    ///
    /// It holds the parameters, the generators of the model's modules, the optimiser's state, the
    /// number of steps (from which the schedule follows), the generator of random numbers, the
    /// history, the average of the weights if one is kept, and the best parameters, which early stopping
    /// needs, even if it is added later; so
    /// the numbers that follow are those of a run that was never interrupted, bit for bit. It is
    /// replaced as a whole, so that the process may be killed at any time; the history stands in a file
    /// beside it, `CHECKPOINT.history`, to which each epoch appends its record, and belongs to it: what the unfinished epoch
    /// had done is then done again. An epoch that [diverged](crate::Divergence) is not written: the
    /// file stays that of the epoch before.
    ///
    /// # Errors
    ///
    /// If the checkpoint cannot be written, is damaged or belongs to another model or optimiser.
    /// If it could not be read, nothing has changed.
    ///
    /// # Panics
    ///
    /// As [`run`](Training::run) does.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let folder = std::env::temp_dir().join(format!("micrograd-run-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let file = folder.join("checkpoint.safetensors");
    /// let run = |stop_after: u64| {
    ///     let x = Value::new(3.0);
    ///     let rng = ChaCha8Rng::seed_from_u64(1);
    ///     let mut training = Training::new(&x, Sgd::new(0.1), rng).epochs(10).quiet();
    ///     training.run_resumable(&file, |epoch| {
    ///         epoch.step(&x.powi(2));
    ///         if epoch.number() == stop_after {
    ///             epoch.interrupt();
    ///         }
    ///     })
    /// };
    /// assert_eq!(run(4)?.records().len(), 4);
    /// assert_eq!(run(10)?.records().len(), 10); // six more
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "safetensors")]
    #[track_caller]
    pub fn run_resumable(
        &mut self,
        checkpoint: impl AsRef<Path>,
        mut train: impl FnMut(&mut Epoch<'_, 'a, M, O>),
    ) -> Result<History, CheckpointError> {
        let file = checkpoint.as_ref();
        if file.exists() {
            self.read_checkpoint(file)?;
        } else {
            // Where nothing can be written, that shows before an epoch of work.
            self.write_checkpoint(file)?;
        }
        let mut progress = self.progress();
        while !self.is_over() {
            self.run_epoch(&mut progress, &mut train);
            // Numbers that are not finite have no place in it: it stays where the run was sound.
            let is_due = self.history.epochs().is_multiple_of(self.checkpoint_every);
            if self.history.divergence().is_none() && (is_due || self.is_over()) {
                self.write_checkpoint(file)?;
            }
        }
        Ok(self.finish(progress))
    }

    fn progress(&mut self) -> Progress {
        self.interrupted = false;
        if self.quiet {
            Progress::Hidden
        } else {
            Progress::new(self.epochs, &self.history)
        }
    }

    fn is_over(&self) -> bool {
        self.history.epochs() >= self.epochs
            || self.interrupted
            || self.history.divergence().is_some()
            || self.has_stopped_early()
    }

    fn has_stopped_early(&self) -> bool {
        let Some((patience, best)) = self.patience.zip(self.history.best()) else {
            return false;
        };
        self.history.epochs() - best.epoch >= patience
    }

    #[track_caller]
    fn run_epoch(
        &mut self,
        progress: &mut Progress,
        train: &mut impl FnMut(&mut Epoch<'_, 'a, M, O>),
    ) {
        let mut epoch = Epoch::new(self, progress);
        train(&mut epoch);
        let outcome = epoch.into_outcome();
        let had_metric = self.history.metric_name().is_some();
        self.history.push(outcome.record, outcome.metric.as_ref());
        self.best.watch(&self.history, outcome.seen);
        // The first metric takes the place of the losses before it.
        self.observe_plateau(had_metric != self.history.metric_name().is_some());
        if let Some(divergence) = outcome.divergence {
            self.history.end_with(divergence);
        }
        progress.epoch(&self.history);
    }

    fn finish(&mut self, progress: Progress) -> History {
        progress.finish(&self.history);
        // An interrupted run goes on from where it is, not from its best.
        if !self.interrupted && self.patience.is_some() {
            self.best.give_to(&self.parameters);
        }
        self.history.clone()
    }
}
