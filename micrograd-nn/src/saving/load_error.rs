//! Why a file was refused.

use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why a file was not loaded. The model is as it was before.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{LoadError, SaveModule};
///
/// # let folder = std::env::temp_dir().join(format!("micrograd-error-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("model.safetensors");
/// [Value::new(1.0), Value::new(2.0)].save(&file)?;
/// let error = [Value::new(0.0), Value::new(0.0), Value::new(0.0)].load(&file).unwrap_err();
/// assert!(error.to_string().ends_with(
///     "model.safetensors: the tensor `` has the shape [2], but the model has [3]"
/// ));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The system could not read the file.
    #[error("{}: {source}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is no safetensors file, or it is damaged: truncated, for instance.
    #[error("{}: not a whole safetensors file ({bytes} bytes): {reason}", file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
        /// Its length.
        bytes: usize,
        /// What the format's library says.
        reason: String,
    },
    /// A tensor of the model is not in the file.
    #[error("{}: the tensor `{tensor}` of shape {expected:?} is missing", file.display())]
    Missing {
        /// The file.
        file: PathBuf,
        /// The name of the tensor.
        tensor: String,
        /// Its shape in the model.
        expected: Vec<usize>,
    },
    /// A tensor in the file is not in the model.
    #[error(
        "{}: the tensor `{tensor}` of shape {found:?} does not belong to the model",
        file.display()
    )]
    Unexpected {
        /// The file.
        file: PathBuf,
        /// The name of the tensor.
        tensor: String,
        /// Its shape in the file.
        found: Vec<usize>,
    },
    /// The file has no tensor of the name that was asked for.
    #[error(
        "{}: there is no tensor `{tensor}`; there are {}",
        file.display(),
        tensors.join(", ")
    )]
    NoTensor {
        /// The file.
        file: PathBuf,
        /// The name.
        tensor: String,
        /// The names that there are.
        tensors: Vec<String>,
    },
    /// Two tensors of the file get the same name.
    #[error(
        "{}: the tensors `{}` and `{}` would both be `{name}`",
        file.display(), tensors[0], tensors[1]
    )]
    SameName {
        /// The file.
        file: PathBuf,
        /// Their names in the file.
        tensors: Box<[String; 2]>,
        /// The name that they get.
        name: String,
    },
    /// An entry of the header is missing, or is not what stands there in the state of an optimiser.
    #[error("{}: not the state of an optimiser: the entry `{entry}` is {found:?}", file.display())]
    Entry {
        /// The file.
        file: PathBuf,
        /// The name of the entry.
        entry: String,
        /// Its text, if it is there.
        found: Option<String>,
    },
    /// A tensor has another shape.
    #[error(
        "{}: the tensor `{tensor}` has the shape {found:?}, but the model has {expected:?}",
        file.display()
    )]
    Shape {
        /// The file.
        file: PathBuf,
        /// The name of the tensor.
        tensor: String,
        /// Its shape in the model.
        expected: Vec<usize>,
        /// Its shape in the file.
        found: Vec<usize>,
    },
    /// A tensor holds something else than floats of 64, 32 or 16 bits.
    #[error(
        "{}: the tensor `{tensor}` holds {found}, not F64, F32, F16 or BF16",
        file.display()
    )]
    Type {
        /// The file.
        file: PathBuf,
        /// The name of the tensor.
        tensor: String,
        /// The format's name for what it holds.
        found: String,
    },
    /// A tensor holds an infinity or a NaN.
    #[error("{}: number {index} of the tensor `{tensor}` is {number:?}", file.display())]
    NotFinite {
        /// The file.
        file: PathBuf,
        /// The name of the tensor.
        tensor: String,
        /// The place in the tensor, row by row, counted from 0.
        index: usize,
        /// What stands there.
        number: f64,
    },
    /// A parameter that stands in several tensors of the model has several numbers in the file.
    #[error(
        "{}: number {} of the tensor `{}` is {:?}, and number {} of the tensor `{}` is {:?}, but in \
         the model they are one parameter",
        file.display(), places[0].1, places[0].0, numbers[0], places[1].1, places[1].0, numbers[1]
    )]
    Shared {
        /// The file.
        file: PathBuf,
        /// Two of its places: the name of the tensor, and the place in it, counted from 0.
        places: Box<[(String, usize); 2]>,
        /// What stands there.
        numbers: [f64; 2],
    },
}
