//! The loop around the steps: epochs, history, progress, early stopping, resuming.

mod best_parameters;
#[cfg(feature = "safetensors")]
mod checkpoint;
#[cfg(feature = "safetensors")]
mod checkpoint_error;
mod divergence;
mod epoch;
mod history;
mod metric;
mod options;
mod progress;
mod run;
mod step_progress;
mod weight_average;

#[cfg(feature = "safetensors")]
pub use checkpoint_error::CheckpointError;
pub use divergence::Divergence;
pub use epoch::Epoch;
pub use history::{History, Record};
pub use metric::Metric;
pub use step_progress::StepProgress;
pub use weight_average::WeightAverage;

use crate::{Module, Optimizer, ReduceLrOnPlateau, Schedule};
use best_parameters::BestParameters;
use micrograd_core::Value;
use rand::rngs::ChaCha8Rng;

/// A training run: a model, an optimiser, a generator of random numbers, and how long to go on.
///
/// [`run`](Training::run) calls a function once per epoch; the function takes the steps. While it
/// runs, a bar on a terminal shows loss, metric and rates (with the feature `progress`); elsewhere
/// and on a terminal without cursor (`TERM=dumb`) there are plain lines, about a hundred at most. Both
/// go to the standard error stream.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{Forward, Metric, Mlp, Sgd, Training};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let model = Mlp::new(1, &[1], &mut rng);
/// let samples = [(-1.0, -2.0), (0.0, 1.0), (1.0, 4.0), (2.0, 7.0)]; // y = 3x + 1
///
/// let history = Training::new(&model, Sgd::new(0.1), rng).epochs(50).quiet().run(|epoch| {
///     for batch in epoch.batches(samples.len(), 2) {
///         let mut loss = Value::new(0.0);
///         for &i in &batch {
///             let (x, y) = samples[i];
///             let score = model.forward_one(&[x]);
///             grad! { loss += (score - y) ** 2 / batch.len() as f64; }
///         }
///         epoch.step(&loss);
///     }
///     epoch.report(Metric::lower_is_better("error", (model.forward_one(&[3]).data() - 10.0).abs()));
/// });
/// assert_eq!(history.records().len(), 50);
/// assert_eq!(history.records()[49].steps, 100);
/// assert!(history.records()[49].metric.unwrap() < 1e-3);
/// ```
///
/// The same seed gives the same run. With the feature `safetensors`,
/// `run_resumable` goes on where an interrupted run stopped, with the
/// same numbers, bit for bit.
pub struct Training<'a, M: ?Sized, O> {
    model: &'a M,
    parameters: Vec<Value>,
    optimizer: O,
    rng: ChaCha8Rng,
    epochs: u64,
    schedule: Option<Box<dyn Schedule + 'a>>,
    /// As it began, and as it is now.
    plateau: Option<[ReduceLrOnPlateau; 2]>,
    average: Option<WeightAverage>,
    #[cfg(feature = "safetensors")]
    checkpoint_every: u64,
    /// After how many epochs that are no better the run stops early.
    patience: Option<u64>,
    best: BestParameters,
    history: History,
    /// What of the history stands in its file.
    #[cfg(feature = "safetensors")]
    written: checkpoint::Written,
    steps: u64,
    interrupted: bool,
    quiet: bool,
}

impl<'a, M: Module + ?Sized, O: Optimizer> Training<'a, M, O> {
    /// A run of 1 epoch at the optimiser's own learning rate. `rng` is what mini-batches are
    /// shuffled with; it is `ChaCha8Rng` because its state can be stored.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let x = Value::new(3.0);
    /// let mut training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// training.run(|epoch| epoch.step(&x.powi(2)));
    /// assert_eq!(x, 3.0 - 0.1 * 6.0);
    /// ```
    #[must_use]
    pub fn new(model: &'a M, optimizer: O, rng: ChaCha8Rng) -> Self {
        Training {
            model,
            parameters: model.parameters(),
            optimizer,
            rng,
            epochs: 1,
            schedule: None,
            plateau: None,
            average: None,
            #[cfg(feature = "safetensors")]
            checkpoint_every: 1,
            patience: None,
            best: BestParameters::default(),
            history: History::default(),
            #[cfg(feature = "safetensors")]
            written: checkpoint::Written::default(),
            steps: 0,
            interrupted: false,
            quiet: false,
        }
    }

    /// How many epochs to run, in all.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let history = training.epochs(7).run(|epoch| epoch.step(&x.powi(2)));
    /// assert_eq!(history.records().len(), 7);
    /// ```
    #[must_use]
    pub fn epochs(mut self, epochs: u64) -> Self {
        self.epochs = epochs;
        self
    }

    /// The learning rate of each step, from the number of steps before it: a [`Schedule`], or a
    /// closure. It takes the place of a [plateau](Training::reduce_on_plateau).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let mut training = training.epochs(3).schedule(|step: u64| 0.1 / (1.0 + step as f64));
    /// let history = training.run(|epoch| epoch.step(&x.powi(2)));
    /// let rates: Vec<f64> = history.records().iter().map(|record| record.lr).collect();
    /// assert_eq!(rates, [0.1, 0.05, 0.1 / 3.0]);
    /// ```
    #[must_use]
    pub fn schedule(mut self, schedule: impl Schedule + 'a) -> Self {
        self.plateau = None;
        self.schedule = Some(Box::new(schedule));
        self
    }

    /// Stops when `patience` epochs in a row were no better than the best one before them, and
    /// gives the model the parameters of the best epoch.
    ///
    /// What counts is the [`Metric`] that the epoch reports, with the parameters that the model had
    /// at [`Epoch::report`]; or else its loss, with those before its last step, the last ones whose
    /// loss was seen. Prechelt, *Early Stopping — But When?*, in: Neural Networks: Tricks of the
    /// Trade (1998), criterion UP.
    ///
    /// # Panics
    ///
    /// If `patience` is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Metric, Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// # let training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let mut training = training.epochs(100).stop_early(2);
    /// let history = training.run(|epoch| {
    ///     epoch.step(&x.powi(2));
    ///     epoch.report(Metric::lower_is_better("distance from 2", (x.data() - 2.0).abs()));
    /// });
    /// assert_eq!(history.best().unwrap().epoch, 2); // 3, 2.4, 1.92, 1.536, …
    /// assert_eq!(history.records().len(), 4);
    /// assert!((x.data() - 1.92).abs() < 1e-12);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn stop_early(mut self, patience: u64) -> Self {
        assert!(
            patience > 0,
            "a patience of {patience} epochs would never start; it is at least 1"
        );
        self.patience = Some(patience);
        self
    }

    /// Shows nothing while running.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(3.0);
    /// let training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// ```
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }
}
