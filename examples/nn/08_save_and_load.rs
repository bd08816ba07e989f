//! # 8. Save and load
//!
//! A model is its parameters. `save` writes them into a file of the safetensors format, with the
//! names and shapes that PyTorch's `Linear` has, so that Python reads it as well; `load` checks
//! the whole file before it changes anything.
//!
//! A training run is more than its model: the optimiser remembers gradients, the generator of
//! random numbers stands somewhere, and so does the learning rate's schedule. `run_resumable`
//! keeps all of it in a checkpoint after each epoch. Here a run is interrupted on purpose, and
//! goes on to the same losses, bit for bit, as a run that was left alone. Killing the program
//! would do as well: a file is replaced as a whole or not at all.
//!
//! The files go to the folder that is given as an argument, or to `target/course`.
//!
//! ```text
//! cargo run --release --example 08_save_and_load
//! ```

use micrograd_core::Value;
use micrograd_nn::{
    Activation, AdamW, Epoch, Forward, History, LoadError, Mlp, Module, SaveModule, Training,
    cross_entropy_loss,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or("target/course".into()));
    fs::create_dir_all(&folder)?;

    // A run that nobody interrupts, and one that stops after 4 of 10 epochs.
    let undisturbed = folder.join("08_undisturbed.checkpoint");
    let interrupted = folder.join("08_interrupted.checkpoint");
    for file in [&undisturbed, &interrupted] {
        if file.exists() {
            fs::remove_file(file)?; // of an earlier visit to this page
        }
    }
    let (model, expected) = run(&undisturbed, None)?;
    let (_, first) = run(&interrupted, Some(4))?;
    println!(
        "interrupted after {} epochs: loss {:?}",
        first.records().len(),
        last_loss(&first)
    );

    // The program starts again: new model, new optimiser, and the checkpoint.
    let (resumed, history) = run(&interrupted, None)?;
    println!(
        "resumed, after {} epochs:   loss {:?}",
        history.records().len(),
        last_loss(&history)
    );
    println!(
        "never interrupted:          loss {:?}",
        last_loss(&expected)
    );
    assert_eq!(history, expected);
    assert_eq!(resumed.parameters(), model.parameters());
    println!("The two runs agree in every bit of every epoch.\n");

    // The model alone, for others.
    let file = folder.join("08_model.safetensors");
    model.save(&file)?;
    println!("{} holds:", file.display());
    for tensor in model.tensors() {
        println!("  {} {:?}", tensor.name(), tensor.shape());
    }
    let read = Mlp::new(2, &[8, 3], &mut ChaCha8Rng::seed_from_u64(0));
    read.load(&file)?;
    assert_eq!(read.forward(&[0.5, -0.25]), model.forward(&[0.5, -0.25]));
    println!("A new network that loads it has the same outputs.");
    println!(
        "In Python: safetensors.torch.load_file(…), for nn.Linear(2, 8) and nn.Linear(8, 3).\n"
    );

    // What does not fit is refused, and nothing changes.
    let wider = Mlp::new(2, &[9, 3], &mut ChaCha8Rng::seed_from_u64(0));
    let before = numbers(&wider);
    let refusal = wider.load(&file).expect_err("9 hidden neurons are not 8");
    assert!(matches!(refusal, LoadError::Shape { .. }));
    println!("A wider network refuses it:\n  {refusal}");

    let whole = fs::read(&file)?;
    let half = folder.join("08_half.safetensors");
    fs::write(&half, &whole[..whole.len() / 2])?;
    let refusal = wider.load(&half).expect_err("half a file is no file");
    println!("Half a file is refused:\n  {refusal}");
    assert_eq!(numbers(&wider), before);
    println!("The network is as it was.");
    Ok(())
}

/// Ten epochs with the checkpoint `file`, or fewer.
fn run(file: &Path, stop_after: Option<u64>) -> Result<(Mlp, History), Box<dyn Error>> {
    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    let model = Mlp::builder(2)
        .layer(8, Activation::Relu)
        .layer(3, Activation::Linear)
        .build(&mut rng);
    let (points, labels) = triangle();

    let train = |epoch: &mut Epoch<'_, '_, Mlp, AdamW>| {
        for batch in epoch.batches(points.len(), 10) {
            let logits: Vec<Vec<Value>> =
                batch.iter().map(|&i| model.forward(&points[i])).collect();
            let labels: Vec<usize> = batch.iter().map(|&i| labels[i]).collect();
            epoch.step(&cross_entropy_loss(&logits, &labels));
        }
        if Some(epoch.number()) == stop_after {
            epoch.interrupt();
        }
    };
    let history = Training::new(&model, AdamW::new(0.02), rng)
        .epochs(10)
        .quiet()
        .run_resumable(file, train)?;
    Ok((model, history))
}

/// Three arms around the origin, 20 points on each.
fn triangle() -> (Vec<[f64; 2]>, Vec<usize>) {
    let mut points = Vec::new();
    let mut labels = Vec::new();
    for (label, direction) in [(0, 0.0), (1, 2.1), (2, 4.2)] {
        for k in 0..20 {
            let angle: f64 = direction + 0.05 * f64::from(k % 7);
            let radius = 0.2 + 0.05 * f64::from(k);
            points.push([radius * angle.cos(), radius * angle.sin()]);
            labels.push(label);
        }
    }
    (points, labels)
}

fn last_loss(history: &History) -> f64 {
    history
        .records()
        .last()
        .map_or(f64::NAN, |record| record.loss)
}

fn numbers(model: &Mlp) -> Vec<f64> {
    model.parameters().iter().map(Value::data).collect()
}
