//! What can be said on the command line.

use crate::{HEADS, Size};
use clap::Parser;
use clap::builder::RangedU64ValueParser;
use std::path::{PathBuf, is_separator};

/// Trains a small GPT on first names, letter by letter, and lets it invent some
#[derive(Debug, Parser)]
#[command(name = "11_microgpt", allow_negative_numbers = true)]
pub(crate) struct Options {
    /// Steps of training, one name each [default: 1000, with --load 0]
    #[arg(long, value_name = "N")]
    steps: Option<u64>,

    /// Seed of all random numbers
    #[arg(long, value_name = "N", default_value_t = 42)]
    pub(crate) seed: u64,

    /// Layers, 1 to 16 [default: 1, or those of the file]
    #[arg(long, value_name = "N", value_parser = layers())]
    pub(crate) layers: Option<usize>,

    /// Numbers for each token, a multiple of 4 up to 128 [default: 16, or those of the file]
    #[arg(long, value_name = "N", value_parser = embed)]
    pub(crate) embed: Option<usize>,

    /// Learn the names of this file, one a line, of the letters a–z [default: examples/data/census_names.txt]
    #[arg(long, value_name = "FILE")]
    pub(crate) data: Option<PathBuf>,

    /// Begin with the weights of this JSON file, and learn its texts in their order
    #[arg(long, value_name = "FILE", conflicts_with_all = ["data", "load"])]
    pub(crate) from: Option<PathBuf>,

    /// Begin with a saved model
    #[arg(long, value_name = "FILE")]
    pub(crate) load: Option<PathBuf>,

    /// Save the model, as safetensors
    #[arg(long, value_name = "FILE", value_parser = new_file)]
    pub(crate) save: Option<PathBuf>,

    /// How daring the invented names are: above 0, and 1 is what the model has learnt
    #[arg(long, value_name = "T", default_value_t = 0.5, value_parser = temperature)]
    pub(crate) temperature: f64,
}

impl Options {
    pub(crate) fn steps(&self) -> u64 {
        let default = if self.load.is_some() { 0 } else { 1000 };
        self.steps.unwrap_or(default)
    }

    /// The size of a new model.
    pub(crate) fn size(&self) -> Size {
        Size {
            layers: self.layers.unwrap_or(1),
            embed: self.embed.unwrap_or(16),
            context: 16,
        }
    }
}

fn layers() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(1..=Size::MAX_LAYERS as u64)
}

fn embed(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(embed) if Size::is_embed(embed) => Ok(embed),
        _ => Err(format!(
            "it must be a multiple of {HEADS}, the number of heads, and at most {}",
            Size::MAX_EMBED
        )),
    }
}

fn temperature(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(temperature) if temperature > 0.0 && f64::is_finite(temperature) => Ok(temperature),
        _ => Err("it must be a number above 0, such as 0.5".to_owned()),
    }
}

/// Better said now than after the training.
fn new_file(text: &str) -> Result<PathBuf, String> {
    let file = PathBuf::from(text);
    let folder = file.parent().unwrap_or(&file);
    if file.is_dir() || text.ends_with(is_separator) {
        return Err("it is a folder; name a file in it".to_owned());
    }
    if !folder.as_os_str().is_empty() && !folder.is_dir() {
        return Err(format!(
            "there is no folder {}; make it first",
            folder.display()
        ));
    }
    Ok(file)
}
