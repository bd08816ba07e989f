//! Losses, accuracy and steps, against closed forms.

use micrograd_core::{Value, grad};
use micrograd_nn::{Optimizer, Sgd, binary_accuracy, l2_penalty, max_margin_loss};

fn values(numbers: &[f64]) -> Vec<Value> {
    numbers.iter().copied().map(Value::new).collect()
}

fn gradients(values: &[Value]) -> Vec<f64> {
    values.iter().map(Value::grad).collect()
}

#[test]
fn the_max_margin_loss_is_the_mean_of_what_is_missing_to_the_margin() {
    let scores = values(&[2.0, 0.25, -1.0, -3.0]);
    let loss = max_margin_loss(&scores, &[1.0, 1.0, 1.0, -1.0]);
    assert_eq!(loss, (0.0 + 0.75 + 2.0 + 0.0) / 4.0);
    loss.backward();
    assert_eq!(gradients(&scores), [0.0, -0.25, -0.25, 0.0]); // −y/n inside the margin
}

#[test]
fn a_score_on_the_margin_costs_nothing_and_has_slope_zero() {
    let scores = values(&[1.0, -1.0]);
    let loss = max_margin_loss(&scores, &[1.0, -1.0]);
    loss.backward();
    assert_eq!(loss, 0.0);
    assert_eq!(gradients(&scores), [0.0, 0.0]);
}

#[test]
fn the_l2_penalty_pulls_each_parameter_at_twice_alpha_times_itself() {
    let parameters = values(&[0.5, -2.0, 0.0]);
    let penalty = l2_penalty(0.25, &parameters);
    penalty.backward();
    assert_eq!(penalty, 0.25 * (0.25 + 4.0));
    assert_eq!(gradients(&parameters), [0.25, -1.0, 0.0]);
    assert_eq!(l2_penalty(0.25, &[]), 0.0);
}

#[test]
fn accuracy_counts_a_score_of_zero_as_negative() {
    let scores = values(&[0.0, 1e-300, -1e-300, 0.0]);
    assert_eq!(binary_accuracy(&scores, &[-1.0, 1.0, -1.0, -1.0]), 1.0);
    assert_eq!(binary_accuracy(&scores, &[1.0, 1.0, 1.0, -1.0]), 0.5);
}

#[test]
fn gradient_descent_on_a_parabola_follows_its_closed_form() {
    // x ← x − lr·2(x − m) contracts x − m by 1 − 2·lr in every step.
    let (m, lr) = (3.0, 0.1);
    let x = [Value::new(-1.0)];
    let mut sgd = Sgd::new(lr);
    for k in 1..=50 {
        x[0].zero_grad();
        grad! { (x[0] - m) ** 2 }.backward();
        sgd.step(&x);
        let expected = m + (-1.0 - m) * (1.0 - 2.0 * lr).powi(k);
        assert!(
            (x[0].data() - expected).abs() < 1e-14,
            "step {k}: {}",
            x[0].data()
        );
    }
}

#[test]
fn the_learning_rate_can_change_at_every_step() {
    let x = [Value::new(1.0)];
    let mut sgd = Sgd::new(1.0);
    for lr in [0.5, 0.25, 0.0] {
        sgd.set_lr(lr);
        x[0].zero_grad();
        grad! { 2 * x[0] }.backward();
        sgd.step(&x);
    }
    assert_eq!(x[0], 1.0 - 2.0 * (0.5 + 0.25));
}

#[test]
fn gradients_of_several_losses_add_up_until_they_are_cleared() {
    let x = [Value::new(1.0)];
    for _ in 0..3 {
        grad! { 2 * x[0] }.backward();
    }
    Sgd::new(0.5).step(&x);
    assert_eq!(x[0], 1.0 - 0.5 * 6.0);
}
