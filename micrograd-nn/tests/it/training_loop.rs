//! The loop around the steps: what it records, when it stops, and what it refuses.

use micrograd_core::{Value, grad};
use micrograd_nn::{History, Metric, Sgd, Training};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(3)
}

/// Reports these numbers, one in each epoch, with a patience of 2.
fn run(metrics: &[f64], higher_is_better: bool) -> (History, f64) {
    let x = Value::new(0.0);
    let history = Training::new(&x, Sgd::new(1.0), rng())
        .epochs(metrics.len() as u64)
        .stop_early(2)
        .quiet()
        .run(|epoch| {
            epoch.step(&-&x); // x counts the epochs
            let metric = metrics[usize::try_from(epoch.number()).expect("it is small") - 1];
            epoch.report(if higher_is_better {
                Metric::higher_is_better("score", metric)
            } else {
                Metric::lower_is_better("cost", metric)
            });
        });
    (history, x.data())
}

#[test]
fn it_stops_after_patience_epochs_that_are_no_better_and_keeps_the_best() {
    // An equal epoch is no better.
    let (history, x) = run(&[1.0, 3.0, 2.0, 3.0, 9.0], true);
    assert_eq!(history.records().len(), 4);
    assert_eq!((history.best().expect("a best").epoch, x), (2, 2.0));

    let (history, x) = run(&[3.0, 2.5, 2.75, 2.0, 2.25, 2.5, 0.0], false);
    assert_eq!(history.records().len(), 6);
    assert_eq!((history.best().expect("a best").epoch, x), (4, 4.0));

    let (history, x) = run(&[3.0, 2.0, 1.0], false);
    assert_eq!((history.records().len(), x), (3, 3.0));
}

#[test]
fn losses_are_means_over_the_steps_before_their_updates() {
    let x = Value::new(8.0);
    let history = Training::new(&x, Sgd::new(0.25), rng())
        .epochs(2)
        .quiet()
        .run(|epoch| {
            for _ in 0..2 {
                epoch.step(&grad! { x ** 2 }); // halves x
            }
        });
    let losses: Vec<f64> = history.records().iter().map(|record| record.loss).collect();
    assert_eq!(losses, [f64::midpoint(64.0, 16.0), f64::midpoint(4.0, 1.0)]);
    assert_eq!(history.records()[1].steps, 4);
}

#[test]
fn batches_hold_every_sample_once_in_an_order_that_only_the_seed_decides() {
    let orders = |seed| {
        let x = Value::new(1.0);
        let mut orders = Vec::new();
        Training::new(&x, Sgd::new(0.0), ChaCha8Rng::seed_from_u64(seed))
            .epochs(2)
            .quiet()
            .run(|epoch| {
                let batches = epoch.batches(10, 4);
                assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4, 2]);
                orders.push(batches.concat());
                epoch.step(&x.powi(2));
            });
        orders
    };
    let first = orders(1);
    assert_eq!(first, orders(1));
    assert_ne!(first, orders(2));
    assert_ne!(first[0], first[1]);
    for mut order in first {
        order.sort_unstable();
        assert_eq!(order, (0..10).collect::<Vec<_>>());
    }
}

#[test]
#[should_panic(expected = "epoch 1 took 0 steps")]
fn an_epoch_without_a_step_is_a_mistake() {
    let _ = Training::new(&Value::new(1.0), Sgd::new(0.1), rng())
        .quiet()
        .run(|_| ());
}

#[test]
#[should_panic(expected = "epoch 2 reports `b`, the epochs before it `a`")]
fn a_run_has_one_metric() {
    let x = Value::new(1.0);
    let _ = Training::new(&x, Sgd::new(0.0), rng())
        .epochs(2)
        .quiet()
        .run(|epoch| {
            epoch.step(&x.powi(2));
            let name = if epoch.number() == 1 { "a" } else { "b" };
            epoch.report(Metric::higher_is_better(name, 1.0));
        });
}
