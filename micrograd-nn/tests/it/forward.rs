//! What networks compute, against plain arithmetic and central differences.

use micrograd_core::{Graph, Op, Value};
use micrograd_nn::{Activation, Forward, Layer, Mlp, Module, Neuron};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

/// The network's formula over plain numbers, from its parameters in their order.
fn plain_mlp(sizes: &[usize], parameters: &[f64], inputs: &[f64]) -> Vec<f64> {
    let mut signals = inputs.to_vec();
    let mut rest = parameters;
    for (layer, &neurons) in sizes[1..].iter().enumerate() {
        let width = signals.len() + 1;
        let (own, later) = rest.split_at(neurons * width);
        let last = layer + 2 == sizes.len();
        signals = own
            .chunks(width)
            .map(|neuron| {
                let weighted = neuron.iter().zip(&signals).map(|(w, x)| w * x);
                let sum = weighted.fold(neuron[width - 1], |sum, wx| sum + wx);
                if last { sum } else { sum.max(0.0) }
            })
            .collect();
        rest = later;
    }
    signals
}

fn numbers(values: &[Value]) -> Vec<f64> {
    values.iter().map(Value::data).collect()
}

#[test]
fn an_mlp_computes_what_its_formula_says() {
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let model = Mlp::new(3, &[5, 4, 2], &mut rng);
    for _ in 0..50 {
        let parameters: Vec<f64> = model.parameters().iter().map(|_| rng.random()).collect();
        model.set_parameters(&parameters);
        let inputs: [f64; 3] = [0, 1, 2].map(|_| rng.random_range(-3.0..3.0));
        assert_eq!(
            numbers(&model.forward(&inputs)),
            plain_mlp(&[3, 5, 4, 2], &parameters, &inputs)
        );
    }
}

#[test]
fn gradients_of_an_mlp_are_its_central_differences() {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let model = Mlp::new(2, &[6, 5, 1], &mut rng);
    let start = numbers(&model.parameters());
    let inputs = [0.3, -1.1];
    model.forward_one(&inputs).backward();

    let h = 1e-6;
    for (i, parameter) in model.parameters().iter().enumerate() {
        let at = |nudge: f64| {
            let mut moved = start.clone();
            moved[i] += nudge;
            plain_mlp(&[2, 6, 5, 1], &moved, &inputs)[0]
        };
        let difference = (at(h) - at(-h)) / (2.0 * h);
        let error = (parameter.grad() - difference).abs();
        assert!(
            error < 1e-8,
            "parameter {i}: {} against {difference}",
            parameter.grad()
        );
    }
}

#[test]
fn each_activation_bends_the_sum_of_its_neuron() {
    let y = |activation, bias: f64| {
        let neuron = Neuron::new(1, activation, &mut ChaCha8Rng::seed_from_u64(0));
        neuron.set_parameters(&[2.0, bias]);
        neuron.forward(&[1.0]).data()
    };
    assert_eq!(y(Activation::Linear, -3.0), -1.0);
    assert_eq!(y(Activation::Relu, -3.0), 0.0);
    assert_eq!(y(Activation::Relu, 0.5), 2.5);
    // tanh 1 = (e² − 1)/(e² + 1)
    assert!((y(Activation::Tanh, -1.0) - 0.761_594_155_955_764_9).abs() < 1e-15);
}

#[test]
fn every_neuron_of_a_layer_reads_the_same_inputs() {
    let layer = Layer::new(2, 3, Activation::Relu, &mut ChaCha8Rng::seed_from_u64(0));
    layer.set_parameters(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.5]);
    assert_eq!(layer.forward(&[3.0, -4.0]), [3.0, 0.0, 0.0]);
    assert_eq!(layer.forward(&[3.0, 4.0]), [3.0, 4.0, 7.5]);
}

#[test]
fn inputs_may_be_numbers_integers_values_or_references() {
    let model = Mlp::new(2, &[3, 1], &mut ChaCha8Rng::seed_from_u64(1));
    let [x, y] = [Value::new(2.0), Value::new(-1.0)];
    let row: Vec<f64> = [2.0, -1.0].into_iter().collect();
    let expected = model.forward_one(&[2.0, -1.0]);
    assert_eq!(model.forward_one(&[2, -1]), expected);
    assert_eq!(model.forward_one(&row), expected);
    assert_eq!(model.forward_one(&[&x, &y]), expected);
    assert_eq!(model.forward_one(&[x, y]), expected);
}

#[test]
fn numbers_as_inputs_make_no_leaves() {
    let model = Mlp::new(2, &[3, 1], &mut ChaCha8Rng::seed_from_u64(1));
    let leaves = |y: &Value| {
        Graph::of(y)
            .nodes()
            .iter()
            .filter(|node| node.op() == Op::Leaf)
            .count()
    };
    let parameters = model.parameters().len();
    assert_eq!(leaves(&model.forward_one(&[2.0, -1.0])), parameters);
    let values = [Value::new(2.0), Value::new(-1.0)];
    assert_eq!(leaves(&model.forward_one(&values)), parameters + 2);
}

#[test]
fn gradients_reach_inputs_that_are_values() {
    let neuron = Neuron::new(2, Activation::Linear, &mut ChaCha8Rng::seed_from_u64(1));
    neuron.set_parameters(&[0.25, -4.0, 1.0]);
    let inputs = [Value::new(2.0), Value::new(-1.0)];
    neuron.forward(&inputs).backward();
    assert_eq!(inputs.map(|x| x.grad()), [0.25, -4.0]); // ∂y/∂x = w
}
