//! Activations against their formulas, computed with 40 digits.

use micrograd_core::Value;
use micrograd_nn::{Activation, Forward, Neuron};
use rand::{SeedableRng, rngs::ChaCha8Rng};

const POINTS: [f64; 3] = [-2.0, -0.5, 1.5];

const CASES: [(Activation, &str, [f64; 3]); 9] = [
    (Activation::Linear, "Linear", POINTS),
    (Activation::Relu, "ReLU", [0.0, 0.0, 1.5]),
    (
        Activation::LeakyRelu(0.1),
        "LeakyReLU(0.1)",
        [-0.2, -0.05, 1.5],
    ),
    (
        Activation::Elu(2.0),
        "ELU(2)",
        [-1.729_329_433_526_774_6, -0.786_938_680_574_733_2, 1.5],
    ),
    (
        Activation::Sigmoid,
        "Sigmoid",
        [
            0.119_202_922_022_117_56,
            0.377_540_668_798_145_46,
            0.817_574_476_193_643_7,
        ],
    ),
    (
        Activation::Tanh,
        "Tanh",
        [
            -0.964_027_580_075_816_9,
            -0.462_117_157_260_009_74,
            0.905_148_253_644_866_4,
        ],
    ),
    (
        Activation::Softplus,
        "Softplus",
        [
            0.126_928_011_042_972_5,
            0.474_076_984_180_106_7,
            1.701_413_277_982_752_4,
        ],
    ),
    (
        Activation::Gelu,
        "GELU",
        [
            -0.045_500_263_896_358_42,
            -0.154_268_769_362_993_44,
            1.399_789_198_096_713,
        ],
    ),
    (
        Activation::Silu,
        "SiLU",
        [
            -0.238_405_844_044_235_12,
            -0.188_770_334_399_072_73,
            1.226_361_714_290_465_5,
        ],
    ),
];

#[test]
fn each_activation_is_its_formula() {
    for (activation, name, expected) in CASES {
        for (y, expected) in activation.forward(&POINTS).iter().zip(expected) {
            assert!(
                (y.data() - expected).abs() < 1e-15,
                "{name}: {} is not {expected}",
                y.data()
            );
        }
    }
}

#[test]
fn slopes_are_the_differences_of_the_formula() {
    let h = 1e-6;
    for (activation, name, _) in CASES {
        for point in POINTS {
            let at = |x: f64| activation.apply(Value::new(x)).data();
            let difference = (at(point + h) - at(point - h)) / (2.0 * h);
            let x = Value::new(point);
            activation.apply(x.clone()).backward();
            assert!(
                (x.grad() - difference).abs() < 1e-9,
                "{name} at {point}: {}",
                x.grad()
            );
        }
    }
}

#[test]
fn a_neuron_prints_the_name_of_its_activation() {
    for (activation, name, _) in CASES {
        let neuron = Neuron::new(2, activation, &mut ChaCha8Rng::seed_from_u64(0));
        assert_eq!(neuron.to_string(), format!("{name}Neuron(2)"));
    }
}
