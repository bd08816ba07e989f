//! Named tensors as the bytes of a safetensors file, and back.

use super::float_formats::numbers;
use super::{LoadError, SaveError};
use crate::ParameterTensor;
use crate::atomic_file::{self, ReplaceError};
use crate::module::first_places;
use micrograd_core::Value;
use safetensors::SafeTensorError;
use safetensors::tensor::{Dtype, Metadata, SafeTensors, TensorView};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// A tensor of plain numbers, the last index running fastest.
#[derive(Clone, Debug)]
pub(crate) struct NamedTensor {
    pub(crate) name: String,
    pub(crate) shape: Vec<usize>,
    pub(crate) numbers: Vec<f64>,
}

impl NamedTensor {
    /// The present numbers of a module's tensor.
    pub(crate) fn of(tensor: &ParameterTensor) -> Self {
        NamedTensor {
            name: tensor.name().to_owned(),
            shape: tensor.shape().to_vec(),
            numbers: tensor.values().iter().map(Value::data).collect(),
        }
    }

    /// A vector.
    pub(crate) fn vector(name: impl Into<String>, numbers: Vec<f64>) -> Self {
        NamedTensor {
            name: name.into(),
            shape: vec![numbers.len()],
            numbers,
        }
    }
}

/// What a file holds.
pub(crate) struct TensorFile {
    /// Where it was read; empty if it was not.
    pub(crate) file: PathBuf,
    pub(crate) tensors: Vec<NamedTensor>,
    /// The names of the tensors that hold no floats, with what they hold.
    pub(super) others: Vec<(String, String)>,
    pub(crate) metadata: HashMap<String, String>,
}

impl TensorFile {
    #[track_caller]
    pub(crate) fn new(tensors: Vec<NamedTensor>, metadata: HashMap<String, String>) -> Self {
        let mut names: Vec<&str> = tensors.iter().map(|tensor| tensor.name.as_str()).collect();
        names.sort_unstable();
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
        if let Some([name, _]) = twice {
            panic!("two tensors of the module have the name `{name}`");
        }
        TensorFile {
            file: PathBuf::new(),
            tensors,
            others: Vec::new(),
            metadata,
        }
    }

    pub(crate) fn write(self, file: &Path) -> Result<(), SaveError> {
        let bytes = self.to_bytes(file)?;
        let file_name = || file.to_owned();
        atomic_file::replace(file, &bytes).map_err(|error| match error {
            ReplaceError::Untouched(source) => SaveError::Io {
                file: file_name(),
                source,
            },
            ReplaceError::NotDurable(source) => SaveError::NotDurable {
                file: file_name(),
                source,
            },
        })
    }

    fn to_bytes(&self, file: &Path) -> Result<Vec<u8>, SaveError> {
        let mut buffers = Vec::with_capacity(self.tensors.len());
        for tensor in &self.tensors {
            if let Some(index) = tensor.numbers.iter().position(|number| !number.is_finite()) {
                return Err(SaveError::NotFinite {
                    file: file.to_owned(),
                    tensor: tensor.name.clone(),
                    index,
                    number: tensor.numbers[index],
                });
            }
            let bytes: Vec<u8> = tensor
                .numbers
                .iter()
                .flat_map(|number| number.to_le_bytes())
                .collect();
            buffers.push(bytes);
        }
        let views = self.tensors.iter().zip(&buffers).map(|(tensor, bytes)| {
            let view = TensorView::new(Dtype::F64, tensor.shape.clone(), bytes);
            (
                &tensor.name,
                view.expect("a tensor has as many numbers as its shape says"),
            )
        });
        safetensors::serialize(views, Some(self.metadata.clone())).map_err(|error| {
            SaveError::Header {
                file: file.to_owned(),
                reason: error.to_string(),
            }
        })
    }

    /// The texts in the header of a file, and the shapes of its tensors, whatever they hold.
    pub(super) fn read_header(file: &Path) -> Result<Header, LoadError> {
        let (bytes, header) = read_whole(file)?;
        let content = deserialize(file, &bytes)?;
        let mut shapes = BTreeMap::new();
        for (name, view) in content.iter() {
            shapes.insert(name.to_owned(), view.shape().to_vec());
        }
        let texts = header.metadata().clone().unwrap_or_default();
        Ok(Header {
            texts: texts.into_iter().collect(),
            shapes,
        })
    }

    /// A file of floats and nothing else.
    pub(crate) fn read(file: &Path) -> Result<Self, LoadError> {
        let mut content = Self::read_floats(file)?;
        if content.others.is_empty() {
            return Ok(content);
        }
        let (tensor, found) = content.others.remove(0);
        Err(LoadError::Type {
            file: file.to_owned(),
            tensor,
            found,
        })
    }

    /// A file with the tensors of it that hold floats, and the names of the others.
    pub(super) fn read_floats(file: &Path) -> Result<Self, LoadError> {
        let (bytes, header) = read_whole(file)?;
        let content = deserialize(file, &bytes)?;
        // The library lists them in the order of a hash map, so that errors would vary.
        let mut views: Vec<_> = content.iter().collect();
        views.sort_by_key(|(name, _)| *name);
        let (mut tensors, mut others) = (Vec::with_capacity(content.len()), Vec::new());
        for (name, view) in views {
            match numbers(&view) {
                Some(numbers) => tensors.push(NamedTensor {
                    name: name.to_owned(),
                    shape: view.shape().to_vec(),
                    numbers,
                }),
                None => others.push((name.to_owned(), view.dtype().to_string())),
            }
        }
        Ok(TensorFile {
            file: file.to_owned(),
            tensors,
            others,
            metadata: header.metadata().clone().unwrap_or_default(),
        })
    }

    /// One tensor alone; the others may hold anything.
    pub(super) fn read_one(file: &Path, name: &str) -> Result<NamedTensor, LoadError> {
        let (bytes, _) = read_whole(file)?;
        let content = deserialize(file, &bytes)?;
        if let Ok(view) = content.tensor(name) {
            let numbers = numbers(&view).ok_or_else(|| LoadError::Type {
                file: file.to_owned(),
                tensor: name.to_owned(),
                found: view.dtype().to_string(),
            })?;
            return Ok(NamedTensor {
                name: name.to_owned(),
                shape: view.shape().to_vec(),
                numbers,
            });
        }
        let mut tensors: Vec<String> = content.names().into_iter().map(str::to_owned).collect();
        tensors.sort_unstable();
        Err(LoadError::NoTensor {
            file: file.to_owned(),
            tensor: name.to_owned(),
            tensors,
        })
    }

    /// The numbers for each of the tensors, if these are what the file holds, and all that it
    /// holds.
    pub(crate) fn numbers_for(
        mut self,
        tensors: &[ParameterTensor],
    ) -> Result<Vec<Vec<f64>>, LoadError> {
        let mut numbers = Vec::with_capacity(tensors.len());
        for tensor in tensors {
            numbers.push(self.take(tensor.name(), tensor.shape())?);
        }
        self.expect_empty()?;
        self.expect_agreement(tensors, &numbers)?;
        Ok(numbers)
    }

    /// Fails if a parameter that stands in several tensors would get several numbers.
    pub(crate) fn expect_agreement(
        &self,
        tensors: &[ParameterTensor],
        numbers: &[Vec<f64>],
    ) -> Result<(), LoadError> {
        let (mut values, mut places) = (Vec::new(), Vec::new());
        for (tensor, numbers) in tensors.iter().zip(numbers) {
            for (index, (value, &number)) in tensor.values().iter().zip(numbers).enumerate() {
                values.push(value.clone());
                places.push((tensor.name(), index, number));
            }
        }
        for (&here, first) in places.iter().zip(first_places(&values)) {
            let there = places[first];
            if here.2.to_bits() != there.2.to_bits() {
                return Err(LoadError::Shared {
                    file: self.file.clone(),
                    places: Box::new(
                        [there, here].map(|(name, index, _)| (name.to_owned(), index)),
                    ),
                    numbers: [there.2, here.2],
                });
            }
        }
        Ok(())
    }

    /// Takes out the finite numbers of one tensor of a known shape.
    pub(crate) fn take(&mut self, name: &str, shape: &[usize]) -> Result<Vec<f64>, LoadError> {
        let Some(position) = self.tensors.iter().position(|tensor| tensor.name == name) else {
            return Err(LoadError::Missing {
                file: self.file.clone(),
                tensor: name.to_owned(),
                expected: shape.to_vec(),
            });
        };
        let tensor = self.tensors.remove(position);
        if tensor.shape != shape {
            return Err(LoadError::Shape {
                file: self.file.clone(),
                tensor: tensor.name,
                expected: shape.to_vec(),
                found: tensor.shape,
            });
        }
        if let Some(index) = tensor.numbers.iter().position(|number| !number.is_finite()) {
            return Err(LoadError::NotFinite {
                file: self.file.clone(),
                tensor: tensor.name,
                index,
                number: tensor.numbers[index],
            });
        }
        Ok(tensor.numbers)
    }

    /// Fails if a tensor has not been taken out.
    pub(crate) fn expect_empty(&self) -> Result<(), LoadError> {
        match self.tensors.first() {
            None => Ok(()),
            Some(tensor) => Err(LoadError::Unexpected {
                file: self.file.clone(),
                tensor: tensor.name.clone(),
                found: tensor.shape.clone(),
            }),
        }
    }
}

/// What can be read of a file whatever its tensors hold.
pub(super) struct Header {
    pub(super) texts: BTreeMap<String, String>,
    pub(super) shapes: BTreeMap<String, Vec<usize>>,
}

fn read_whole(file: &Path) -> Result<(Vec<u8>, Metadata), LoadError> {
    let bytes = fs::read(file).map_err(|source| LoadError::Io {
        file: file.to_owned(),
        source,
    })?;
    match SafeTensors::read_metadata(&bytes) {
        Ok((_, header)) => Ok((bytes, header)),
        Err(error) => Err(damaged(file, &bytes, &error)),
    }
}

fn deserialize<'b>(file: &Path, bytes: &'b [u8]) -> Result<SafeTensors<'b>, LoadError> {
    SafeTensors::deserialize(bytes).map_err(|error| damaged(file, bytes, &error))
}

fn damaged(file: &Path, bytes: &[u8], error: &SafeTensorError) -> LoadError {
    LoadError::Damaged {
        file: file.to_owned(),
        bytes: bytes.len(),
        reason: error.to_string(),
    }
}
