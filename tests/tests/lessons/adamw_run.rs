//! Training three classes with tanh, cross-entropy and AdamW follows a run in Python, step by step.
//!
//! The oracle is a scalar engine in Python, written after micrograd; its data, initial weights,
//! losses and final parameters are in `data/adamw_run.json`.

use micrograd_core::Value;
use micrograd_nn::{
    Activation, AdamW, Forward, Metric, Mlp, Module, Training, accuracy, cross_entropy_loss,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use serde_json::Value as Json;
use std::fs;

fn numbers(json: &Json) -> Vec<f64> {
    serde_json::from_value(json.clone()).expect("numbers")
}

#[track_caller]
fn assert_close(what: &str, found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let error = (found - expected).abs() / expected.abs();
        assert!(
            error < 1e-9,
            "{what} {i}: {found} here, {expected} in Python"
        );
    }
}

#[test]
fn a_hundred_steps_follow_python() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/adamw_run.json");
    let run = fs::read_to_string(path).expect("the run is there");
    let run: Json = serde_json::from_str(&run).expect("the run is JSON");
    let points: Vec<[f64; 2]> = serde_json::from_value(run["points"].clone()).expect("points");
    let labels: Vec<usize> = serde_json::from_value(run["labels"].clone()).expect("labels");

    let mut rng = ChaCha8Rng::seed_from_u64(0);
    let model = Mlp::builder(2)
        .layer(8, Activation::Tanh)
        .layer(3, Activation::Linear)
        .build(&mut rng);
    model.set_parameters(&numbers(&run["initial"]));

    let optimizer = AdamW::new(0.05)
        .betas(0.9, 0.999)
        .eps(1e-8)
        .weight_decay(0.01);
    let history = Training::new(&model, optimizer, rng)
        .epochs(100)
        .quiet()
        .run(|epoch| {
            let logits: Vec<_> = points.iter().map(|point| model.forward(point)).collect();
            epoch.step(&cross_entropy_loss(&logits, &labels));
            epoch.report(Metric::higher_is_better(
                "accuracy",
                accuracy(&logits, &labels),
            ));
        });

    let losses: Vec<f64> = history.records().iter().map(|record| record.loss).collect();
    assert_close("loss", &losses, &numbers(&run["losses"]));
    let accuracies: Vec<f64> = history
        .records()
        .iter()
        .filter_map(|record| record.metric)
        .collect();
    assert_eq!(accuracies, numbers(&run["accuracies"]));
    let parameters: Vec<f64> = model.parameters().iter().map(Value::data).collect();
    assert_close("parameter", &parameters, &numbers(&run["final"]));
}
