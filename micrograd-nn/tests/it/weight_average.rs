//! The exponential average of the weights is PyTorch's, and leaves the weights as they are.

use crate::blame::assert_panics;
use micrograd_core::Value;
use micrograd_nn::{Metric, Sgd, Training, WeightAverage};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn it_is_that_of_pytorch() {
    // `AveragedModel` with `get_ema_multi_avg_fn(0.9)` of PyTorch 2.15, in 32-bit floats.
    let x = [Value::new(0.0)];
    let mut average = WeightAverage::new(0.9);
    for (number, expected) in [(1.0, 1.0), (3.0, 1.2), (-2.0, 0.88), (0.7, 0.862)] {
        x[0].set_data(number);
        average.update(&x);
        let found = average.numbers().expect("an average")[0];
        assert!((found - expected).abs() < 1e-15, "{found}");
    }
}

#[test]
fn the_weights_come_back_even_after_a_panic() {
    let x = [Value::new(1.0)];
    let mut average = WeightAverage::new(0.5);
    average.update(&x);
    x[0].set_data(3.0);
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        average.with(&x, || {
            assert_eq!(x[0], 1.0);
            panic!("while the average is there");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(x[0], 3.0);
}

#[test]
fn early_stopping_by_the_average_gives_back_the_average() {
    // The steps jump from 1 to −0.75, 0.5625, …; their averages with decay ½ are −0.75, −0.094, …
    let x = Value::new(1.0);
    let rng = ChaCha8Rng::seed_from_u64(1);
    let mut training = Training::new(&x, Sgd::new(0.875), rng)
        .epochs(6)
        .average_weights(0.5)
        .stop_early(1)
        .quiet();
    let history = training.run(|epoch| {
        epoch.step(&x.powi(2));
        epoch.with_average(|epoch| {
            epoch.report(Metric::lower_is_better("distance", x.data().abs()));
        });
    });
    let best = history.best().expect("a best epoch");
    assert_eq!((best.epoch, best.metric), (2, Some(0.093_75)));
    assert_eq!(x, -0.093_75);
}

#[test]
fn mistakes_are_named() {
    assert_panics(
        "the decay is 1.0; it must be at least 0 and below 1",
        || WeightAverage::new(1.0),
    );
    let mut average = WeightAverage::new(0.5);
    average.update(&[Value::new(1.0)]);
    assert_panics("an average of 1 parameters was given 2", || {
        average.update(&[Value::new(1.0), Value::new(2.0)]);
    });
}
