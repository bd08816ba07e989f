//! `value_and_gradient`, and `backward` with a seed.

use micrograd_core::{TapeUsage, Value, gradients, value_and_gradient, vjp};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn rosenbrock(x: &[Value]) -> Value {
    (1.0 - &x[0]).powi(2) + 100.0 * (&x[1] - x[0].powi(2)).powi(2)
}

#[test]
fn a_function_has_its_value_and_gradient_with_or_without_other_values_on_the_tape() {
    // ∇f = (−2(1 − x) − 400x(y − x²), 200(y − x²))
    let expected = (401.0, vec![1602.0, -400.0]);
    assert_eq!(value_and_gradient(rosenbrock, &[2.0, 2.0]), expected);
    let _other = Value::new(1.0);
    assert_eq!(value_and_gradient(rosenbrock, &[2.0, 2.0]), expected);
}

#[test]
fn other_leaves_keep_their_gradients() {
    let w = Value::new(3.0);
    w.powi(2).backward();
    let found = value_and_gradient(|x| &x[0] * &w, &[5.0]);
    assert_eq!(found, (15.0, vec![3.0]));
    assert_eq!(w.grad(), 6.0);
}

#[test]
fn nothing_is_left_on_the_tape() {
    let _ = value_and_gradient(rosenbrock, &[2.0, 2.0]);
    assert_eq!(TapeUsage::of_this_thread().nodes, 0);
    assert_eq!(
        value_and_gradient(|_| Value::new(7.0), &[1.0]),
        (7.0, vec![0.0])
    );
    assert_eq!(
        value_and_gradient(|x| x[0].clone(), &[1.0]),
        (1.0, vec![1.0])
    );
    assert_eq!(value_and_gradient(|x| x.iter().sum(), &[]), (0.0, vec![]));
    assert_eq!(TapeUsage::of_this_thread().nodes, 0);
}

#[test]
fn inside_of_another_derivative_it_refuses_what_depends_on_it() {
    let nested = || {
        vjp(
            |x| vec![Value::new(value_and_gradient(|y| &y[0] * &x[0], &[1.0]).0)],
            &[2.0],
            &[1.0],
        )
    };
    let panic = catch_unwind(nested).unwrap_err();
    let message = panic.downcast_ref::<String>().unwrap();
    assert!(
        message.contains("the result depends on the inputs of a derivative around it"),
        "{message}"
    );
}

#[test]
fn a_seed_multiplies_what_backward_gives() {
    let x = Value::new(3.0);
    let y = x.powi(2);
    y.backward_with_seed(0.5);
    assert_eq!((x.grad(), y.grad()), (3.0, 0.5));
    y.backward();
    assert_eq!((x.grad(), y.grad()), (9.0, 1.0));
    x.backward_with_seed(-2.0);
    assert_eq!(x.grad(), 7.0);
    let z = Value::new(0.0);
    z.sqrt().backward_with_seed(0.0);
    assert_eq!(z.grad(), 0.0);
}

#[test]
fn a_seed_joins_what_two_programs_have_computed() {
    // y = f(h) is differentiated elsewhere, h = g(x) here.
    let x = Value::new(0.3);
    let h = x.sin();
    let elsewhere = Value::new(h.data());
    elsewhere.exp().backward();
    h.backward_with_seed(elsewhere.grad());
    let whole = Value::new(0.3);
    assert_eq!(x.grad(), gradients(&whole.sin().exp(), &[&whole])[0].data());
}

#[test]
fn a_seed_leaves_nothing_behind_where_backward_refuses() {
    let x = Value::new(3.0);
    let y = x.powi(2);
    x.set_data(4.0);
    let before = TapeUsage::of_this_thread().nodes;
    assert!(catch_unwind(AssertUnwindSafe(|| y.backward_with_seed(2.0))).is_err());
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
    assert_eq!(x.grad(), 0.0);
}
