//! # 6. Digits
//!
//! 1797 digits, written by hand, scanned, and reduced to 8×8 pixels. A network of 64 inputs, 32
//! hidden neurons and 10 outputs learns to read them: 2410 parameters, each of them a `Value`.
//!
//! A fifth of the digits is held out, and looked at once, at the end, to see how well the network reads
//! what it has never seen. An eighth of the others, for validation, shows the same after each epoch.
//! The rest comes in mini-batches of 32, in another order in each epoch: the gradient of a batch is a
//! rough guess of the gradient of everything, but 40 rough steps lead further than one exact one. A terminal shows a bar; a pipe gets plain lines.
//!
//! The network's outputs are logits: softmax makes probabilities of them, and the loss is minus
//! the logarithm of the right one's. AdamW scales each parameter's step by the size that its
//! gradients have had, while the learning rate falls along a half cosine.
//!
//! The digits are those of the UCI repository's *Optical Recognition of Handwritten Digits*, as in
//! scikit-learn's `load_digits`; `examples/data/README.md` says more. The pictures go to the folder that is
//! given as an argument, or to `target/course`.
//!
//! ```text
//! cargo run --release --example 06_digits
//! ```

use micrograd_core::Value;
use micrograd_nn::data::{Dataset, Table};
use micrograd_nn::{
    Activation, AdamW, ConfusionMatrix, CosineLr, Digit, Forward, Init, Metric, Mlp, Module,
    Training, accuracy, argmax, cross_entropy_loss, plot_confusion_matrix, plot_digits,
    plot_history,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const EPOCHS: u64 = 20;
const BATCH: usize = 32;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or("target/course".into()));
    fs::create_dir_all(&folder)?;

    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    let csv: &[u8] = include_bytes!("../data/digits.csv");
    let digits = Table::from_reader("digits.csv", csv)?.into_dataset("label")?;
    let (rest, test) = digits.split(0.2, &mut rng);
    let (train, validation) = rest.split(0.125, &mut rng);
    println!(
        "{} digits to learn from, {} for validation, {} held out",
        train.len(),
        validation.len(),
        test.len()
    );

    let model = Mlp::builder(64)
        .layer(32, Activation::Relu)
        .layer(10, Activation::Linear)
        .init(Init::KaimingUniform)
        .build(&mut rng);
    println!("{} parameters", model.parameters().len());

    let steps = EPOCHS * train.len().div_ceil(BATCH) as u64;
    let logits = |images: &[Vec<f64>]| -> Vec<Vec<Value>> {
        // Ink is 0 to 16 in the file; the initial weights suit 0 to 1.
        let ink = |image: &Vec<f64>| -> Vec<f64> { image.iter().map(|ink| ink / 16.0).collect() };
        images
            .iter()
            .map(|image| model.forward(&ink(image)))
            .collect()
    };
    let history = Training::new(&model, AdamW::new(0.005), rng)
        .schedule(CosineLr::new(0.005, 0.0, steps))
        .epochs(EPOCHS)
        .run(|epoch| {
            for batch in epoch.batches(train.len(), BATCH) {
                let images: Vec<Vec<f64>> =
                    batch.iter().map(|&i| train.rows()[i].clone()).collect();
                let labels: Vec<usize> = batch.iter().map(|&i| train.labels()[i]).collect();
                epoch.step(&cross_entropy_loss(&logits(&images), &labels));
            }
            let right = accuracy(&logits(validation.rows()), validation.labels());
            epoch.report(Metric::higher_is_better("validation accuracy", right));
        });

    let answers = logits(test.rows());
    let matrix = ConfusionMatrix::from_logits(&answers, test.labels());
    print_confusion(&matrix);

    let names: Vec<String> = (0..10).map(|digit| digit.to_string()).collect();
    let sheet = mistakes_first(&test, &answers);
    for ending in ["svg", "png"] {
        let file = |name: &str| folder.join(format!("06_{name}.{ending}"));
        plot_history(file("history"), &history)?;
        plot_confusion_matrix(file("confusion"), &matrix, &names)?;
        plot_digits(file("digits"), &sheet[..40])?;
    }
    println!(
        "Pictures of the run, the confusions and the digits are in {}.",
        folder.display()
    );

    let right = accuracy(&answers, test.labels());
    println!("test accuracy {:.1} %", right * 100.0);
    Ok(())
}

/// The images with what the network takes them for; first those that it takes for something else.
fn mistakes_first<'a>(data: &'a Dataset, answers: &[Vec<Value>]) -> Vec<Digit<'a>> {
    let mut digits: Vec<Digit<'a>> = data
        .samples()
        .zip(answers)
        .map(|((pixels, label), logits)| Digit {
            pixels,
            label,
            predicted: Some(argmax(logits)),
        })
        .collect();
    digits.sort_by_key(|digit| digit.predicted == Some(digit.label));
    digits
}

/// A row for each digit, a column for each answer.
fn print_confusion(matrix: &ConfusionMatrix) {
    println!("\nRows: what it is; columns: what the network says.\n");
    print!("   ");
    for class in 0..matrix.classes() {
        print!("{class:5}");
    }
    for label in 0..matrix.classes() {
        print!("\n{label:3}");
        for class in 0..matrix.classes() {
            match matrix.count(label, class) {
                0 => print!("    ·"),
                count => print!("{count:5}"),
            }
        }
    }
    println!("\n");
}
