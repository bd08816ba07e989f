//! Slices of values: their numbers and gradients, read and set together.

use micrograd_core::Value;
use std::panic::{self, AssertUnwindSafe};

#[test]
fn many_values_are_read_and_set_at_once() {
    let leaves = [1.0, 2.0].map(Value::new);
    Value::set_data_of(&leaves, &[3.0, 4.0]);
    assert_eq!(Value::data_of(&leaves), [3.0, 4.0]);
    Value::dot(&leaves, &leaves).backward();
    assert_eq!(Value::grads_of(&leaves), [6.0, 8.0]);
    let mut gradient = [0.0; 2];
    Value::write_grads_of(&leaves, &mut gradient);
    assert_eq!(gradient, [6.0, 8.0]);
    let write = || Value::write_grads_of(&leaves, &mut [0.0; 3]);
    panic::catch_unwind(write).expect_err("room for three gradients");
    Value::zero_grads_of(&leaves);
    assert_eq!(Value::grads_of(&leaves), [0.0, 0.0]);

    let mixed = [Value::new(1.0), &leaves[0] + 1.0];
    let set = || Value::set_data_of(&mixed, &[7.0, 8.0]);
    panic::catch_unwind(AssertUnwindSafe(set)).expect_err("the second is a sum");
    assert_eq!(Value::data_of(&mixed), [1.0, 4.0]);
    let set = || Value::set_data_of(&leaves, &[7.0]);
    panic::catch_unwind(AssertUnwindSafe(set)).expect_err("one number for two leaves");
    assert_eq!(Value::data_of(&leaves), [3.0, 4.0]);
}

#[test]
fn a_gradient_that_was_taken_is_0_afterwards() {
    let weights = Value::leaves_of(&[1.0, 2.0]);
    let y = Value::dot(&weights, &[3.0, 4.0]);
    for _ in 0..2 {
        y.backward();
        assert_eq!(y.take_grad(), 1.0);
        assert_eq!(y.grad(), 0.0);
        assert_eq!(Value::take_grads_of(&weights), [3.0, 4.0]);
        assert_eq!(Value::grads_of(&weights), [0.0, 0.0]);
    }
}
