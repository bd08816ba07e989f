//! Models in files mean the same here and in PyTorch.
//!
//! The oracle is PyTorch: it has loaded `data/pytorch/saved_here.safetensors` into a stack of
//! `Linear` and ReLU, and has saved a stack of its own, in 64 and in 32 bits. Its outputs are in
//! `data/pytorch/outputs.json`.

use micrograd_core::Value;
use micrograd_nn::{Forward, Mlp, Module, SaveModule};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/pytorch")
        .join(file)
}

fn model() -> Mlp {
    Mlp::new(3, &[5, 4, 2], &mut ChaCha8Rng::seed_from_u64(11))
}

/// Fails unless the model's outputs are those that PyTorch computed under this name.
fn assert_outputs(model: &Mlp, name: &str) {
    let outputs = fs::read_to_string(data("outputs.json")).expect("the outputs are there");
    let recorded: Json = serde_json::from_str(&outputs).expect("the outputs are JSON");
    let rows = |name: &str| -> Vec<Vec<f64>> {
        serde_json::from_value(recorded[name].clone()).expect("rows of numbers")
    };
    let inputs = rows("inputs");
    assert_eq!(inputs.len(), 3);
    for (input, expected) in inputs.iter().zip(rows(name)) {
        let output: Vec<f64> = model.forward(input).iter().map(Value::data).collect();
        for (y, expected) in output.iter().zip(&expected) {
            let error = (y - expected).abs() / expected.abs().max(1.0);
            assert!(error < 1e-12, "{name}: {y} here, {expected} in PyTorch");
        }
        assert_eq!(output.len(), expected.len());
    }
}

#[test]
fn a_model_saved_here_is_the_file_that_pytorch_has_read_with_the_same_outputs() {
    let model = model();
    let numbers: Vec<f64> = (1..=54).map(|i| f64::from(i).sin()).collect();
    // The sine of another platform may differ in the last bit, so the file's numbers count.
    model
        .load(data("saved_here.safetensors"))
        .expect("the file fits");
    for (parameter, number) in model.parameters().iter().zip(&numbers) {
        assert!(
            (parameter.data() - number).abs() < 1e-15,
            "the order of the parameters"
        );
    }
    assert_outputs(&model, "saved_here");

    let folder = tempfile::tempdir().expect("a folder for the test");
    let saved = folder.path().join("model.safetensors");
    model.save(&saved).expect("the file can be written");
    assert_eq!(
        fs::read(&saved).expect("the saved file"),
        fs::read(data("saved_here.safetensors")).expect("the recorded file"),
        "the bytes that PyTorch has read"
    );
}

#[test]
fn a_model_saved_by_pytorch_has_the_same_outputs_here() {
    for name in ["saved_by_pytorch_f64", "saved_by_pytorch_f32"] {
        let model = model();
        model
            .load(data(&format!("{name}.safetensors")))
            .expect("the file fits");
        assert_outputs(&model, name);
    }
}
