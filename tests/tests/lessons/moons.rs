//! Training on the two moons follows micrograd's own run, step by step.
//!
//! The oracle is micrograd in Python on the notebook's data and initial weights, recorded in
//! `data/moons_run.json`.

use micrograd_core::{Graph, Op, Value};
use micrograd_nn::{
    Forward, Mlp, Module, Optimizer, Sgd, binary_accuracy, l2_penalty, max_margin_loss,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use serde_json::Value as Json;

/// The notebook's model, data and loss.
struct Notebook {
    model: Mlp,
    points: Vec<Vec<f64>>,
    targets: Vec<f64>,
    alpha: f64,
}

impl Notebook {
    fn new(start: &Json, alpha: f64) -> Self {
        let model = Mlp::new(2, &[16, 16, 1], &mut ChaCha8Rng::seed_from_u64(0));
        model.set_parameters(&numbers(&start["initial_params"]));
        let points = start["X"].as_array().expect("points").iter();
        Notebook {
            model,
            points: points.map(numbers).collect(),
            targets: numbers(&start["y"]),
            alpha,
        }
    }

    fn scores(&self) -> Vec<Value> {
        self.points
            .iter()
            .map(|point| self.model.forward_one(point))
            .collect()
    }

    fn loss(&self, scores: &[Value]) -> Value {
        max_margin_loss(scores, &self.targets) + l2_penalty(self.alpha, &self.model.parameters())
    }
}

#[test]
fn scores_and_gradients_of_the_first_step_are_those_of_micrograd() {
    let (start, run) = recorded();
    let notebook = Notebook::new(&start, number(&run["alpha"]));
    let scores = notebook.scores();
    notebook.loss(&scores).backward();

    let scores: Vec<f64> = scores.iter().map(Value::data).collect();
    assert_eq!(
        scores,
        numbers(&run["step0_scores"]),
        "the order of summation is micrograd's"
    );
    let gradients: Vec<f64> = notebook
        .model
        .parameters()
        .iter()
        .map(Value::grad)
        .collect();
    assert_close("gradient", &gradients, &numbers(&run["step0_grads"]), 1e-12);
}

#[test]
fn a_hundred_steps_have_the_losses_accuracies_and_final_parameters_of_micrograd() {
    let (start, run) = recorded();
    let notebook = Notebook::new(&start, number(&run["alpha"]));
    let parameters = notebook.model.parameters();
    let mut sgd = Sgd::new(1.0);
    let (mut losses, mut accuracies) = (Vec::new(), Vec::new());

    for k in 0..100 {
        let scores = notebook.scores();
        let loss = notebook.loss(&scores);
        losses.push(loss.data());
        accuracies.push(binary_accuracy(&scores, &notebook.targets));

        notebook.model.zero_grad();
        loss.backward();
        sgd.set_lr(1.0 - 0.9 * f64::from(k) / 100.0);
        sgd.step(&parameters);
    }

    let steps: Vec<Vec<f64>> = run["trajectory"]
        .as_array()
        .expect("steps")
        .iter()
        .map(numbers)
        .collect();
    let expected = |column: usize| steps.iter().map(|step| step[column]).collect::<Vec<f64>>();
    assert_eq!(accuracies, expected(1));
    assert_close("loss", &losses, &expected(0), 1e-6);
    let parameters: Vec<f64> = parameters.iter().map(Value::data).collect();
    assert_close(
        "parameter",
        &parameters,
        &numbers(&run["final_params"]),
        1e-6,
    );
}

#[test]
fn the_loss_is_made_of_as_many_operations_as_in_micrograd() {
    let (start, run) = recorded();
    let notebook = Notebook::new(&start, number(&run["alpha"]));
    let graph = Graph::of(&notebook.loss(&notebook.scores()));
    let count = |ops: &[Op]| {
        graph
            .nodes()
            .iter()
            .filter(|node| ops.contains(&node.op()))
            .count()
    };

    // Python's sum() adds to a 0 that we do without, once for the losses and once for the squares.
    assert_eq!(count(&[Op::Mul]), 30839);
    assert_eq!(count(&[Op::Add, Op::Sub]), 30938 - 2);
    assert_eq!(count(&[Op::Relu]), 3300);
    // The 100 points and all constants are plain numbers here.
    assert_eq!(count(&[Op::Leaf]), 337);
}

/// Where the run starts, and how it went.
fn recorded() -> (Json, Json) {
    let parse = |text| serde_json::from_str(text).expect("valid JSON");
    (
        parse(include_str!("../../../examples/data/moons.json")),
        parse(include_str!("../../data/moons_run.json")),
    )
}

fn number(json: &Json) -> f64 {
    json.as_f64().expect("a number")
}

fn numbers(json: &Json) -> Vec<f64> {
    json.as_array()
        .expect("a list")
        .iter()
        .map(number)
        .collect()
}

/// Fails with the component whose relative error is the largest.
fn assert_close(what: &str, ours: &[f64], theirs: &[f64], tolerance: f64) {
    assert_eq!(ours.len(), theirs.len());
    let error = |i: usize| (ours[i] - theirs[i]).abs() / theirs[i].abs().max(1e-3);
    let worst = (0..ours.len())
        .max_by(|&i, &j| error(i).total_cmp(&error(j)))
        .expect("a component");
    assert!(
        error(worst) <= tolerance,
        "{what} {worst} is {}, not {}: a relative error of {:.1e}",
        ours[worst],
        theirs[worst],
        error(worst)
    );
    println!("largest relative error of a {what}: {:.1e}", error(worst));
}
