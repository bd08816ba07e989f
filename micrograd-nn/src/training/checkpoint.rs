//! A run in a file, between two epochs.

mod entries;
mod generator_state;
mod history_file;

use super::best_parameters::BestParameters;
use super::{CheckpointError, History, Metric, Training};
use crate::saving::{NamedTensor, TensorFile, set_tensors};
use crate::{LoadError, Module, Optimizer, OptimizerState, ParameterPath, ParameterTensor};
use entries::Entries;
use generator_state::{read_rng, rng_entries};

pub(super) use history_file::Written;
use std::fmt::Write;
use std::io;
use std::path::Path;

const FORMAT: &str = "micrograd-nn checkpoint 2";

impl<M: Module + ?Sized, O: Optimizer> Training<'_, M, O> {
    #[track_caller]
    pub(super) fn write_checkpoint(&mut self, file: &Path) -> Result<(), CheckpointError> {
        // First, so that a checkpoint finds all the epochs that it counts.
        let beside = history_file::beside(file);
        self.written = history_file::append(&beside, self.written, self.history.records())
            .map_err(|source| history_error(&beside, source))?;
        let state = self.optimizer.state();
        let mut tensors: Vec<NamedTensor> =
            self.model_tensors().iter().map(NamedTensor::of).collect();
        if let Some(best) = self.best.numbers() {
            tensors.push(NamedTensor::vector("best", best.to_vec()));
        }
        if let Some(average) = self.average() {
            tensors.push(NamedTensor::vector("average", average.to_vec()));
        }
        tensors.push(NamedTensor::vector("optimizer.lr", vec![state.lr()]));
        for (name, numbers) in state.lists() {
            tensors.push(NamedTensor::vector(
                format!("optimizer.{name}"),
                numbers.to_vec(),
            ));
        }

        let mut metadata = vec![
            ("format", FORMAT.to_owned()),
            ("steps", self.steps.to_string()),
            ("epochs", self.history.epochs().to_string()),
            ("history", self.written.hash.to_string()),
            ("optimizer", state.kind().to_owned()),
            ("optimizer.steps", state.steps().to_string()),
            ("generators", self.generators()),
        ];
        metadata.extend(rng_entries(&self.rng));
        if let Some(name) = self.history.metric_name() {
            let higher = self.history.is_higher_better();
            metadata.push(("metric", name.to_owned()));
            metadata.push(("metric.higher_is_better", higher.to_string()));
        }
        let metadata = metadata
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text))
            .collect();
        Ok(TensorFile::new(tensors, metadata).write(file)?)
    }

    /// Checks everything before it changes anything.
    pub(super) fn read_checkpoint(&mut self, file: &Path) -> Result<(), CheckpointError> {
        let mut content = TensorFile::read(file)?;
        let entries = Entries::new(file, std::mem::take(&mut content.metadata));
        if entries.text("format")? != FORMAT {
            return Err(entries.wrong("format"));
        }

        let tensors = self.model_tensors();
        let mut numbers = Vec::with_capacity(tensors.len());
        for tensor in &tensors {
            numbers.push(content.take(tensor.name(), tensor.shape())?);
        }
        content.expect_agreement(&tensors, &numbers)?;
        let count = self.parameters.len();
        let best = take_if_there(&mut content, "best", count)?;
        let average = take_if_there(&mut content, "average", count)?;
        let (history, written) = read_history(&entries)?;
        let optimizer = read_optimizer(&mut content, &entries, count)?;
        let rng = read_rng(&entries)?;
        let generators = self.read_generators(&entries)?;
        let steps = entries.number("steps")?;
        content.expect_empty()?;

        self.optimizer
            .restore(optimizer)
            .map_err(|source| CheckpointError::Optimizer {
                file: file.to_owned(),
                source,
            })?;
        set_tensors(&tensors, &numbers);
        self.best = BestParameters::of(best);
        let mut generators = generators.into_iter();
        self.model
            .visit_generators(&ParameterPath::root(), &mut |_, generator| {
                generator.set_state(generators.next().expect("they were counted"));
            });
        (self.history, self.written) = (history, written);
        (self.rng, self.steps) = (rng, steps);
        if let Some(own) = &mut self.average {
            own.set_numbers(average);
        }
        if self.history.epochs() > 0 {
            self.observe_plateau(true);
        }
        Ok(())
    }

    /// The model's tensors, as parts of the run.
    fn model_tensors(&self) -> Vec<ParameterTensor> {
        let mut tensors = Vec::new();
        let root = ParameterPath::root();
        self.model
            .visit_tensors(&root.field("model"), &mut |tensor| tensors.push(tensor));
        tensors
    }

    /// The states of the model's generators, separated by spaces.
    fn generators(&self) -> String {
        let mut states = String::new();
        self.model
            .visit_generators(&ParameterPath::root(), &mut |_, generator| {
                let space = if states.is_empty() { "" } else { " " };
                let _ = write!(states, "{space}{}", generator.state());
            });
        states
    }

    fn read_generators(&self, entries: &Entries<'_>) -> Result<Vec<u64>, CheckpointError> {
        let mut states = Vec::new();
        for text in entries.text("generators")?.split_whitespace() {
            states.push(text.parse().map_err(|_| entries.wrong("generators"))?);
        }
        let mut expected = 0;
        self.model
            .visit_generators(&ParameterPath::root(), &mut |_, _| expected += 1);
        if states.len() == expected {
            Ok(states)
        } else {
            Err(CheckpointError::Generators {
                file: entries.file.to_owned(),
                expected,
                found: states.len(),
            })
        }
    }
}

fn take_if_there(
    content: &mut TensorFile,
    name: &str,
    length: usize,
) -> Result<Option<Vec<f64>>, LoadError> {
    if content.tensors.iter().any(|tensor| tensor.name == name) {
        content.take(name, &[length]).map(Some)
    } else {
        Ok(None)
    }
}

fn read_history(entries: &Entries<'_>) -> Result<(History, Written), CheckpointError> {
    let metric = if entries.has("metric") {
        let higher: bool = entries.number("metric.higher_is_better")?;
        Some((entries.text("metric")?, higher))
    } else {
        None
    };
    let written = Written {
        records: entries.number("epochs")?,
        hash: entries.number("history")?,
    };
    let beside = history_file::beside(entries.file);
    let records =
        history_file::read(&beside, written).map_err(|source| history_error(&beside, source))?;
    let mut history = History::default();
    for record in records {
        let reported = metric.zip(record.metric).map(|((name, higher), value)| {
            if higher {
                Metric::higher_is_better(name, value)
            } else {
                Metric::lower_is_better(name, value)
            }
        });
        history.push(record, reported.as_ref());
    }
    Ok((history, written))
}

fn history_error(file: &Path, source: io::Error) -> CheckpointError {
    CheckpointError::History {
        file: file.to_owned(),
        source,
    }
}

fn read_optimizer(
    content: &mut TensorFile,
    entries: &Entries<'_>,
    parameters: usize,
) -> Result<OptimizerState, CheckpointError> {
    let lr = content.take("optimizer.lr", &[1])?[0];
    let kind = entries.text("optimizer")?;
    let mut state = OptimizerState::new(kind, lr, entries.number("optimizer.steps")?);
    let names: Vec<String> = content
        .tensors
        .iter()
        .map(|tensor| tensor.name.clone())
        .collect();
    for name in names {
        if let Some(list) = name.strip_prefix("optimizer.") {
            // Before the first step, the lists are empty.
            let length = if state.steps() == 0 { 0 } else { parameters };
            state = state.with_list(list, content.take(&name, &[length])?);
        }
    }
    Ok(state)
}
