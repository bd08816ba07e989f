//! Files that do not fit a model as they are.

use super::{LoadError, TensorFile, set_tensors};
use crate::Module;
use std::path::Path;

/// Loading a file whose tensors have other names, or that holds only some of the model's tensors or more
/// than those. PyTorch's `load_state_dict(strict=False)`.
///
/// ```
/// use micrograd_nn::{Linear, LoadOptions, Module, SaveModule, Sequential};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// # let folder = std::env::temp_dir().join(format!("micrograd-options-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("encoder.safetensors");
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let encoder = Linear::new(2, 4, &mut rng);
/// encoder.save(&file)?; // `weight` and `bias`
///
/// let model = Sequential::new((Linear::new(2, 4, &mut rng), Linear::new(4, 1, &mut rng)));
/// let loaded = LoadOptions::new()
///     .rename(|name| format!("0.{name}"))
///     .partial()
///     .load(&model, &file)?;
/// assert_eq!(loaded.missing, ["1.weight", "1.bias"]);
/// assert_eq!(model.parameters()[..12], encoder.parameters());
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use = "options load nothing until `load`"]
pub struct LoadOptions<'a> {
    rename: Box<dyn Fn(&str) -> String + 'a>,
    is_partial: bool,
}

/// What a [partial](LoadOptions::partial) loading left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loaded {
    /// The tensors of the model that are not in the file; they keep their numbers.
    pub missing: Vec<String>,
    /// The tensors of the file, by their names in it, that are not in the model. They may hold anything,
    /// such as the counters of PyTorch's norms.
    pub unexpected: Vec<String>,
}

impl Default for LoadOptions<'_> {
    fn default() -> Self {
        LoadOptions::new()
    }
}

impl<'a> LoadOptions<'a> {
    /// As [`SaveModule::load`](crate::SaveModule::load) does it: the names as they are, and all of them.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{LoadError, LoadOptions};
    /// let error = LoadOptions::new().load(&Value::new(1.0), "no such file").unwrap_err();
    /// assert!(matches!(error, LoadError::Io { .. }));
    /// ```
    pub fn new() -> Self {
        LoadOptions {
            rename: Box::new(str::to_owned),
            is_partial: false,
        }
    }

    /// The name in the model for each name in the file.
    ///
    /// ```
    /// # use micrograd_nn::LoadOptions;
    /// let options = LoadOptions::new().rename(|name| name.replace("fc1", "layers.0"));
    /// ```
    pub fn rename(mut self, rename: impl Fn(&str) -> String + 'a) -> Self {
        self.rename = Box::new(rename);
        self
    }

    /// Tensors may be missing in the file, or in the model. Those that are in both still have to fit.
    ///
    /// ```
    /// # use micrograd_nn::LoadOptions;
    /// let options = LoadOptions::new().partial();
    /// ```
    pub fn partial(mut self) -> Self {
        self.is_partial = true;
        self
    }

    /// Gives the model's parameters the numbers that `file` holds for them.
    ///
    /// # Errors
    ///
    /// As [`SaveModule::load`](crate::SaveModule::load), and if two tensors of the file get the same name;
    /// then the model is as it was.
    ///
    /// # Panics
    ///
    /// If a parameter is the result of an operation.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{LoadOptions, SaveModule};
    /// # let folder = std::env::temp_dir().join(format!("micrograd-renamed-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let file = folder.join("number.safetensors");
    /// [Value::new(2.0), Value::new(3.0)].save(&file)?; // one tensor, named ``
    /// let pairs = ([Value::new(0.0), Value::new(0.0)],);
    /// LoadOptions::new().rename(|_| "0".to_owned()).load(&pairs, &file)?;
    /// assert_eq!(pairs.0, [2.0, 3.0]);
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[track_caller]
    pub fn load(
        &self,
        model: &(impl Module + ?Sized),
        file: impl AsRef<Path>,
    ) -> Result<Loaded, LoadError> {
        let file = file.as_ref();
        let mut content = if self.is_partial {
            TensorFile::read_floats(file)?
        } else {
            TensorFile::read(file)?
        };
        let old_names = content.rename(&self.rename)?;
        let mut tensors = model.tensors();
        let mut loaded = Loaded::default();
        if self.is_partial {
            let others = std::mem::take(&mut content.others);
            for (old_name, found) in others {
                let name = (self.rename)(&old_name);
                if tensors.iter().any(|tensor| tensor.name() == name) {
                    return Err(LoadError::Type {
                        file: file.to_owned(),
                        tensor: old_name,
                        found,
                    });
                }
                loaded.unexpected.push(old_name);
            }
            tensors.retain(|tensor| {
                let is_there = content
                    .tensors
                    .iter()
                    .any(|found| found.name == tensor.name());
                if !is_there {
                    loaded.missing.push(tensor.name().to_owned());
                }
                is_there
            });
            let mut places = old_names.into_iter();
            content.tensors.retain(|found| {
                let old_name = places.next().expect("a name for each tensor");
                let is_there = tensors.iter().any(|tensor| tensor.name() == found.name);
                if !is_there {
                    loaded.unexpected.push(old_name);
                }
                is_there
            });
            loaded.unexpected.sort_unstable();
        }
        let numbers = content.numbers_for(&tensors)?;
        set_tensors(&tensors, &numbers);
        Ok(loaded)
    }
}

impl TensorFile {
    /// Gives each tensor its new name, and returns the old ones.
    fn rename(&mut self, rename: &dyn Fn(&str) -> String) -> Result<Vec<String>, LoadError> {
        let mut old_names: Vec<String> = Vec::with_capacity(self.tensors.len());
        for place in 0..self.tensors.len() {
            let name = rename(&self.tensors[place].name);
            if let Some(earlier) = self.tensors[..place].iter().position(|t| t.name == name) {
                return Err(LoadError::SameName {
                    file: self.file.clone(),
                    tensors: Box::new([
                        old_names[earlier].clone(),
                        self.tensors[place].name.clone(),
                    ]),
                    name,
                });
            }
            old_names.push(std::mem::replace(&mut self.tensors[place].name, name));
        }
        Ok(old_names)
    }
}
