//! Where a run begins: the weights, and the texts to learn.

use crate::options::Options;
use crate::{Gpt, HEADS, Size};
use micrograd_nn::data::CharTokenizer;
use micrograd_nn::{Module, ParameterTensor, SaveModule, saved_shapes};
use rand::seq::SliceRandom;
use rand::{SeedableRng, rngs::ChaCha8Rng};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Display;
use std::fs;
use std::path::Path;

const CENSUS_NAMES: &str = include_str!("../../data/census_names.txt");

/// Weights far beyond this overflow on the way to the loss.
const MAX_WEIGHT: f64 = 1e6;

/// Each text as its tokens.
type Texts = Vec<Vec<usize>>;

/// The model and the texts that the options ask for.
pub(crate) fn model_and_texts(
    options: &Options,
    letters: &CharTokenizer,
) -> Result<(Gpt, Texts), Box<dyn Error>> {
    let mut rng = ChaCha8Rng::seed_from_u64(options.seed);
    if let Some(file) = &options.from {
        return Ok(within(file, read_start(file, options, letters, &mut rng))?);
    }
    let mut texts = match &options.data {
        Some(file) => letters.read_lines(file)?,
        None => letters.encode_lines("census_names.txt", CENSUS_NAMES)?,
    };
    texts.shuffle(&mut rng);

    let Some(file) = &options.load else {
        let model = Gpt::new(letters.tokens(), options.size(), &mut rng);
        return Ok((model, texts));
    };
    let shapes = saved_shapes(file)?;
    let shape = |name: &str| shapes.get(name)?.as_slice().try_into().ok();
    let size = within(file, size_in_file(options, shape))?;
    let model = Gpt::new(letters.tokens(), size, &mut rng);
    model.load(file)?;
    within(file, check_weights(&model))?;
    Ok((model, texts))
}

/// An error says in which file it is.
fn within<T>(file: &Path, result: Result<T, impl Display>) -> Result<T, String> {
    result.map_err(|error| format!("{}: {error}", file.display()))
}

/// What Python wrote down before its first step.
#[derive(Deserialize)]
#[serde(expecting = "an object with docs_in_order and initial_params")]
struct Start {
    docs_in_order: Vec<String>,
    initial_params: BTreeMap<String, Vec<Vec<f64>>>,
}

fn read_start(
    file: &Path,
    options: &Options,
    letters: &CharTokenizer,
    rng: &mut ChaCha8Rng,
) -> Result<(Gpt, Texts), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let json = &mut serde_json::Deserializer::from_str(&text);
    let mut start: Start = serde_path_to_error::deserialize(json)?;

    let mut texts = Vec::new();
    for (i, text) in start.docs_in_order.iter().enumerate() {
        let tokens = letters.encode(text);
        texts.push(tokens.map_err(|error| format!("docs_in_order[{i}]: {error}"))?);
    }
    if texts.is_empty() {
        return Err("docs_in_order is empty: there is nothing to learn".into());
    }

    let matrices = &mut start.initial_params;
    let size = size_in_file(options, |name| {
        let rows = matrices.get(&name_in_python(name))?;
        Some([rows.len(), rows.first().map_or(0, Vec::len)])
    })?;
    let model = Gpt::new(letters.tokens(), size, rng);
    for tensor in model.tensors() {
        let name = name_in_python(tensor.name());
        let rows = matrices.remove(&name);
        set(&tensor, rows).map_err(|error| format!("initial_params.{name}: {error}"))?;
    }
    if let Some(name) = matrices.keys().next() {
        return Err(format!("initial_params.{name}: the model has no such matrix").into());
    }
    Ok((model, texts))
}

/// `layers.0.attention.query.weight` is `layer0.attn_wq` in microgpt.
fn name_in_python(tensor: &str) -> String {
    let mut name = tensor.replace("layers.", "layer").replace(".weight", "");
    for (here, there) in [
        ("query", "q"),
        ("key", "k"),
        ("value", "v"),
        ("output", "o"),
    ] {
        name = name.replace(&format!("attention.{here}"), &format!("attn_w{there}"));
    }
    name
}

fn set(tensor: &ParameterTensor, rows: Option<Vec<Vec<f64>>>) -> Result<(), String> {
    let [m, n] = tensor.shape() else {
        unreachable!("all parameters are matrices")
    };
    let expected = format!("expected {m} rows of {n} numbers");
    let rows = rows.ok_or_else(|| format!("the matrix is missing, {expected}"))?;
    if rows.len() != *m {
        return Err(format!("{} rows, {expected}", rows.len()));
    }
    if let Some(i) = rows.iter().position(|row| row.len() != *n) {
        return Err(format!("row {i} has {} numbers, {expected}", rows[i].len()));
    }
    for (i, row) in rows.iter().enumerate() {
        if let Some(weight) = row.iter().find(|weight| weight.abs() > MAX_WEIGHT) {
            return Err(format!(
                "row {i} holds {weight:e}, expected at most {MAX_WEIGHT:e}"
            ));
        }
    }
    for (parameter, number) in tensor.values().iter().zip(rows.concat()) {
        parameter.set_data(number);
    }
    Ok(())
}

/// The size of a model in a file, by the shapes of its tensors; what is missing there is noticed later.
fn size_in_file(
    options: &Options,
    shape: impl Fn(&str) -> Option<[usize; 2]>,
) -> Result<Size, String> {
    let mut layers = 0;
    while shape(&format!("layers.{layers}.attention.query.weight")).is_some() {
        layers += 1;
    }
    let size = Size {
        layers: layers.max(1),
        embed: shape("wte.weight").map_or(options.size().embed, |[_, columns]| columns),
        context: shape("wpe.weight").map_or(options.size().context, |[rows, _]| rows),
    };
    let Size {
        layers,
        embed,
        context,
    } = size;
    if !Size::is_embed(embed) || layers > Size::MAX_LAYERS || context == 0 {
        return Err(format!(
            "wte has {embed} columns, wpe {context} rows, and there are {layers} layers; expected \
             a multiple of the {HEADS} heads up to {} columns, a row, and at most {} layers",
            Size::MAX_EMBED,
            Size::MAX_LAYERS
        ));
    }
    if options.layers.is_some_and(|wanted| wanted != layers) {
        return Err(format!(
            "the model has {layers} layers; leave --layers out, or say {layers}"
        ));
    }
    if options.embed.is_some_and(|wanted| wanted != embed) {
        return Err(format!(
            "the model has {embed} numbers a token; leave --embed out, or say {embed}"
        ));
    }
    Ok(size)
}

fn check_weights(model: &Gpt) -> Result<(), String> {
    for (name, weight) in model.named_parameters() {
        let weight = weight.data();
        if weight.abs() > MAX_WEIGHT {
            return Err(format!(
                "{name} is {weight:e}, expected at most {MAX_WEIGHT:e}"
            ));
        }
    }
    Ok(())
}
