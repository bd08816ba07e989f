//! Why a run could not go on.

use crate::StepError;
use thiserror::Error;

/// Where the numbers of a run stopped being finite, which ends it: see
/// [`History::divergence`](crate::History::divergence).
///
/// The model has the parameters from before the step that failed, or those of the best epoch if the
/// run [stops early](crate::Training::stop_early). A smaller learning rate or
/// [clipping](crate::clip_grad_norm) may help.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Sgd, Training};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let x = Value::new(3.0);
/// let rng = ChaCha8Rng::seed_from_u64(1);
/// let mut training = Training::new(&x, Sgd::new(10.0), rng).epochs(2000).quiet();
/// let history = training.run(|epoch| epoch.step(&x.powi(4)));
/// let divergence = history.divergence().unwrap();
/// assert_eq!(divergence.to_string(), "the loss of step 5 in epoch 5 is inf"); // of 3, −1077, 5·10¹⁰, …
/// assert_eq!(history.records().len(), 5);
/// ```
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum Divergence {
    /// A loss is infinite or a NaN.
    #[error("the loss of step {step} in epoch {epoch} is {loss:?}")]
    Loss {
        /// The epoch, counted from 1.
        epoch: u64,
        /// The step in the run, counted from 1.
        step: u64,
        /// The loss.
        loss: f64,
    },
    /// A step was not possible: a gradient is not finite, or a number would overflow.
    #[error("step {step} in epoch {epoch}: {source}")]
    Step {
        /// The epoch, counted from 1.
        epoch: u64,
        /// The step in the run, counted from 1.
        step: u64,
        /// What kept the optimiser from it.
        source: StepError,
    },
    /// The metric that an epoch reports is infinite or a NaN.
    #[error("the metric `{name}` of epoch {epoch} is {value:?}")]
    Metric {
        /// The epoch, counted from 1.
        epoch: u64,
        /// The name of the metric.
        name: String,
        /// Its value.
        value: f64,
    },
}
