//! A weight that stands in two places of a model is one parameter, as in PyTorch; its file has both names.

use crate::blame::assert_panics;
use micrograd_core::{Value, grad};
use micrograd_nn::{Adam, AdamW, Module, Optimizer, RmsProp, Sgd, clip_grad_norm, l2_penalty};

/// The output's weights are the embedding's.
#[derive(Module)]
struct Tied {
    embedding: Vec<Value>,
    head: Vec<Value>,
}

impl Tied {
    fn of(numbers: &[f64]) -> Self {
        let embedding = Value::leaves_of(numbers);
        let head = embedding.clone();
        Tied { embedding, head }
    }
}

#[test]
fn a_shared_weight_is_one_parameter_with_its_first_name() {
    let tied = Tied::of(&[3.0, 3.0]);
    assert_eq!(tied.parameters(), [3.0, 3.0]);
    let names: Vec<String> = tied.named_parameters().into_iter().map(|p| p.0).collect();
    assert_eq!(names, ["embedding.0", "embedding.1"]);
    tied.set_parameters(&[4.0, 5.0]);
    assert_eq!((tied.head[0].data(), tied.head[1].data()), (4.0, 5.0));
    tied.name_parameters();
    assert_eq!(tied.head[1].name().as_deref(), Some("embedding.1"));
}

#[test]
fn counting_parameters_leaves_their_gradients_alone() {
    let tied = Tied::of(&[3.0, 5.0]);
    tied.embedding[0].set_grad(0.25);
    tied.head[1].set_grad(f64::NAN);
    let parameters = tied.parameters();
    assert_eq!(parameters[0].grad(), 0.25);
    assert!(parameters[1].grad().is_nan());
}

#[test]
fn clipping_takes_the_norm_over_a_shared_weight_once() {
    let tied = Tied::of(&[3.0]);
    // (2w)² has the slope 8w = 24.
    grad! { (tied.embedding[0] + tied.head[0]) ** 2 }.backward();
    assert_eq!(clip_grad_norm(&tied.parameters(), 1.0), 24.0);
    assert!((tied.head[0].grad() - 1.0).abs() < 1e-6);
}

#[test]
fn every_optimizer_steps_once_along_a_shared_weight() {
    // The first steps on a slope of 1 from 3, by PyTorch's formulas.
    let cases: [(Box<dyn Optimizer>, f64); 5] = [
        (Box::new(Sgd::new(0.1)), 2.9),
        (Box::new(Sgd::new(0.1).momentum(0.9)), 2.9),
        (Box::new(RmsProp::new(0.1)), 2.0),
        (Box::new(Adam::new(0.1)), 2.9),
        (Box::new(AdamW::new(0.1)), 3.0 * (1.0 - 0.1 * 0.01) - 0.1),
    ];
    for (mut optimizer, expected) in cases {
        let tied = Tied::of(&[3.0]);
        grad! { tied.head[0] * 1 }.backward();
        optimizer.step(&tied.parameters());
        let found = tied.embedding[0].data();
        assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
    }
}

#[test]
fn the_l2_penalty_counts_a_shared_weight_once() {
    assert_eq!(l2_penalty(1.0, &Tied::of(&[3.0]).parameters()), 9.0);
}

#[test]
fn a_list_that_names_a_weight_twice_is_a_mistake() {
    let (w, v) = (Value::new(1.0), Value::new(1.0));
    let twice = [w.clone(), v, w];
    assert_panics(
        "parameters 0 and 2 of 3 are the same value; a module's parameters() lists it once",
        || Sgd::new(0.1).step(&twice),
    );
    assert_panics(
        "parameters 0 and 2 of 3 are the same value; a module's parameters() lists it once",
        || clip_grad_norm(&twice, 1.0),
    );
}

#[cfg(feature = "safetensors")]
mod in_files {
    use super::{Module, Tied, Value};
    use micrograd_nn::{LoadError, SaveModule, saved_shapes};

    #[test]
    fn both_names_are_saved_and_loaded() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("tied.safetensors");
        Tied::of(&[1.0, 2.0]).save(&file).expect("it can be saved");
        let names: Vec<String> = saved_shapes(&file).expect("a file").into_keys().collect();
        assert_eq!(names, ["embedding", "head"]);
        let loaded = Tied::of(&[0.0, 0.0]);
        loaded.load(&file).expect("it fits");
        assert_eq!(loaded.parameters(), [1.0, 2.0]);
    }

    #[test]
    fn a_file_whose_tensors_disagree_about_a_shared_weight_is_refused() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("untied.safetensors");
        let untied = Tied {
            embedding: [1.0, 2.0].map(Value::new).to_vec(),
            head: [1.0, 2.5].map(Value::new).to_vec(),
        };
        untied.save(&file).expect("it can be saved");
        let tied = Tied::of(&[0.5, 0.5]);
        let error = tied.load(&file).expect_err("2 or 2.5?");
        assert!(matches!(&error, LoadError::Shared { .. }), "{error}");
        assert!(
            error.to_string().ends_with(
                "untied.safetensors: number 1 of the tensor `embedding` is 2.0, and number 1 of \
                 the tensor `head` is 2.5, but in the model they are one parameter"
            ),
            "{error}"
        );
        assert_eq!(tied.parameters(), [0.5, 0.5]);
    }
}
