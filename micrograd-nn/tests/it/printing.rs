//! Networks print as micrograd's do.

use micrograd_nn::{Activation, Layer, Mlp, Neuron};
use rand::{SeedableRng, rngs::ChaCha8Rng};

#[test]
fn neurons_print_their_activation_and_number_of_inputs() {
    let print =
        |activation| Neuron::new(3, activation, &mut ChaCha8Rng::seed_from_u64(0)).to_string();
    assert_eq!(print(Activation::Relu), "ReLUNeuron(3)");
    assert_eq!(print(Activation::Linear), "LinearNeuron(3)");
    assert_eq!(print(Activation::Tanh), "TanhNeuron(3)");
}

#[test]
fn a_layer_of_one_neuron_is_still_a_list() {
    let layer = Layer::new(4, 1, Activation::Linear, &mut ChaCha8Rng::seed_from_u64(0));
    assert_eq!(layer.to_string(), "Layer of [LinearNeuron(4)]");
}

#[test]
fn all_layers_but_the_last_are_relu() {
    let print = |inputs, outputs: &[usize]| {
        Mlp::new(inputs, outputs, &mut ChaCha8Rng::seed_from_u64(0)).to_string()
    };
    assert_eq!(
        print(2, &[2, 1]),
        "MLP of [Layer of [ReLUNeuron(2), ReLUNeuron(2)], Layer of [LinearNeuron(2)]]"
    );
    assert_eq!(
        print(1, &[2, 1, 2]),
        "MLP of [Layer of [ReLUNeuron(1), ReLUNeuron(1)], Layer of [ReLUNeuron(2)], \
         Layer of [LinearNeuron(1), LinearNeuron(1)]]"
    );
    assert_eq!(print(3, &[1]), "MLP of [Layer of [LinearNeuron(3)]]");
}

#[test]
fn the_network_of_the_notebook_prints_as_in_the_notebook() {
    let layer =
        |neuron: &str, neurons| format!("Layer of [{}]", [neuron].repeat(neurons).join(", "));
    let model = Mlp::new(2, &[16, 16, 1], &mut ChaCha8Rng::seed_from_u64(0));
    let layers = [
        layer("ReLUNeuron(2)", 16),
        layer("ReLUNeuron(16)", 16),
        layer("LinearNeuron(16)", 1),
    ];
    assert_eq!(model.to_string(), format!("MLP of [{}]", layers.join(", ")));
}
