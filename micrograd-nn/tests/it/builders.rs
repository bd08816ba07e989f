//! Networks whose activations, biases and initial numbers are chosen.

use micrograd_core::Value;
use micrograd_nn::{Activation, Forward, Init, Layer, Mlp, Module};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1337)
}

fn numbers(module: &impl Module) -> Vec<f64> {
    module.parameters().iter().map(Value::data).collect()
}

#[test]
fn new_is_the_builder_with_micrograd_s_choices() {
    let built = Mlp::builder(2)
        .layer(16, Activation::Relu)
        .layer(16, Activation::Relu)
        .layer(1, Activation::Linear)
        .bias(true)
        .init(Init::Uniform(1.0))
        .build(&mut rng());
    let new = Mlp::new(2, &[16, 16, 1], &mut rng());
    assert_eq!(numbers(&built), numbers(&new));
    assert_eq!(built.to_string(), new.to_string());
    assert_eq!(Init::default(), Init::Uniform(1.0));
}

#[test]
fn every_layer_has_its_own_activation() {
    let model = Mlp::builder(1)
        .layer(1, Activation::Tanh)
        .layer(1, Activation::Sigmoid)
        .layer(1, Activation::LeakyRelu(0.5))
        .build(&mut rng());
    model.set_parameters(&[2.0, 0.5, -3.0, 1.0, 4.0, -2.0]);
    let sigmoid = |s: f64| 1.0 / (1.0 + (-s).exp());
    let s = 4.0 * sigmoid(-3.0 * (2.0 * 0.75_f64 + 0.5).tanh() + 1.0) - 2.0;
    assert!(s < 0.0);
    assert!((model.forward_one(&[0.75]).data() - 0.5 * s).abs() < 1e-15);
    assert_eq!(
        model.to_string(),
        "MLP of [Layer of [TanhNeuron(1)], Layer of [SigmoidNeuron(1)], \
         Layer of [LeakyReLU(0.5)Neuron(1)]]"
    );
}

#[test]
fn without_biases_only_weights_are_left() {
    let model = Mlp::builder(2)
        .layer(2, Activation::Relu)
        .layer(1, Activation::Linear)
        .bias(false)
        .build(&mut rng());
    let names: Vec<String> = model
        .named_parameters()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        names,
        [
            "layers.0.neurons.0.weights.0",
            "layers.0.neurons.0.weights.1",
            "layers.0.neurons.1.weights.0",
            "layers.0.neurons.1.weights.1",
            "layers.1.neurons.0.weights.0",
            "layers.1.neurons.0.weights.1",
        ]
    );
    let tensors = model.tensors();
    let names: Vec<&str> = tensors
        .iter()
        .map(micrograd_nn::ParameterTensor::name)
        .collect();
    assert_eq!(names, ["layers.0.weight", "layers.1.weight"]);
    model.set_parameters(&[1.0, 2.0, 3.0, -4.0, 5.0, 6.0]);
    // relu(1·7 + 2·1)·5 + relu(3·7 − 4·1)·6
    assert_eq!(model.forward_one(&[7.0, 1.0]), 9.0 * 5.0 + 17.0 * 6.0);
    assert_eq!(model.forward_one(&[0.0, 0.0]), 0.0);
}

#[test]
fn an_initialiser_sees_the_sizes_of_each_layer() {
    let model = Mlp::builder(100)
        .layer(50, Activation::Relu)
        .layer(4, Activation::Linear)
        .init(Init::KaimingUniform)
        .build(&mut rng());
    let largest = |numbers: &[f64]| numbers.iter().fold(0.0_f64, |m, w| m.max(w.abs()));
    let numbers = numbers(&model);
    let (first, second) = numbers.split_at(50 * 101);
    let [a, b] = [(6.0_f64 / 100.0).sqrt(), (6.0_f64 / 50.0).sqrt()];
    assert!(
        (0.99 * a..=a).contains(&largest(first)),
        "{} of {a}",
        largest(first)
    );
    assert!(
        (0.97 * b..=b).contains(&largest(second)),
        "{} of {b}",
        largest(second)
    );
}

#[test]
fn a_layer_of_its_own_has_the_same_choices() {
    let layer = Layer::builder(3, 2, Activation::Silu)
        .bias(false)
        .init(Init::Constant(0.5))
        .build(&mut rng());
    assert_eq!(numbers(&layer), [0.5; 6]);
    let x = 0.5 * (1.0 + 2.0 + 3.0);
    let expected = x / (1.0 + f64::exp(-x));
    for y in layer.forward(&[1.0, 2.0, 3.0]) {
        assert!((y.data() - expected).abs() < 1e-15);
    }
}
