//! Early stopping gives back the parameters whose loss or metric was the best one seen.

use micrograd_core::Value;
use micrograd_nn::{History, Metric, Sgd, Training};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn training(x: &Value, lr: f64) -> Training<'_, Value, Sgd> {
    Training::new(x, Sgd::new(lr), ChaCha8Rng::seed_from_u64(1)).quiet()
}

fn losses(history: &History) -> Vec<f64> {
    history.records().iter().map(|record| record.loss).collect()
}

#[test]
fn stopped_by_the_loss_the_model_has_the_best_loss_that_was_seen() {
    // Of x², a step of 0.375 leaves a quarter of x; the third one jumps away.
    let x = Value::new(1.0);
    let history = training(&x, 0.1)
        .epochs(5)
        .stop_early(2)
        .schedule(|step: u64| [0.375, 0.375, 50.0, 0.0, 0.0][usize::try_from(step).unwrap_or(0)])
        .run(|epoch| epoch.step(&x.powi(2)));
    let best = history.best().expect("there is a best");
    assert_eq!((best.epoch, best.loss), (3, 1.0 / 256.0));
    assert_eq!(x.data().powi(2), best.loss, "{:?}", losses(&history));
}

#[test]
fn of_several_steps_the_last_parameters_whose_loss_was_seen_are_kept() {
    // x falls by 1 with each step, up to 3 and then up again.
    let x = Value::new(8.0);
    let history = training(&x, 1.0).epochs(4).stop_early(1).run(|epoch| {
        for _ in 0..2 {
            epoch.step(&(&x - 3.0).abs());
        }
    });
    // 5 and 4, 3 and 2, 1 and 0, then 0 again (|x| has the slope 0 at 0).
    assert_eq!(losses(&history), [4.5, 2.5, 0.5, 0.0]);
    assert_eq!(x, 3.0);

    let x = Value::new(8.0);
    let rates = [1.0, 1.0, 1.0, 100.0, 1.0, 1.0];
    let history = training(&x, 1.0)
        .epochs(3)
        .stop_early(1)
        .schedule(move |step: u64| rates[usize::try_from(step).unwrap_or(0)])
        .run(|epoch| {
            for _ in 0..2 {
                epoch.step(&(&x - 3.0).abs());
            }
        });
    assert_eq!(
        history.best().map(|best| (best.epoch, best.loss)),
        Some((2, 2.5))
    );
    assert_eq!(x, 5.0); // 8, 7, 6, 5, and the jump
}

#[test]
fn the_metric_is_of_the_parameters_at_its_report() {
    let x = Value::new(3.0);
    let history = training(&x, 0.1).epochs(4).stop_early(1).run(|epoch| {
        let distance = (x.data() - 2.4).abs();
        epoch.report(Metric::lower_is_better("distance from 2.4", distance));
        epoch.step(&x.powi(2));
    });
    assert_eq!(history.best().map(|best| best.epoch), Some(2)); // 3, 2.4, 1.92
    assert!((x.data() - 2.4).abs() < 1e-12, "{x}");
}

#[cfg(feature = "safetensors")]
#[test]
fn early_stopping_that_is_added_on_resuming_knows_the_best_parameters() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    let run = |epochs, stops: bool| {
        let x = Value::new(3.0);
        let mut training = training(&x, 0.1).epochs(epochs);
        if stops {
            training = training.stop_early(2);
        }
        let history = training.run_resumable(&file, |epoch| {
            epoch.step(&x.powi(2));
            let distance = (x.data() - 2.0).abs();
            epoch.report(Metric::lower_is_better("distance from 2", distance));
        });
        (history.expect("it fits").records().len(), x.data())
    };
    assert_eq!(run(6, false).0, 6);
    // 3, 2.4, 1.92, 1.536, …: the second epoch was the best, and four were no better.
    let (epochs, x) = run(20, true);
    assert_eq!(epochs, 6);
    assert!((x - 1.92).abs() < 1e-12, "{x}");
}
