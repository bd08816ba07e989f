//! # 5. Yin and yang
//!
//! Three classes this time: the white half, the black half, and their dots. A score with a sign
//! cannot say one of three, so the network has three outputs, the logits z; softmax makes
//! probabilities of them, pₖ = exp zₖ / Σⱼ exp zⱼ, and the loss of a point is −ln p of its own
//! class: the cross-entropy.
//!
//! Plain gradient descent uses one learning rate for every parameter. AdamW divides each
//! parameter's step by the size that its gradients have had lately, and lets the weights shrink a
//! little all the time.
//!
//! `Training` is the loop of the page before: record the loss, clear the gradients, go backward,
//! step. It also keeps the history, from which the curves are drawn. After each epoch it looks at points
//! for validation; the points for the test are looked at once, at the end, so that no choice was made
//! by them. The pictures go to the folder that is given as an argument, or to `target/course`.
//!
//! ```text
//! cargo run --release --example 05_yin_yang
//! ```

use micrograd_core::Value;
use micrograd_nn::data::{Standardizer, yin_yang};
use micrograd_nn::{
    Activation, AdamW, CosineLr, Forward, Init, Metric, Mlp, Module, Training, accuracy, argmax,
    cross_entropy_loss, plot_decision_regions, plot_history,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const EPOCHS: u64 = 60;
const BATCH: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or("target/course".into()));
    fs::create_dir_all(&folder)?;

    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    let train = yin_yang(800, &mut rng);
    let validation = yin_yang(200, &mut rng);
    let test = yin_yang(300, &mut rng);
    // Coordinates of mean 0 and deviation 1 suit the initial weights; the other points are moved and
    // scaled by the same numbers.
    let scale = Standardizer::fit(train.rows());
    let model = Mlp::builder(2)
        .layer(24, Activation::Tanh)
        .layer(16, Activation::Tanh)
        .layer(3, Activation::Linear)
        .init(Init::XavierUniform)
        .build(&mut rng);
    println!(
        "{} points, {} parameters",
        train.len(),
        model.parameters().len()
    );

    let logits = |rows: &[Vec<f64>]| -> Vec<Vec<Value>> {
        rows.iter()
            .map(|row| model.forward(&scale.apply_to_row(row)))
            .collect()
    };
    let steps = EPOCHS * train.len().div_ceil(BATCH) as u64;
    let history = Training::new(&model, AdamW::new(0.02), rng)
        .schedule(CosineLr::new(0.02, 0.0005, steps))
        .epochs(EPOCHS)
        .run(|epoch| {
            for batch in epoch.batches(train.len(), BATCH) {
                let rows: Vec<Vec<f64>> = batch.iter().map(|&i| train.rows()[i].clone()).collect();
                let labels: Vec<usize> = batch.iter().map(|&i| train.labels()[i]).collect();
                epoch.step(&cross_entropy_loss(&logits(&rows), &labels));
            }
            let right = accuracy(&logits(validation.rows()), validation.labels());
            epoch.report(Metric::higher_is_better("validation accuracy", right));
        });

    let points: Vec<[f64; 2]> = test.rows().iter().map(|row| [row[0], row[1]]).collect();
    for ending in ["svg", "png"] {
        let file = |name: &str| folder.join(format!("05_{name}.{ending}"));
        plot_history(file("history"), &history)?;
        plot_decision_regions(file("regions"), &points, test.labels(), |point| {
            argmax(&model.forward(&scale.apply_to_row(&point)))
        })?;
    }
    println!(
        "Pictures of the run and of the regions are in {}.",
        folder.display()
    );

    let right = accuracy(&logits(test.rows()), test.labels());
    println!("test accuracy {:.1} %", right * 100.0);
    Ok(())
}
