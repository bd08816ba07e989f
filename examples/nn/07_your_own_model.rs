//! # 7. Your own model
//!
//! A model need not be a network. Whatever formula you believe in, its unknown numbers can be
//! values; then the formula learns as a network does, and what it has learned can be read.
//!
//! A pendulum was watched for six seconds. If only friction slows it down, its angle after t
//! seconds is a·e^(−λt)·cos(ωt + φ). The four letters are unknown; they are fields of a struct, and
//! `#[derive(Module)]` makes it a module: it lists its parameters by name, clears their gradients,
//! saves them. A field may be a `Value`, any other module, or a `Vec`, an array, an `Option` or a
//! `Box` of them; anything else is left out with `#[module(skip)]`.
//!
//! Halfway, a draught pushed the pendulum. The formula knows nothing of that, and bends its numbers
//! to explain it. So a small network joins it in the same struct and takes what the formula cannot
//! explain; both learn together, and the formula's numbers come out right.
//!
//! ```text
//! cargo run --release --example 07_your_own_model
//! ```

use micrograd_core::{Value, grad};
use micrograd_nn::{Activation, Adam, Forward, Init, Mlp, Module, Optimizer, mse_loss};
use rand::{SeedableRng, rngs::ChaCha8Rng};

/// A pendulum with friction.
#[derive(Module)]
struct Pendulum {
    amplitude: Value,
    decay: Value,
    frequency: Value,
    phase: Value,
}

impl Pendulum {
    /// a·e^(−λt)·cos(ωt + φ)
    fn angle(&self, t: f64) -> Value {
        grad! {
            let swing = self.amplitude * (-self.decay * t).exp();
            swing * (self.frequency * t + self.phase).cos()
        }
    }
}

/// What we know, and what we do not.
#[derive(Module)]
struct Model {
    pendulum: Pendulum,
    /// Absent at first. The parameters of an `Option` are there when its module is.
    correction: Option<Mlp>,
    /// How long we have watched, in seconds: a plain number, and nothing to be learned.
    #[module(skip)]
    duration: f64,
}

impl Model {
    fn angle(&self, t: f64) -> Value {
        let angle = self.pendulum.angle(t);
        match &self.correction {
            // Networks like inputs around 0.
            Some(network) => angle + network.forward_one(&[t - self.duration / 2.0]),
            None => angle,
        }
    }

    fn loss(&self, times: &[f64], angles: &[f64]) -> Value {
        let mut found = Vec::with_capacity(times.len());
        for &t in times {
            found.push(self.angle(t));
        }
        mse_loss(&found, angles)
    }
}

/// What the pendulum does in truth, and the model is not told.
const TRUTH: [(&str, f64); 4] = [
    ("amplitude", 1.2),
    ("decay", 0.3),
    ("frequency", 2.5),
    ("phase", 0.4),
];

fn measured(t: f64) -> f64 {
    let [(_, a), (_, decay), (_, frequency), (_, phase)] = TRUTH;
    let draught = 0.25 * (-((t - 3.0) / 0.5).powi(2)).exp();
    a * (-decay * t).exp() * (frequency * t + phase).cos() + draught
}

fn main() {
    let times: Vec<f64> = (0..=60).map(|k| f64::from(k) / 10.0).collect();
    let angles: Vec<f64> = times.iter().map(|&t| measured(t)).collect();

    // A rough guess is enough: gradients do the rest.
    let mut model = Model {
        pendulum: Pendulum {
            amplitude: Value::new(1.0),
            decay: Value::new(0.1),
            frequency: Value::new(2.2),
            phase: Value::new(0.0),
        },
        correction: None,
        duration: 6.0,
    };

    println!("The formula alone, a·e^(−λt)·cos(ωt + φ):");
    train(&model, &times, &angles, 400);
    compare_with_the_truth(&model);
    let alone = model.loss(&times, &angles).data();

    // One hidden layer is enough for one bump.
    let network = Mlp::builder(1)
        .layer(8, Activation::Tanh)
        .layer(1, Activation::Linear)
        .init(Init::KaimingUniform)
        .build(&mut ChaCha8Rng::seed_from_u64(1337));
    model.correction = Some(network);
    println!("\nWith a small network for the rest:");
    train(&model, &times, &angles, 2000);
    compare_with_the_truth(&model);

    // Every parameter has a place in the model; that is its name in a saved file, too.
    println!("\n  {:<29}shape", "tensor");
    for tensor in model.tensors() {
        println!("  {:<29}{:?}", tensor.name(), tensor.shape());
    }
    let together = model.loss(&times, &angles).data();
    println!("\nThe error falls from {alone:.1e} to {together:.1e}.");
    assert!(together < alone / 100.0);
}

/// The parameters of the pendulum, by their names.
fn compare_with_the_truth(model: &Model) {
    println!("\n  {:<29}{:>8}{:>8}", "parameter", "learned", "truth");
    for ((name, value), (_, truth)) in model.named_parameters().iter().zip(TRUTH) {
        println!("  {name:<29}{:>8.3}{truth:>8}", value.data());
    }
}

/// Steps of Adam on all parameters of the model, whatever they are.
fn train(model: &Model, times: &[f64], angles: &[f64], steps: u32) {
    let parameters = model.parameters();
    println!("  {} parameters", parameters.len());
    let mut adam = Adam::new(0.02);
    for step in 1..=steps {
        let loss = model.loss(times, angles);
        model.zero_grad();
        loss.backward();
        adam.step(&parameters);
        if step == 1 || step % (steps / 4) == 0 {
            println!("  step {step:>4}  mean squared error {:.6}", loss.data());
        }
    }
}
