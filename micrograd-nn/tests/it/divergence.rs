//! A run whose numbers stop being finite ends, with its history and with the last finite parameters.

use micrograd_core::Value;
use micrograd_nn::{Adam, Divergence, Metric, Optimizer, Sgd, StepError, Training};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn training<O: Optimizer>(x: &Value, optimizer: O) -> Training<'_, Value, O> {
    Training::new(x, optimizer, ChaCha8Rng::seed_from_u64(1)).quiet()
}

#[test]
fn a_loss_that_is_not_finite_ends_the_run_with_its_history() {
    let x = Value::new(2.0);
    let mut training = training(&x, Sgd::new(1.0)).epochs(9);
    let history = training.run(|epoch| {
        epoch.step(&x.ln()); // x falls: 2, 1.5, 0.8333…, −0.3666…
        epoch.step(&(&x * 1.0).ln().mul_add(1.0, 0.0));
    });
    let divergence = history.divergence().expect("ln of a negative number");
    assert!(
        matches!(divergence, Divergence::Loss { epoch: 2, step: 4, loss } if loss.is_nan()),
        "{divergence:?}"
    );
    assert_eq!(
        divergence.to_string(),
        "the loss of step 4 in epoch 2 is NaN"
    );
    assert_eq!(history.records().len(), 2);
    assert!(history.records()[1].loss.is_nan());
    assert_eq!(history.best().map(|best| best.epoch), Some(1));
    // The steps up to then were taken, and no others.
    assert_eq!(history.records()[1].steps, 3);
    let step = |x: f64| x - 1.0 / x;
    assert!((x.data() - step(step(step(2.0)))).abs() < 1e-12, "{x}");
    // It is over: another call does not go on with it.
    let history = training.run(|_| panic!("the run has diverged"));
    assert_eq!(history.records().len(), 2);
}

#[test]
fn what_an_epoch_does_after_the_divergence_changes_nothing() {
    let x = Value::new(1.0);
    let history = training(&x, Sgd::new(0.5)).epochs(3).run(|epoch| {
        assert!(!epoch.has_diverged());
        epoch.step(&(&x * f64::INFINITY));
        assert!(epoch.has_diverged());
        epoch.step(&x.powi(2));
        epoch.report(Metric::lower_is_better("x", x.data()));
    });
    assert_eq!((history.records().len(), x.data()), (1, 1.0));
    let message = history.divergence().map(ToString::to_string);
    assert_eq!(
        message.as_deref(),
        Some("the loss of step 1 in epoch 1 is inf")
    );
}

#[test]
fn a_metric_that_is_not_finite_ends_the_run() {
    let x = Value::new(1.0);
    let history = training(&x, Sgd::new(0.25)).epochs(5).run(|epoch| {
        epoch.step(&x.powi(2));
        let share = if epoch.number() < 3 { 0.5 } else { f64::NAN };
        epoch.report(Metric::higher_is_better("share", share));
    });
    assert_eq!(history.records().len(), 3);
    assert_eq!(history.best().map(|best| best.epoch), Some(1));
    let message = history.divergence().map(ToString::to_string);
    assert_eq!(
        message.as_deref(),
        Some("the metric `share` of epoch 3 is NaN")
    );
}

#[test]
fn a_metric_that_is_reported_before_the_first_step_counts_too() {
    let x = Value::new(1.0);
    let history = training(&x, Sgd::new(0.25)).epochs(5).run(|epoch| {
        epoch.report(Metric::higher_is_better("share", f64::INFINITY));
        epoch.step(&x.powi(2));
    });
    assert_eq!((history.records().len(), x.data()), (1, 1.0));
    assert!(history.divergence().is_some());
}

#[test]
fn a_step_that_overflows_ends_the_run_before_it() {
    let x = Value::new(1e100);
    let history = training(&x, Sgd::new(1e200)).epochs(5).run(|epoch| {
        epoch.step(&(&x * 1e150));
    });
    assert_eq!(x, 1e100);
    let Some(Divergence::Step {
        epoch: 1,
        step: 1,
        source,
    }) = history.divergence()
    else {
        panic!("{:?}", history.divergence())
    };
    assert_eq!(
        source.to_string(),
        "the step would move parameter 0 of 1 from 1e100 to -inf"
    );

    let x = Value::new(0.0);
    let history = training(&x, Sgd::new(0.1))
        .epochs(5)
        .run(|epoch| epoch.step(&x.sqrt()));
    let message = history.divergence().map(ToString::to_string);
    assert_eq!(
        message.as_deref(),
        Some("step 1 in epoch 1: the gradient of parameter 0 of 1 is inf")
    );
}

#[test]
fn early_stopping_gives_the_best_parameters_after_a_divergence() {
    let x = Value::new(1.0);
    let history = training(&x, Sgd::new(0.25))
        .epochs(9)
        .stop_early(5)
        .run(|epoch| {
            if epoch.number() == 3 {
                epoch.step(&(&x * f64::NAN));
            } else {
                epoch.step(&x.powi(2));
            }
            epoch.report(Metric::higher_is_better("x", x.data()));
        });
    assert_eq!((history.records().len(), x.data()), (3, 0.5));
}

#[test]
fn a_step_that_fails_is_a_result_and_changes_nothing() {
    let x = [Value::new(1.0), Value::new(2.0)];
    let mut adam = Adam::new(0.1);
    let before = adam.state();
    x[1].set_grad(f64::NAN);
    let error = adam.try_step(&x).expect_err("a NaN");
    assert!(
        matches!(error, StepError::Gradient { index: 1, .. }),
        "{error}"
    );
    // The mean of squares overflows: Adam would never move again.
    x[1].set_grad(1e200);
    let error = adam.try_step(&x).expect_err("an infinity");
    assert_eq!(
        error.to_string(),
        "the step would make number 1 of 2 in the list `exp_avg_sq` inf"
    );
    assert_eq!(adam.state(), before);
    assert_eq!((x[0].data(), x[1].data()), (1.0, 2.0));
    x[1].set_grad(1.0);
    assert_eq!(adam.try_step(&x), Ok(()));
    assert!((x[1].data() - 1.9).abs() < 1e-8);
}

#[cfg(feature = "safetensors")]
#[test]
fn the_checkpoint_stays_that_of_the_last_finite_epoch() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    let run = |factor: f64| {
        let x = Value::new(1.0);
        let history = training(&x, Sgd::new(0.25))
            .epochs(4)
            .run_resumable(&file, |epoch| {
                let factor = if epoch.number() == 3 { factor } else { 1.0 };
                epoch.step(&(factor * x.powi(2)));
            });
        (history.expect("it can be written"), x.data())
    };
    let (history, x) = run(f64::NAN);
    assert_eq!((history.records().len(), x), (3, 0.25));
    assert!(history.divergence().is_some());
    // Resumed with a program that is put right, it goes on from there.
    let (history, x) = run(1.0);
    assert_eq!((history.records().len(), x), (4, 0.0625));
    assert_eq!(history.divergence(), None);
}
