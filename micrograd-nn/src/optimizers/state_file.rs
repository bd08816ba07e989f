//! An optimiser's state in a file.

use super::OptimizerState;
use crate::saving::{NamedTensor, TensorFile};
use crate::{LoadError, SaveError};
use std::collections::HashMap;
use std::path::Path;

const FORMAT: &str = "micrograd-nn optimizer 1";
/// The entry with the names of the lists in their order, one a line.
const LISTS: &str = "lists";

/// # In a file
impl OptimizerState {
    /// Writes the state to `file`, for a loop of your own; [`Training`](crate::Training) has it in its
    /// checkpoint. It is a safetensors file, replaced as a whole, bit for bit.
    ///
    /// # Errors
    ///
    /// As [`SaveModule::save`](crate::SaveModule::save).
    ///
    /// ```
    /// use micrograd_core::Value;
    /// use micrograd_nn::{Adam, Module, Optimizer, OptimizerState};
    ///
    /// # let folder = std::env::temp_dir().join(format!("micrograd-state-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let file = folder.join("adam.safetensors");
    /// let x = Value::new(0.0);
    /// x.set_grad(1.0);
    /// let mut adam = Adam::new(0.1);
    /// adam.step(&x.parameters());
    /// adam.state().save(&file)?;
    ///
    /// let mut resumed = Adam::new(0.1);
    /// resumed.restore(OptimizerState::load(&file)?)?;
    /// assert_eq!(resumed, adam);
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn save(&self, file: impl AsRef<Path>) -> Result<(), SaveError> {
        let mut tensors = vec![NamedTensor::vector("lr", vec![self.lr()])];
        let mut names = Vec::new();
        for (name, numbers) in self.lists() {
            tensors.push(NamedTensor::vector(
                format!("list.{name}"),
                numbers.to_vec(),
            ));
            names.push(name);
        }
        let texts = [
            ("format", FORMAT.to_owned()),
            ("optimizer", self.kind().to_owned()),
            ("steps", self.steps().to_string()),
            (LISTS, names.join("\n")),
        ];
        let texts: HashMap<String, String> = texts
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text))
            .collect();
        TensorFile::new(tensors, texts).write(file.as_ref())
    }

    /// Reads a state that [`save`](OptimizerState::save) has written; the optimiser's
    /// [`restore`](crate::Optimizer::restore) decides whether it fits.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is damaged, or is no state.
    ///
    /// ```
    /// # use micrograd_nn::{LoadError, OptimizerState};
    /// assert!(matches!(OptimizerState::load("no such file"), Err(LoadError::Io { .. })));
    /// ```
    pub fn load(file: impl AsRef<Path>) -> Result<Self, LoadError> {
        let mut content = TensorFile::read(file.as_ref())?;
        let texts = std::mem::take(&mut content.metadata);
        let wrong = |entry: &str| LoadError::Entry {
            file: file.as_ref().to_owned(),
            entry: entry.to_owned(),
            found: texts.get(entry).cloned(),
        };
        let text = |entry: &str| texts.get(entry).ok_or_else(|| wrong(entry));
        if text("format")? != FORMAT {
            return Err(wrong("format"));
        }
        let steps = text("steps")?.parse().map_err(|_| wrong("steps"))?;
        let lr = content.take("lr", &[1])?[0];
        let mut state = OptimizerState::new(text("optimizer")?.clone(), lr, steps);
        for name in text(LISTS)?.lines() {
            if state.list(name).is_some() {
                return Err(wrong(LISTS));
            }
            let tensor = format!("list.{name}");
            let found = content.tensors.iter().find(|found| found.name == tensor);
            let length = found.map_or(0, |found| found.numbers.len());
            state = state.with_list(name, content.take(&tensor, &[length])?);
        }
        content.expect_empty()?;
        Ok(state)
    }
}
