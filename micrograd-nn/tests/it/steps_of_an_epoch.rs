//! Within an epoch, gradients add up between updates, and each update has its own.

use micrograd_core::Value;
use micrograd_nn::{Sgd, Training};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn training(x: &Value) -> Training<'_, Value, Sgd> {
    Training::new(x, Sgd::new(1.0), ChaCha8Rng::seed_from_u64(1)).quiet()
}

#[test]
fn gradients_of_several_losses_add_up_until_the_update() {
    let w = Value::new(0.0);
    let history = training(&w).epochs(2).run(|epoch| {
        epoch.backward(&(&w * 1.0 + 5.0));
        epoch.backward(&(&w * 10.0 + 7.0));
        epoch.update();
    });
    assert_eq!(w, -22.0);
    // The loss of a step is the sum of those that it went by.
    let losses: Vec<f64> = history.records().iter().map(|record| record.loss).collect();
    assert_eq!(losses, [12.0, 12.0 - 121.0]);
    assert_eq!(history.records()[1].steps, 2);
}

#[test]
#[should_panic(expected = "step 2 in epoch 1 has 0 calls of backward before its update")]
fn an_update_without_a_gradient_of_its_own_is_a_mistake() {
    let w = Value::new(0.0);
    training(&w).run(|epoch| {
        epoch.backward(&(&w * 1.0));
        epoch.update();
        epoch.update();
    });
}

#[test]
#[should_panic(expected = "epoch 1 ends with 2 calls of backward after its last update")]
fn a_gradient_without_an_update_is_a_mistake() {
    let w = Value::new(0.0);
    training(&w).run(|epoch| {
        epoch.step(&(&w * 1.0));
        epoch.backward(&(&w * 1.0));
        epoch.backward(&(&w * 1.0));
    });
}
