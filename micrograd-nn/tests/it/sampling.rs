//! What is drawn comes as often as its probability says.

use crate::blame::assert_panics;
use micrograd_core::Value;
use micrograd_nn::sample_softmax;
use rand::{SeedableRng, rngs::ChaCha8Rng};

const DRAWS: u32 = 40_000;

fn counts<const N: usize>(logits: [f64; N], temperature: f64) -> [u32; N] {
    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    let logits = logits.map(Value::new);
    let mut counts = [0; N];
    for _ in 0..DRAWS {
        counts[sample_softmax(&logits, temperature, &mut rng)] += 1;
    }
    counts
}

/// Fails if a count is more than 5 standard deviations from its expectation.
#[track_caller]
fn assert_probabilities<const N: usize>(counts: [u32; N], probabilities: [f64; N]) {
    for (count, p) in counts.into_iter().zip(probabilities) {
        let expected = p * f64::from(DRAWS);
        let deviation = (expected * (1.0 - p)).sqrt();
        assert!(
            (f64::from(count) - expected).abs() <= 5.0 * deviation,
            "{count} times, {expected} expected"
        );
    }
}

#[test]
fn at_temperature_1_probabilities_are_those_of_softmax() {
    let logits = [0.1_f64.ln(), 0.6_f64.ln(), 0.3_f64.ln()].map(|z| z + 1000.0);
    assert_probabilities(counts(logits, 1.0), [0.1, 0.6, 0.3]);
}

#[test]
fn temperature_is_an_exponent_of_the_probabilities() {
    // p^(1/T) brought to the sum 1: squares at T = ½, roots at T = 2.
    let logits = [0.1_f64.ln(), 0.9_f64.ln()];
    assert_probabilities(counts(logits, 0.5), [0.01 / 0.82, 0.81 / 0.82]);
    assert_probabilities(counts(logits, 2.0), [0.25, 0.75]);
}

#[test]
fn near_temperature_0_the_largest_is_always_drawn() {
    assert_eq!(counts([1.0, 2.0, -3.0], 1e-300), [0, DRAWS, 0]);
}

#[test]
fn what_has_no_probability_is_never_drawn() {
    let counts = counts([f64::NEG_INFINITY, 0.0, -1e300], 1.0);
    assert_eq!(counts, [0, DRAWS, 0]);
}

#[test]
fn there_must_be_something_to_choose_by() {
    let draw = |logits: &[f64], temperature: f64| {
        let logits: Vec<Value> = logits.iter().copied().map(Value::new).collect();
        sample_softmax(&logits, temperature, &mut ChaCha8Rng::seed_from_u64(0))
    };
    for temperature in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let message = format!("the temperature is {temperature:?}; it must be finite and above 0");
        assert_panics(&message, || {
            sample_softmax(
                &[Value::new(0.0)],
                temperature,
                &mut ChaCha8Rng::seed_from_u64(0),
            )
        });
    }
    assert_panics("the largest of 0 logits is undefined", || draw(&[], 1.0));
    assert_panics(
        "logit 1 of 2 is NaN, and the largest 0.0: there is nothing to choose by",
        || draw(&[0.0, f64::NAN], 1.0),
    );
    assert_panics(
        "logit 0 of 1 is inf, and the largest inf: there is nothing to choose by",
        || draw(&[f64::INFINITY], 1.0),
    );
}
