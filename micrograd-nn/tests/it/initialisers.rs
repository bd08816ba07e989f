//! Initialisers: their bounds and variances, and the same numbers on every machine.

use micrograd_core::Value;
use micrograd_nn::{Activation, Init, Layer, Linear, Module};
use rand::{SeedableRng, rngs::ChaCha8Rng};

const UNIFORM: [(Init, f64); 4] = [
    // For fan_in 64 and fan_out 32.
    (Init::Uniform(0.3), 0.3),
    (Init::TorchLinear, 0.125),                       // 1/√64
    (Init::XavierUniform, 0.25),                      // √(6/96)
    (Init::KaimingUniform, 0.306_186_217_847_897_24), // √(6/64)
];

const NORMAL: [(Init, f64); 3] = [
    (Init::Normal(0.3), 0.3),
    (Init::XavierNormal, 0.144_337_567_297_406_44), // √(2/96)
    (Init::KaimingNormal, 0.176_776_695_296_636_9), // √(2/64)
];

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1337)
}

fn weights(init: Init) -> Vec<f64> {
    let mut rng = rng();
    (0..20_000).map(|_| init.weight(64, 32, &mut rng)).collect()
}

fn mean(numbers: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = f64::from(u32::try_from(numbers.len()).expect("few"));
    numbers.sum::<f64>() / count
}

#[test]
fn uniform_weights_fill_their_bounds_and_never_leave_them() {
    for (init, bound) in UNIFORM {
        let weights = weights(init);
        let largest = weights
            .iter()
            .fold(0.0_f64, |largest, w| largest.max(w.abs()));
        assert!(
            (0.999 * bound..=bound).contains(&largest),
            "{init:?}: {largest} of {bound}"
        );
        // The mean of 20 000 has the deviation bound/√(3·20000).
        assert!(
            mean(weights.iter().copied()).abs() < 5.0 * bound / 245.0,
            "{init:?}"
        );
        let variance = mean(weights.iter().map(|w| w * w));
        assert!(
            (variance / (bound * bound / 3.0) - 1.0).abs() < 0.03,
            "{init:?}: {variance}"
        );
    }
}

#[test]
fn normal_weights_have_their_deviation_and_the_tails_of_the_bell() {
    for (init, sigma) in NORMAL {
        let weights = weights(init);
        assert!(
            mean(weights.iter().copied()).abs() < 5.0 * sigma / 141.0,
            "{init:?}"
        );
        let variance = mean(weights.iter().map(|w| w * w));
        assert!(
            (variance / (sigma * sigma) - 1.0).abs() < 0.05,
            "{init:?}: {variance}"
        );
        // Φ(k) − Φ(−k)
        for (k, share) in [(0.5, 0.3829), (1.0, 0.6827), (2.0, 0.9545), (3.0, 0.9973)] {
            let within = mean(weights.iter().map(|w| f64::from(w.abs() < k * sigma)));
            assert!(
                (within - share).abs() < 0.018,
                "{init:?}: {within} within {k} deviations"
            );
        }
    }
}

#[test]
fn normal_weights_are_the_same_on_every_machine() {
    // The polar method over a ChaCha8 written in Python after its specification, with a logarithm
    // of 40 digits.
    let expected = [
        1.926_441_201_694_951_7,
        0.677_291_928_498_962_6,
        0.632_922_049_889_194_2,
        0.939_008_479_269_087_1,
        0.109_525_794_561_696_66,
        -0.751_438_538_017_702_3,
    ];
    let mut rng = rng();
    for expected in expected {
        let weight = Init::Normal(1.0).weight(1, 1, &mut rng);
        assert!(
            (weight / expected - 1.0).abs() < 4e-16,
            "{weight} is not {expected}"
        );
    }
}

#[test]
fn a_linear_map_draws_pytorch_s_bounds_row_by_row_and_then_its_biases() {
    // The same ChaCha8, over ±1/√3.
    let linear = Linear::new(3, 2, &mut rng());
    let expected = [
        0.196_250_402_217_266_08,
        0.064_447_629_340_367_41,
        0.536_861_670_925_263,
        0.325_886_998_669_323_9,
        0.475_848_794_904_167_3,
        0.174_685_902_007_392_5,
        0.483_615_339_337_156_17,
        0.177_905_100_508_574_1,
    ];
    let parameters = linear.parameters();
    assert_eq!(parameters.len(), expected.len());
    for (parameter, expected) in parameters.iter().zip(expected) {
        assert!(
            (parameter.data() - expected).abs() < 1e-15,
            "{parameter} is not {expected}"
        );
    }
}

#[test]
fn a_layer_draws_the_biases_of_torch_linear_after_each_neuron_s_weights() {
    let layer = |init| {
        let builder = Layer::builder(3, 2, Activation::Tanh);
        let layer = builder.init(init).build(&mut rng());
        layer
            .parameters()
            .iter()
            .map(Value::data)
            .collect::<Vec<f64>>()
    };
    let expected = layer(Init::Uniform(1.0 / 3_f64.sqrt()));
    let torch = layer(Init::TorchLinear);
    assert_eq!(torch[..3], expected[..3]);
    assert_eq!(
        torch[3], expected[4],
        "the first bias comes where the fourth weight was drawn"
    );
    assert_eq!(expected[3], 0.0);
}

#[test]
fn fan_out_is_the_number_of_neurons() {
    let layer = Layer::builder(3, 2, Activation::Tanh).init(Init::XavierUniform);
    let parameters = layer.build(&mut rng()).parameters();
    // The same ChaCha8, over ±√(6/(3 + 2)).
    assert!((parameters[0].data() - 0.372_358_957_638_431_63).abs() < 1e-15);
    assert!((parameters[2].data() - 1.018_623_401_140_576_1).abs() < 1e-15);
    assert_eq!(parameters[3], 0.0);
    assert!((parameters[4].data() - 0.618_327_105_378_795_1).abs() < 1e-15);
}

#[test]
fn constants_draw_nothing() {
    let mut rng = rng();
    let linear = Linear::builder(2, 2)
        .init(Init::Constant(0.25))
        .build(&mut rng);
    assert_eq!(linear.parameters(), [0.25, 0.25, 0.25, 0.25, 0.0, 0.0]);
    assert_eq!(rng, self::rng());
}
