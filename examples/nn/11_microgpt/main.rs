//! # 11. A GPT from scalars
//!
//! A language model answers one question: what comes next? This one reads first names, letter by
//! letter, and learns to guess the next; asked again and again, it invents names. It is Karpathy's
//! *microgpt* (2026), the algorithm behind the large models with everything left out that only
//! makes it faster: 4192 parameters, each of them a `Value`.
//!
//! A letter is a token, a number from 0 to 25; token 26 stands before and after each name. A token
//! and its position look up 16 numbers each, whose sum is what the model knows at that position.
//! Then each layer adds what it finds out: attention asks the positions before, a small network
//! thinks about the answer. A last linear map gives a logit for each token that may come next. The
//! loss is the mean of −ln p(the letter that does come), ln 27 ≈ 3.30 for a model that knows nothing.
//!
//! Each step learns one name with Adam, whose learning rate falls to 0. The names are first names in
//! the United States in 1990 (`examples/data/README.md`), or those of `--data FILE`, one a line.
//!
//! ```text
//! cargo run --release --example 11_microgpt
//! cargo run --release --example 11_microgpt -- --steps 5000 --layers 2 --save names.safetensors
//! cargo run --release --example 11_microgpt -- --load names.safetensors --temperature 0.8
//! ```
//!
//! Where the standard error stream is no terminal, each step prints there `step K loss L`, with K from 1 and all digits
//! of L. With `--from FILE` the run begins at the weights in that file, and its losses can be
//! compared with those of microgpt in Python, which begins there too.

mod options;
mod start;

use clap::Parser;
use micrograd_core::Value;
use micrograd_nn::data::CharTokenizer;
use micrograd_nn::{
    Adam, CausalSelfAttention, Embedding, Forward, Init, KeyValueCache, Linear, LinearLr, Module,
    Optimizer, RmsNorm, SaveModule, Schedule, StepProgress, cross_entropy_loss, sample_softmax,
};
use options::Options;
use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

/// How many times attention looks back at once, each time with its share of the numbers.
const HEADS: usize = 4;

/// How large the model is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Size {
    layers: usize,
    /// Numbers for each token.
    embed: usize,
    /// The longest text that it sees.
    context: usize,
}

impl Size {
    const MAX_LAYERS: usize = 16;
    const MAX_EMBED: usize = 128;

    /// Whether each head gets the same share of so many numbers, and there are not too many.
    fn is_embed(embed: usize) -> bool {
        (HEADS..=Size::MAX_EMBED).contains(&embed) && embed.is_multiple_of(HEADS)
    }
}

/// One layer: look back, then think.
#[derive(Module)]
struct Layer {
    attention: CausalSelfAttention,
    mlp_fc1: Linear,
    mlp_fc2: Linear,
}

/// The model; its tables and maps have microgpt's names.
#[derive(Module)]
struct Gpt {
    /// What each token means.
    wte: Embedding,
    /// What each position means.
    wpe: Embedding,
    layers: Vec<Layer>,
    lm_head: Linear,
    /// Brings numbers to one size wherever they are read; without a gain it has no parameters.
    norm: RmsNorm,
}

impl Gpt {
    /// A model whose weights are small normal numbers.
    fn new(tokens: usize, size: Size, rng: &mut impl Rng) -> Self {
        let Size { embed, context, .. } = size;
        let init = Init::Normal(0.08);
        let linear = |from, to| Linear::builder(from, to).bias(false).init(init);
        let attention = CausalSelfAttention::builder(embed, HEADS)
            .bias(false)
            .init(init);
        let mut layers = Vec::with_capacity(size.layers);
        for _ in 0..size.layers {
            layers.push(Layer {
                attention: attention.clone().build(rng),
                mlp_fc1: linear(embed, 4 * embed).build(rng),
                mlp_fc2: linear(4 * embed, embed).build(rng),
            });
        }
        Gpt {
            wte: Embedding::with_init(tokens, embed, init, rng),
            wpe: Embedding::with_init(context, embed, init, rng),
            layers,
            lm_head: linear(embed, tokens).build(rng),
            norm: RmsNorm::new(embed).gain(false).eps(1e-5),
        }
    }

    /// The logits of what follows `token`, which follows all that is in `past`.
    fn next(&self, token: usize, past: &mut [KeyValueCache]) -> Vec<Value> {
        let position = past[0].len();
        let mut x = sum(self.wte.row(token), self.wpe.row(position));
        x = self.norm.forward(&x);
        for (layer, past) in self.layers.iter().zip(past) {
            let seen = layer.attention.forward_next(&self.norm.forward(&x), past);
            x = sum(&seen, &x);

            let hidden = layer.mlp_fc1.forward(&self.norm.forward(&x));
            let active: Vec<Value> = hidden.iter().map(Value::relu).collect();
            x = sum(&layer.mlp_fc2.forward(&active), &x);
        }
        self.lm_head.forward(&x)
    }

    /// The mean of −ln p over the tokens of a text, as far as the context reaches.
    fn loss(&self, text: &[usize]) -> Value {
        let seen = self.positions(text);
        let mut past = self.no_past();
        let mut logits = Vec::with_capacity(seen);
        for &token in &text[..seen] {
            logits.push(self.next(token, &mut past));
        }
        cross_entropy_loss(&logits, &text[1..=seen])
    }

    /// How many tokens of a text the model reads to guess the next.
    fn positions(&self, text: &[usize]) -> usize {
        self.wpe.rows().min(text.len() - 1)
    }

    fn no_past(&self) -> Vec<KeyValueCache> {
        vec![KeyValueCache::new(); self.layers.len()]
    }

    /// A name that begins after a separator and ends where the model draws one.
    fn invent(&self, letters: &CharTokenizer, temperature: f64, rng: &mut impl Rng) -> String {
        let mut past = self.no_past();
        let mut token = letters.separator();
        let mut name = String::new();
        for _ in 0..self.wpe.rows() {
            let logits = self.next(token, &mut past);
            token = sample_softmax(&logits, temperature, rng);
            match letters.character(token) {
                Some(letter) => name.push(letter),
                None => break,
            }
        }
        name
    }
}

/// aᵢ + bᵢ
fn sum(a: &[Value], b: &[Value]) -> Vec<Value> {
    a.iter().zip(b).map(|(a, b)| a + b).collect()
}

/// One step for each text, and again from the first when all have had their turn.
fn train(model: &Gpt, texts: &[Vec<usize>], steps: u64) {
    let parameters = model.parameters();
    let schedule = LinearLr::new(0.01, 0.0, steps);
    let mut adam = Adam::new(0.01).betas(0.85, 0.99).eps(1e-8);
    let mut progress = StepProgress::new(steps, "tokens");
    for (step, text) in (0..steps).zip(texts.iter().cycle()) {
        let loss = model.loss(text);
        model.zero_grad();
        loss.backward();
        adam.set_lr(schedule.lr(step));
        adam.step(&parameters);
        progress.step(loss.data(), model.positions(text) as u64);
    }
    progress.finish();
    if let Some(loss) = progress.recent_loss() {
        let time = progress.elapsed();
        let rate = progress.rate();
        eprintln!(
            "{steps} steps in {time:.2?}, {rate:.0} tokens/s; mean loss of the last 50: {loss:.4}"
        );
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let letters = CharTokenizer::new('a'..='z');
    let (model, texts) = start::model_and_texts(options, &letters)?;
    train(&model, &texts, options.steps());
    if let Some(file) = &options.save {
        model.save(file)?;
    }
    let mut rng = ChaCha8Rng::seed_from_u64(options.seed);
    for k in 1..=20 {
        let name = model.invent(&letters, options.temperature, &mut rng);
        writeln!(io::stdout(), "sample {k:2}: {name}")?;
    }
    Ok(())
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
