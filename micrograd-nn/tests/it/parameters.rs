//! Parameters: their order, their names, and setting them.

use micrograd_core::Value;
use micrograd_nn::{Forward, Mlp, Module, ParameterPath};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn model(inputs: usize, outputs: &[usize]) -> Mlp {
    Mlp::new(inputs, outputs, &mut ChaCha8Rng::seed_from_u64(0))
}

#[test]
fn parameters_come_layer_by_layer_neuron_by_neuron_weights_then_bias() {
    let names: Vec<String> = model(2, &[2, 1])
        .named_parameters()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        names,
        [
            "layers.0.neurons.0.weights.0",
            "layers.0.neurons.0.weights.1",
            "layers.0.neurons.0.bias",
            "layers.0.neurons.1.weights.0",
            "layers.0.neurons.1.weights.1",
            "layers.0.neurons.1.bias",
            "layers.1.neurons.0.weights.0",
            "layers.1.neurons.0.weights.1",
            "layers.1.neurons.0.bias",
        ]
    );
}

#[test]
fn numbers_are_set_in_the_order_in_which_parameters_are_listed() {
    let model = model(2, &[2, 1]);
    let numbers = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
    model.set_parameters(&numbers);
    assert_eq!(model.parameters(), numbers);
    // Hidden: 1·10 + 2·20 + 3 = 53, 4·10 + 5·20 + 6 = 146; output: 7·53 + 8·146 + 9.
    assert_eq!(model.forward_one(&[10, 20]), 1548);
}

#[test]
fn parameters_are_handles_of_the_model_s_own_values() {
    let model = model(1, &[1]);
    model.parameters()[1].set_data(0.75);
    assert_eq!(model.parameters()[1], 0.75);
}

#[test]
fn zero_grad_clears_every_parameter() {
    let model = model(2, &[3, 1]);
    model.forward_one(&[1.0, -1.0]).backward();
    assert!(
        model
            .parameters()
            .iter()
            .any(|parameter| parameter.grad() != 0.0)
    );
    model.zero_grad();
    assert!(
        model
            .parameters()
            .iter()
            .all(|parameter| parameter.grad() == 0.0)
    );
}

/// A module of every kind of field.
struct Mixed {
    scale: Value,
    pair: [Value; 2],
    heads: Vec<Mlp>,
    gate: Option<Value>,
    unused: Option<Value>,
    rest: Box<dyn Module>,
}

impl Module for Mixed {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        self.scale.visit_parameters(&path.field("scale"), visit);
        self.pair.visit_parameters(&path.field("pair"), visit);
        self.heads.visit_parameters(&path.field("heads"), visit);
        self.gate.visit_parameters(&path.field("gate"), visit);
        self.unused.visit_parameters(&path.field("unused"), visit);
        self.rest.visit_parameters(&path.field("rest"), visit);
    }
}

#[test]
fn a_module_of_values_lists_options_and_boxes_names_each_by_its_path() {
    let mixed = Mixed {
        scale: Value::new(1.0),
        pair: [Value::new(2.0), Value::new(3.0)],
        heads: vec![model(1, &[1])],
        gate: Some(Value::new(6.0)),
        unused: None,
        rest: Box::new(vec![Value::new(7.0)]),
    };
    mixed.set_parameters(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    let named: Vec<(String, f64)> = mixed
        .named_parameters()
        .into_iter()
        .map(|(name, value)| (name, value.data()))
        .collect();
    let expected = [
        ("scale", 1.0),
        ("pair.0", 2.0),
        ("pair.1", 3.0),
        ("heads.0.layers.0.neurons.0.weights.0", 4.0),
        ("heads.0.layers.0.neurons.0.bias", 5.0),
        ("gate", 6.0),
        ("rest.0", 7.0),
    ];
    assert_eq!(
        named,
        expected.map(|(name, number)| (name.to_owned(), number))
    );
}
