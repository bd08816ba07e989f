//! Models in files, in the format of safetensors.

mod float_formats;
mod load_error;
mod load_options;
mod save_error;
mod tensor_file;

pub use load_error::LoadError;
pub use load_options::{LoadOptions, Loaded};
pub use save_error::SaveError;

pub(crate) use tensor_file::{NamedTensor, TensorFile};

use crate::{Module, ParameterTensor};
use std::collections::BTreeMap;
use std::path::Path;

/// Saving a module to a file, and loading it again; every [`Module`] can.
///
/// Needs the feature `safetensors`.
///
/// The file is in the format of [safetensors](https://huggingface.co/docs/safetensors), which
/// Python reads with `safetensors.torch.load_file`. It holds the [`tensors`](Module::tensors) of
/// the module as 64-bit floats, bit for bit; an [`Mlp`](crate::Mlp) has the names and shapes that
/// a list `layers` of PyTorch's `Linear` has: `layers.0.weight` of shape [out, in],
/// `layers.0.bias` of shape \[out\]. The same numbers give the same bytes.
///
/// ```
/// use micrograd_nn::{Forward, LoadError, Mlp, SaveModule};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let folder = std::env::temp_dir().join(format!("micrograd-doc-{}", std::process::id()));
/// std::fs::create_dir_all(&folder)?;
/// let file = folder.join("model.safetensors");
///
/// let model = Mlp::new(2, &[4, 1], &mut rng);
/// model.save(&file)?;
///
/// let other = Mlp::new(2, &[4, 1], &mut rng);
/// other.load(&file)?;
/// assert_eq!(other.forward_one(&[1.0, 2.0]), model.forward_one(&[1.0, 2.0]));
///
/// let wider = Mlp::new(2, &[8, 1], &mut rng);
/// assert!(matches!(wider.load(&file), Err(LoadError::Shape { .. })));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait SaveModule: Module {
    /// Writes all parameters to `file`, replacing what was there.
    ///
    /// Whenever the program is killed, the file is the old one or the new one, whole: the bytes go
    /// to a hidden file in the same folder, are flushed to the disk, and take the name in one
    /// step. What a killed program left there is removed by the next save. Several threads and
    /// processes may save to one file; the last one counts. A link stays a link: what it names is
    /// replaced or made.
    ///
    /// # Errors
    ///
    /// If a parameter is not finite, or the file cannot be written or is a folder, a pipe or a
    /// device; then what was there is untouched. [`SaveError::NotDurable`] alone comes after the
    /// file was replaced.
    ///
    /// # Panics
    ///
    /// If two tensors of the module have the same name.
    ///
    /// ```
    /// use micrograd_core::Value;
    /// use micrograd_nn::{SaveModule, SaveError};
    ///
    /// let parameters = vec![Value::new(1.0), Value::new(f64::NAN)];
    /// let error = parameters.save("model.safetensors").unwrap_err();
    /// assert!(matches!(error, SaveError::NotFinite { index: 1, .. }));
    /// assert!(!std::fs::exists("model.safetensors")?);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[track_caller]
    fn save(&self, file: impl AsRef<Path>) -> Result<(), SaveError> {
        // The entry that Python's libraries write for PyTorch's names and shapes.
        self.save_with_metadata(file, &[("format", "pt")])
    }

    /// As [`save`](SaveModule::save), with texts of your own in the file's header, under names of
    /// your own: what a reader has to know beside the numbers.
    ///
    /// # Errors
    ///
    /// As [`save`](SaveModule::save).
    ///
    /// # Panics
    ///
    /// As [`save`](SaveModule::save).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{SaveModule, saved_metadata};
    /// # let folder = std::env::temp_dir().join(format!("micrograd-meta-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let file = folder.join("line.safetensors");
    /// let line = [Value::new(2.0), Value::new(1.0)];
    /// line.save_with_metadata(&file, &[("trained on", "moons")])?;
    /// assert_eq!(saved_metadata(&file)?["trained on"], "moons");
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[track_caller]
    fn save_with_metadata(
        &self,
        file: impl AsRef<Path>,
        metadata: &[(&str, &str)],
    ) -> Result<(), SaveError> {
        let tensors = self.tensors().iter().map(NamedTensor::of).collect();
        let metadata = metadata
            .iter()
            .map(|&(name, text)| (name.to_owned(), text.to_owned()));
        TensorFile::new(tensors, metadata.collect()).write(file.as_ref())
    }

    /// Gives every parameter the number that `file` holds for it, floats of 64, 32 or 16 bits
    /// (`F16` or `BF16`). For files that do not fit as they are, there are
    /// [`LoadOptions`].
    ///
    /// The file is checked as a whole before anything changes: it must hold exactly the tensors of
    /// this module, of the same shapes, and finite numbers only, and the same number wherever the
    /// model has the same parameter.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is damaged, or does not fit; then the model is as it was.
    ///
    /// # Panics
    ///
    /// If a parameter is the result of an operation.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{LoadError, SaveModule};
    /// let model = vec![Value::new(1.0)];
    /// assert!(matches!(model.load("no such file"), Err(LoadError::Io { .. })));
    /// ```
    #[track_caller]
    fn load(&self, file: impl AsRef<Path>) -> Result<(), LoadError> {
        let tensors = self.tensors();
        let numbers = TensorFile::read(file.as_ref())?.numbers_for(&tensors)?;
        set_tensors(&tensors, &numbers);
        Ok(())
    }
}

impl<M: Module + ?Sized> SaveModule for M {}

/// The texts in the header of a safetensors file, by their names; `format` is `pt` unless the
/// model was saved [with others](SaveModule::save_with_metadata).
///
/// Needs the feature `safetensors`.
///
/// # Errors
///
/// If the file cannot be read or is damaged.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::{SaveModule, saved_metadata};
/// # let folder = std::env::temp_dir().join(format!("micrograd-pt-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("line.safetensors");
/// [Value::new(2.0), Value::new(1.0)].save(&file)?;
/// assert_eq!(saved_metadata(&file)?["format"], "pt");
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn saved_metadata(file: impl AsRef<Path>) -> Result<BTreeMap<String, String>, LoadError> {
    Ok(TensorFile::read_header(file.as_ref())?.texts)
}

/// The shapes of the tensors in a safetensors file, by their names, so that a model of the right size
/// can be made before it [loads](SaveModule::load) the file. The tensors may hold numbers of any type.
///
/// Needs the feature `safetensors`.
///
/// # Errors
///
/// If the file cannot be read or is damaged.
///
/// ```
/// # use micrograd_nn::{Linear, SaveModule, saved_shapes};
/// # use rand::{SeedableRng, rngs::ChaCha8Rng};
/// # let mut rng = ChaCha8Rng::seed_from_u64(0);
/// # let folder = std::env::temp_dir().join(format!("micrograd-shapes-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("linear.safetensors");
/// Linear::new(2, 3, &mut rng).save(&file)?;
/// assert_eq!(saved_shapes(&file)?["weight"], [3, 2]);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn saved_shapes(file: impl AsRef<Path>) -> Result<BTreeMap<String, Vec<usize>>, LoadError> {
    Ok(TensorFile::read_header(file.as_ref())?.shapes)
}

/// The shape and the numbers of one tensor in a safetensors file, the last index running fastest. The
/// other tensors may hold anything; the numbers may be infinite or NaN.
///
/// # Errors
///
/// If the file cannot be read or is damaged, or has no such tensor of floats.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::{SaveModule, saved_tensor};
/// # let folder = std::env::temp_dir().join(format!("micrograd-tensor-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("pair.safetensors");
/// (Value::new(2.0), [Value::new(3.0), Value::new(4.0)]).save(&file)?;
/// assert_eq!(saved_tensor(&file, "1")?, (vec![2], vec![3.0, 4.0]));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn saved_tensor(
    file: impl AsRef<Path>,
    name: &str,
) -> Result<(Vec<usize>, Vec<f64>), LoadError> {
    let tensor = TensorFile::read_one(file.as_ref(), name)?;
    Ok((tensor.shape, tensor.numbers))
}

/// Gives the values of each tensor its numbers.
#[track_caller]
pub(crate) fn set_tensors(tensors: &[ParameterTensor], numbers: &[Vec<f64>]) {
    for tensor in tensors {
        for value in tensor.values() {
            assert!(
                value.op() == micrograd_core::Op::Leaf,
                "a parameter of the tensor `{}` is the result of `{}`: only a leaf can be set",
                tensor.name(),
                value.op().name()
            );
        }
    }
    for (tensor, numbers) in tensors.iter().zip(numbers) {
        for (value, &number) in tensor.values().iter().zip(numbers) {
            value.set_data(number);
        }
    }
}
