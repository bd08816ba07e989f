//! Why a model was not saved.

use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why a model was not saved. What stood there before is untouched, except after
/// [`NotDurable`](SaveError::NotDurable).
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::SaveModule;
///
/// let error = vec![Value::new(f64::INFINITY)].save("model.safetensors").unwrap_err();
/// assert_eq!(error.to_string(), "model.safetensors: number 0 of the tensor `` is inf");
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SaveError {
    /// The model holds an infinity or a NaN.
    #[error("{}: number {index} of the tensor `{tensor}` is {number:?}", file.display())]
    NotFinite {
        /// The file that was to be written.
        file: PathBuf,
        /// The name of the tensor.
        tensor: String,
        /// The place in the tensor, row by row, counted from 0.
        index: usize,
        /// What stands there.
        number: f64,
    },
    /// The names and texts are more than the format allows: 100 MB.
    #[error("{}: the header is too large for a safetensors file: {reason}", file.display())]
    Header {
        /// The file that was to be written.
        file: PathBuf,
        /// What the format's library says.
        reason: String,
    },
    /// The system refused.
    #[error("{}: {source}", file.display())]
    Io {
        /// The file that was to be written.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file holds the new model, but the system refused to flush its folder: should the machine
    /// crash now, the old file may be back.
    #[error(
        "{}: the file is written, but its folder could not be flushed: {source}",
        file.display()
    )]
    NotDurable {
        /// The file that was written.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}
