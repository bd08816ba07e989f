//! # 6. Digits
//!
//! 1797 digits, written by hand, scanned, and reduced to 8×8 pixels. A network of 64 inputs, 32
//! hidden neurons and 10 outputs learns to read them: 2410 parameters, each of them a `Value`.
//!
//! A fifth of the digits is held out, and only looked at to see how well the network reads what it
//! has never seen. The others come in mini-batches of 32, in another order in each epoch: the
//! gradient of a batch is a rough guess of the gradient of everything, but 45 rough steps lead
//! further than one exact one. A terminal shows a bar; a pipe gets plain lines.
//!
//! The network's outputs are logits: softmax makes probabilities of them, and the loss is minus
//! the logarithm of the right one's. AdamW scales each parameter's step by the size that its
//! gradients have had, while the learning rate falls along a half cosine.
//!
//! The digits are those of the UCI repository's *Optical Recognition of Handwritten Digits*, as in
//! scikit-learn's `load_digits`; `data/README.md` says more. The pictures go to the folder that is
//! given as an argument, or to `target/course`.
//!
//! ```text
//! cargo run --release --example 06_digits
//! ```

use micrograd_core::Value;
use micrograd_nn::{
    Activation, AdamW, ConfusionMatrix, CosineLr, Digit, Forward, Init, Metric, Mlp, Module,
    Training, accuracy, argmax, cross_entropy_loss, plot_confusion_matrix, plot_digits,
    plot_history,
};
use rand::seq::SliceRandom;
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
    let mut train = images(include_str!("data/digits.csv"))?;
    train.shuffle(&mut rng);
    let test = train.split_off(train.len() - train.len() / 5);
    println!(
        "{} digits to learn from, {} held out",
        train.len(),
        test.len()
    );

    let model = Mlp::builder(64)
        .layer(32, Activation::Relu)
        .layer(10, Activation::Linear)
        .init(Init::KaimingUniform)
        .build(&mut rng);
    println!("{} parameters", model.parameters().len());

    let steps = EPOCHS * train.len().div_ceil(BATCH) as u64;
    let history = Training::new(&model, AdamW::new(0.01), rng)
        .schedule(CosineLr::new(0.01, 0.0, steps))
        .epochs(EPOCHS)
        .run(|epoch| {
            for batch in epoch.batches(train.len(), BATCH) {
                let labels: Vec<usize> = batch.iter().map(|&i| train[i].label).collect();
                let logits = read(&model, batch.iter().map(|&i| &train[i]));
                epoch.step(&cross_entropy_loss(&logits, &labels));
            }
            let right = accuracy(&read(&model, &test), &labels(&test));
            epoch.report(Metric::higher_is_better("test accuracy", right));
        });

    let logits = read(&model, &test);
    let matrix = ConfusionMatrix::from_logits(&logits, &labels(&test));
    print_confusion(&matrix);

    plot_history(folder.join("06_history.svg"), &history)?;
    plot_history(folder.join("06_history.png"), &history)?;
    let names: Vec<String> = (0..10).map(|digit| digit.to_string()).collect();
    plot_confusion_matrix(folder.join("06_confusion.svg"), &matrix, &names)?;
    plot_confusion_matrix(folder.join("06_confusion.png"), &matrix, &names)?;
    let sheet = mistakes_first(&test, &logits);
    plot_digits(folder.join("06_digits.svg"), &sheet[..40])?;
    plot_digits(folder.join("06_digits.png"), &sheet[..40])?;
    println!(
        "Pictures of the run, the confusions and the digits are in {}.",
        folder.display()
    );

    let right = accuracy(&logits, &labels(&test));
    println!("test accuracy {:.1} %", right * 100.0);
    Ok(())
}

/// One image: 64 pixels from 0 (paper) to 1 (ink), and what it shows.
struct Image {
    pixels: Vec<f64>,
    label: usize,
}

/// Every line after the first has 64 pixels from 0 to 16, and the digit.
fn images(csv: &str) -> Result<Vec<Image>, Box<dyn Error>> {
    let mut images = Vec::new();
    for (line, text) in (1..).zip(csv.lines()).skip(1) {
        let mut pixels = Vec::with_capacity(65);
        for cell in text.split(',') {
            let number: f64 = cell
                .parse()
                .map_err(|error| format!("line {line}: {error}"))?;
            pixels.push(number / 16.0);
        }
        let label = text.rsplit(',').next().unwrap_or_default().parse()?;
        pixels.truncate(64);
        images.push(Image { pixels, label });
    }
    Ok(images)
}

/// The logits of each image.
fn read<'a>(model: &Mlp, images: impl IntoIterator<Item = &'a Image>) -> Vec<Vec<Value>> {
    images
        .into_iter()
        .map(|image| model.forward(&image.pixels))
        .collect()
}

fn labels(images: &[Image]) -> Vec<usize> {
    images.iter().map(|image| image.label).collect()
}

/// The images with what the network takes them for; first those that it takes for something else.
fn mistakes_first<'a>(images: &'a [Image], logits: &[Vec<Value>]) -> Vec<Digit<'a>> {
    let mut digits: Vec<Digit<'a>> = images
        .iter()
        .zip(logits)
        .map(|(image, logits)| Digit {
            pixels: &image.pixels,
            label: image.label,
            predicted: Some(argmax(logits)),
        })
        .collect();
    digits.sort_by_key(|digit| digit.predicted == Some(digit.label));
    digits
}

/// A row for each digit, a column for each answer.
fn print_confusion(matrix: &ConfusionMatrix) {
    println!("\nRows: what it is; columns: what the network says.\n");
    let classes = 0..matrix.classes();
    let heads: String = classes.clone().map(|class| format!("{class:5}")).collect();
    println!("   {heads}");
    for label in classes.clone() {
        let counts: String = classes
            .clone()
            .map(|class| match matrix.count(label, class) {
                0 => "    ·".to_owned(),
                count => format!("{count:5}"),
            })
            .collect();
        println!("{label:3}{counts}");
    }
    println!();
}
