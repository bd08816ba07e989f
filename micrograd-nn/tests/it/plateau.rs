//! The learning rate falls where training gets no better, as PyTorch's does; the rates are those of
//! `ReduceLROnPlateau` of PyTorch 2.15.

use crate::blame::assert_panics;
use micrograd_core::Value;
use micrograd_nn::{Metric, ReduceLrOnPlateau, Sgd, Training};
use rand::{SeedableRng, rngs::ChaCha8Rng};

const ERRORS: [f64; 17] = [
    1.0, 0.9, 0.95, 0.91, 0.90, 0.8999, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.8, 0.81, 0.82, 0.83,
    0.84,
];
const RATES: [f64; 17] = [
    0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.15, 0.15, 0.15,
];

fn plateau() -> ReduceLrOnPlateau {
    ReduceLrOnPlateau::new(0.8)
        .factor(0.5)
        .patience(1)
        .cooldown(2)
        .min_lr(0.15)
}

#[test]
fn the_rates_are_those_of_pytorch() {
    let mut falling = plateau();
    let error = |value| Metric::lower_is_better("error", value);
    assert_eq!(ERRORS.map(|value| falling.observe(&error(value))), RATES);

    let mut rising = ReduceLrOnPlateau::new(0.8)
        .factor(0.25)
        .patience(2)
        .threshold(0.01);
    let accuracies = [
        0.5, 0.500_04, 0.6, 0.6, 0.6, 0.6, 0.605, 0.61, 0.61, 0.7, 0.69, 0.68, 0.67, 0.66,
    ];
    let rates =
        accuracies.map(|value| rising.observe(&Metric::higher_is_better("accuracy", value)));
    let expected = [
        0.8, 0.8, 0.8, 0.8, 0.8, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.05, 0.05,
    ];
    assert_eq!(rates, expected);
}

#[test]
fn a_negative_number_must_get_better_too() {
    // PyTorch takes −0.99995 for better than −1.
    let mut plateau = ReduceLrOnPlateau::new(1.0).patience(0);
    plateau.observe(&Metric::lower_is_better("energy", -1.0));
    let rate = plateau.observe(&Metric::lower_is_better("energy", -0.999_95));
    assert_eq!(rate, 0.1);
}

/// The rate of each epoch, of which the first come without a metric.
fn rates(without: usize) -> Vec<f64> {
    let x = Value::new(0.0);
    let rng = ChaCha8Rng::seed_from_u64(1);
    let mut training = Training::new(&x, Sgd::new(0.8), rng)
        .epochs(ERRORS.len() as u64)
        .reduce_on_plateau(plateau())
        .quiet();
    let mut numbers = ERRORS.into_iter();
    let history = training.run(|epoch| {
        let error = numbers.next().expect("one for each epoch");
        if without == ERRORS.len() {
            epoch.step(&(&x * 0.0 + error));
            return;
        }
        epoch.step(&(&x * 0.0 + 7.0));
        if epoch.number() > without as u64 {
            epoch.report(Metric::lower_is_better("error", error));
        }
    });
    history.records().iter().map(|record| record.lr).collect()
}

#[test]
fn a_run_watches_the_metric_or_else_the_loss() {
    // The rate of an epoch is decided by those before it.
    let expected: Vec<f64> = [0.8].into_iter().chain(RATES).take(17).collect();
    assert_eq!(rates(0), expected);
    assert_eq!(rates(ERRORS.len()), expected);
}

#[test]
fn losses_do_not_count_beside_a_metric_that_begins_later() {
    // Epochs 1 to 3 lose the same 7.0, which reduces the rate; epoch 4 reports the first metric.
    let found = rates(3);
    assert_eq!(found[..5], [0.8, 0.8, 0.8, 0.4, 0.8]);
}

#[test]
fn options_that_it_cannot_have() {
    assert_panics(
        "the factor is 1.0; it must be at least 0 and below 1",
        || ReduceLrOnPlateau::new(0.1).factor(1.0),
    );
    assert_panics(
        "the threshold is -1.0; it must be finite and at least 0",
        || ReduceLrOnPlateau::new(0.1).threshold(-1.0),
    );
}
