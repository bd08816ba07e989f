//! # 13. Regression
//!
//! 442 people with diabetes: age, sex, body mass, blood pressure, six measures of their blood, and how
//! far the disease had come a year later. A small network predicts that number. A fifth of the people is
//! held out, and looked at once, at the end. The data are few and noisy, so that a network soon knows its
//! samples by heart. A quarter of the others is for validation: training ends when the network gets no
//! better there. R² says which share of the variance the predictions explain. Much of it is the luck of the
//! split: other seeds give 0.31 to 0.59, 0.47 in the mean, and a linear regression the same within 0.05.
//!
//! ```text
//! cargo run --release --example 13_regression
//! ```

use micrograd_nn::data::{Dataset, Standardizer, Table};
use micrograd_nn::{Activation, AdamW, Forward, Init, Metric, Mlp, Training, mse_loss, r2_score};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    let csv: &[u8] = include_bytes!("../data/diabetes.csv");
    let people = Table::from_reader("diabetes.csv", csv)?.into_regression("progression")?;
    let (rest, test) = people.split(0.2, &mut rng);
    let (train, validation) = rest.split(0.25, &mut rng);

    // Features and targets of mean 0 and deviation 1 suit the initial weights.
    let scale = Standardizer::fit(train.rows());
    let targets: Vec<[f64; 1]> = train.targets().iter().map(|&y| [y]).collect();
    let target_scale = Standardizer::fit(&targets);
    let model = Mlp::builder(10)
        .layer(8, Activation::Tanh)
        .layer(1, Activation::Linear)
        .init(Init::XavierUniform)
        .build(&mut rng);
    let predict = |row: &Vec<f64>| model.predict(&scale.apply_to_row(row));
    let r2 = |data: &Dataset<f64>| {
        let outputs = data.rows().iter().map(predict);
        let predictions = outputs.map(|y| target_scale.invert_row(&y)[0]);
        r2_score(&predictions.collect::<Vec<_>>(), data.targets())
    };

    let optimizer = AdamW::new(0.001).weight_decay(1.0);
    let training = Training::new(&model, optimizer, rng).epochs(200);
    let history = training.stop_early(20).run(|epoch| {
        for batch in epoch.batches(train.len(), 16) {
            let (mut outputs, mut targets) = (Vec::new(), Vec::new());
            for (row, target) in train.pick(&batch).samples() {
                outputs.push(model.forward_one(&scale.apply_to_row(row)));
                targets.push(target_scale.apply_to_row(&[target])[0]);
            }
            epoch.step(&mse_loss(&outputs, &targets));
        }
        epoch.report(Metric::higher_is_better("validation R²", r2(&validation)));
    });

    println!("{} epochs", history.records().len());
    println!("test R² {:.3}", r2(&test));
    Ok(())
}
