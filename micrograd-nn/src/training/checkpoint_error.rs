//! Why a run could not be stored or resumed.

use crate::{LoadError, OptimizerStateError, SaveError};
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why [`Training::run_resumable`](crate::Training::run_resumable) stopped. When a checkpoint is
/// refused, the model, the optimiser and the file are as they were.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{CheckpointError, SaveModule, Sgd, Training};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// # let folder = std::env::temp_dir().join(format!("micrograd-check-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("model.safetensors");
/// let x = Value::new(3.0);
/// x.save(&file)?; // a model, not a checkpoint
/// let mut training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).quiet();
/// let error = training.run_resumable(&file, |epoch| epoch.step(&x.powi(2))).unwrap_err();
/// assert!(matches!(error, CheckpointError::Entry { .. }));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// It could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// It could not be read, is damaged, or belongs to another model.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// An entry of the header is missing, or is not what stands in checkpoints: the file is
    /// something else, or was made by another version.
    #[error("{}: not a checkpoint of this version: the entry `{entry}` is {found:?}", file.display())]
    Entry {
        /// The file.
        file: PathBuf,
        /// The name of the entry.
        entry: String,
        /// What it says, if it is there.
        found: Option<String>,
    },
    /// The optimiser's state belongs to another one.
    #[error("{}: {source}", file.display())]
    Optimizer {
        /// The file.
        file: PathBuf,
        /// What does not fit.
        source: OptimizerStateError,
    },
    /// The model has other generators of random numbers.
    #[error("{}: the model has {expected} generators of random numbers, the checkpoint {found}", file.display())]
    Generators {
        /// The file.
        file: PathBuf,
        /// How many the model has.
        expected: usize,
        /// How many the file holds.
        found: usize,
    },
    /// The file of the run's history, beside the checkpoint, cannot be read or written, or belongs to
    /// another run.
    #[error("{}: {source}", file.display())]
    History {
        /// The file.
        file: PathBuf,
        /// What the system says, or what does not fit.
        source: io::Error,
    },
}
