//! # 14. A network with a memory
//!
//! A recurrent network reads one letter after the other and keeps what it has understood in a state:
//! numbers that it gives to itself. A gated recurrent unit decides for each of them how much of the
//! past stays. From the state, a linear map gives a logit for each letter that may come next.
//!
//! The transformer of page 11 looked back at all letters; this one carries its past
//! along, so that a letter costs the same however long the word is. The gradient flows back through
//! all steps of a name: backpropagation through time, which is nothing but `backward()`.
//!
//! It learns first names in the United States in 1990 (`data/README.md`), eight in a step, with a
//! learning rate that falls to 0. A tenth of the names is held out, to see what it makes of new ones. A guess among 27 tokens
//! costs ln 27 ≈ 3.30 a letter. Long gradients may explode, so their norm is clipped.
//!
//! ```text
//! cargo run --release --example 14_recurrent
//! ```

use micrograd_core::Value;
use micrograd_nn::data::CharTokenizer;
use micrograd_nn::{
    Adam, Embedding, Forward, GruCell, Linear, LinearLr, Module, Optimizer, Schedule, StepProgress,
    clip_grad_norm, cross_entropy_loss, sample_softmax,
};
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};
use std::error::Error;

const STEPS: u64 = 1000;
const BATCH: usize = 8;
const LONGEST: usize = 12;

#[derive(Module)]
struct Reader {
    letters: Embedding,
    memory: GruCell,
    next: Linear,
}

impl Reader {
    fn new(tokens: usize, rng: &mut impl Rng) -> Self {
        Reader {
            letters: Embedding::new(tokens, 8, rng),
            memory: GruCell::new(8, 32, rng),
            next: Linear::new(32, tokens, rng),
        }
    }

    /// Reads a token, and gives the logits of the next one.
    fn read(&self, token: usize, state: &mut Vec<Value>) -> Vec<Value> {
        *state = self.memory.step(self.letters.row(token), state);
        self.next.forward(state)
    }

    /// The mean of −ln p over all tokens of some names.
    fn loss(&self, names: &[Vec<usize>]) -> Value {
        let (mut logits, mut labels) = (Vec::new(), Vec::new());
        for name in names {
            let mut state = self.memory.initial_state();
            for pair in name.windows(2) {
                logits.push(self.read(pair[0], &mut state));
                labels.push(pair[1]);
            }
        }
        cross_entropy_loss(&logits, &labels)
    }

    fn invent(&self, letters: &CharTokenizer, rng: &mut impl Rng) -> String {
        let mut state = self.memory.initial_state();
        let mut token = letters.separator();
        let mut name = String::new();
        while name.len() < LONGEST {
            token = sample_softmax(&self.read(token, &mut state), 0.6, rng);
            match letters.character(token) {
                Some(letter) => name.push(letter),
                None => break,
            }
        }
        name
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    let letters = CharTokenizer::new('a'..='z');
    let text = include_str!("../data/census_names.txt");
    let mut names = letters.encode_lines("census_names.txt", text)?;
    names.shuffle(&mut rng);
    let (held_out, names) = names.split_at(names.len() / 10);

    let model = Reader::new(letters.tokens(), &mut rng);
    let parameters = model.parameters();
    println!("{} names, {} parameters", names.len(), parameters.len());
    println!("held-out loss before: {:.3}", model.loss(held_out).data());

    let schedule = LinearLr::new(0.01, 0.0, STEPS);
    let mut adam = Adam::new(0.01);
    let mut progress = StepProgress::new(STEPS, "names");
    for (step, batch) in (0..STEPS).zip(names.chunks(BATCH).cycle()) {
        let loss = model.loss(batch);
        model.zero_grad();
        loss.backward();
        clip_grad_norm(&parameters, 1.0);
        adam.set_lr(schedule.lr(step));
        adam.step(&parameters);
        progress.step(loss.data(), batch.len() as u64);
    }
    progress.finish();

    for _ in 0..10 {
        println!("{}", model.invent(&letters, &mut rng));
    }
    println!("held-out loss after: {:.3}", model.loss(held_out).data());
    Ok(())
}
