//! Initial weights: uniform in [−1, 1), the same on every machine, drawn in the order of the
//! parameters.

use micrograd_core::Value;
use micrograd_nn::{Mlp, Module};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn initial(inputs: usize, outputs: &[usize], seed: u64) -> Vec<f64> {
    let model = Mlp::new(inputs, outputs, &mut ChaCha8Rng::seed_from_u64(seed));
    model.parameters().iter().map(Value::data).collect()
}

#[test]
fn a_seed_gives_the_same_weights_on_every_machine() {
    // From a ChaCha8 written in Python after its specification: each weight is 52 bits of the
    // next 64, spread over [−1, 1). Biases are 0 and draw nothing.
    assert_eq!(
        initial(2, &[2, 1], 1337),
        [
            0.339_915_667_646_132_57,
            0.111_626_568_444_882_95,
            0.0,
            0.929_871_690_678_878_4,
            0.564_452_839_221_400_1,
            0.0,
            0.824_194_289_494_439_8,
            0.302_564_857_642_801_94,
            0.0,
        ]
    );
}

#[test]
fn weights_are_uniform_between_minus_one_and_one() {
    let (neurons, inputs) = (100, 200);
    let parameters = initial(inputs, &[neurons], 7);
    let weights: Vec<f64> = parameters
        .chunks(inputs + 1)
        .flat_map(|neuron| &neuron[..inputs])
        .copied()
        .collect();
    assert_eq!(weights.len(), 20_000);
    assert!(weights.iter().all(|w| (-1.0..1.0).contains(w)));

    // Ten equal bins of 2000 expected: 5 standard deviations are 5·√(2000·0.9) ≈ 212.
    for bin in 0..10 {
        let low = -1.0 + 0.2 * f64::from(bin);
        let count = weights
            .iter()
            .filter(|&&w| (low..low + 0.2).contains(&w))
            .count();
        assert!(
            count.abs_diff(2000) < 212,
            "{count} weights in [{low}, {low} + 0.2)"
        );
    }
}

#[test]
fn biases_start_at_zero() {
    let parameters = initial(3, &[5], 7);
    assert!(parameters.chunks(4).all(|neuron| neuron[3] == 0.0));
}

#[test]
fn another_seed_gives_other_weights() {
    assert_ne!(initial(2, &[2], 1), initial(2, &[2], 2));
}
