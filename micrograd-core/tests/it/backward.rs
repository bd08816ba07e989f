//! What `backward` leaves where, over one call and over several.

use crate::panics::caught;
use micrograd_core::{Value, grad, gradcheck};

#[test]
fn a_second_backward_adds_the_same_again_to_leaves() {
    let x = Value::new(3.0);
    let square = &x * &x;
    let y = &square * &square;
    for call in 1..=3 {
        y.backward();
        assert_eq!(x.grad(), 108.0 * f64::from(call));
        assert_eq!(square.grad(), 18.0);
        assert_eq!(y.grad(), 1.0);
    }
}

#[test]
fn a_reused_intermediate_result_counts_with_all_its_uses() {
    let a = Value::new(2.0);
    let b = &a + &a;
    let c = &b + &b;
    c.backward();
    assert_eq!((a.grad(), b.grad(), c.grad()), (4.0, 2.0, 1.0));
}

#[test]
fn an_operation_shows_the_adjoint_of_the_last_call_that_reached_it() {
    let x = Value::new(2.0);
    let shared = x.powi(2);
    let first = &shared * 3.0;
    let second = &shared * 5.0;
    first.backward();
    assert_eq!(shared.grad(), 3.0);
    second.backward();
    assert_eq!(shared.grad(), 5.0);
    assert_eq!(first.grad(), 1.0);
    assert_eq!(x.grad(), 12.0 + 20.0);
}

#[test]
fn an_old_adjoint_that_the_root_cannot_reach_takes_no_part() {
    let x = Value::new(2.0);
    let trunk = &x * 1.0;
    let aside = &trunk * 100.0;
    let root = &trunk * 3.0;
    aside.backward();
    x.zero_grad();
    root.backward();
    assert_eq!(x.grad(), 3.0);
    assert_eq!(aside.grad(), 1.0);
}

#[test]
fn an_adjoint_that_becomes_0_is_shown_as_0() {
    let x = Value::new(1.0);
    let hidden = &x * 2.0;
    let other = &hidden * 1.0;
    let first = &other * 3.0;
    let second = &other * 0.0 + &x;
    first.backward();
    assert_eq!((hidden.grad(), other.grad()), (3.0, 3.0));
    second.backward();
    assert_eq!((hidden.grad(), other.grad()), (0.0, 0.0));
    assert_eq!(x.grad(), 7.0);
}

#[test]
fn backward_on_a_leaf_gives_it_1() {
    let x = Value::new(3.0);
    x.backward();
    x.backward();
    assert_eq!(x.grad(), 2.0);
}

#[test]
fn gradients_do_not_pass_a_detached_value() {
    let x = Value::new(3.0);
    let detached = (&x * 2.0).detach();
    (&x * &detached).backward();
    assert_eq!(x.grad(), 6.0);
    assert_eq!(detached.grad(), 3.0);
}

#[test]
fn clones_are_the_same_node() {
    let x = Value::new(3.0);
    let same = x.clone();
    (&x * &same).backward();
    assert_eq!((x.grad(), same.grad()), (6.0, 6.0));
    same.set_data(4.0);
    assert_eq!(x.data(), 4.0);
}

#[test]
fn assignment_makes_a_new_node_and_leaves_clones_alone() {
    let mut x = Value::new(3.0);
    let before = x.clone();
    x *= 2.0;
    x += &before;
    x.backward();
    assert_eq!((x.data(), before.data()), (9.0, 3.0));
    assert_eq!(before.grad(), 3.0);
}

#[test]
fn backward_after_an_edit_of_a_leaf_panics_at_the_caller() {
    let w = Value::new(2.0).with_name("w");
    let loss = &w * &w;
    loss.backward();
    w.set_data(1.0);
    let panic = message_of(|| loss.backward());
    assert!(
        panic.contains("recorded before set_data changed the leaf `w`"),
        "{panic}"
    );
    assert_eq!(w.grad(), 4.0, "a refused call changes nothing");
    (&w * &w).backward();
    assert_eq!(w.grad(), 6.0);
}

#[test]
fn edits_of_other_leaves_do_not_disturb() {
    let (w, rate) = (Value::new(2.0), Value::new(0.1));
    let loss = &w * &w;
    rate.set_data(0.2);
    loss.backward();
    assert_eq!(w.grad(), 4.0);
    w.set_data(3.0);
    let loss = &w * &w;
    rate.set_data(0.3);
    loss.backward();
    assert_eq!(w.grad(), 10.0);
}

#[test]
fn an_edit_while_an_older_and_longer_graph_was_alive_does_not_disturb() {
    let (w, rate) = (Value::new(2.0), Value::new(0.1));
    let kept = &w * 1.0;
    let long = (0..10).fold(&w * &w, |sum, _| sum + &w);
    w.set_data(3.0);
    drop(long);
    let loss = &w * &w;
    rate.set_data(0.2);
    loss.backward();
    assert_eq!(w.grad(), 6.0);
    assert_eq!(kept, 2.0);
}

#[test]
fn an_operation_s_data_cannot_be_set() {
    let y = Value::new(2.0) * 3.0;
    let panic = message_of(|| y.set_data(1.0));
    assert!(panic.contains("the result of `mul`"), "{panic}");
    assert_eq!(y.data(), 6.0);
}

#[test]
fn later_sweeps_add_to_a_gradient_that_was_set() {
    let fresh = Value::new(1.0);
    fresh.set_grad(0.5); // before any sweep
    assert_eq!(fresh.grad(), 0.5);

    let x = Value::new(3.0);
    (&x * &fresh).backward();
    x.set_grad(-2.0);
    (&x * &fresh).backward();
    assert_eq!((x.grad(), fresh.grad()), (-1.0, 6.5)); // −2 + 1, ½ + 3 + 3
    x.zero_grad();
    assert_eq!(x.grad(), 0.0);
}

#[test]
fn steps_by_hand_from_the_top_down_are_backward() {
    let run = |by_hand: bool| {
        let (a, b) = (Value::new(2.0), Value::new(-3.0));
        let product = &a * &b;
        let sum = &product + 10.0;
        grad! { let square = sum ** 2 + (sum - a).tanh(); }
        let y = &square + &a;
        if by_hand {
            y.set_grad(1.0);
            for value in [&y, &square, &sum, &product, &a] {
                value.backward_step();
            }
        } else {
            y.backward();
        }
        [&a, &b, &product, &sum, &square, &y].map(|value| value.grad().to_bits())
    };
    assert_eq!(run(true), run(false));
}

#[test]
fn a_sweep_begins_anew_after_steps_by_hand() {
    let (a, b) = (Value::new(2.0), Value::new(-3.0));
    let product = &a * &b;
    let sum = &product + 10.0;
    let other = &product * 7.0;
    other.set_grad(5.0);
    product.set_grad(100.0);
    product.backward_step();
    assert_eq!((a.grad(), b.grad()), (-300.0, 200.0));
    a.zero_grad();
    b.zero_grad();
    sum.backward();
    assert_eq!((a.grad(), b.grad(), product.grad()), (-3.0, 2.0, 1.0));
    assert_eq!(other.grad(), 5.0); // The root does not reach it.
}

#[test]
fn a_step_from_a_changed_leaf_is_refused() {
    let x = Value::new(2.0);
    let y = x.powi(2);
    x.set_data(3.0);
    y.set_grad(1.0);
    let message = message_of(|| y.backward_step());
    assert!(message.starts_with("backward_step() on a graph that was recorded before set_data"));
}

#[test]
fn gradcheck_tells_the_worst_component() {
    let check = gradcheck(|x| &x[0] * 2.0 + x[1].detach() * 3.0, &[1.0, 2.0]);
    assert!(!check.passed());
    let report = check.to_string();
    assert!(
        report.starts_with("gradcheck failed for 1 of 2 inputs; the worst is input 1 at 2.0: "),
        "{report}"
    );
    assert!(
        report.contains("backward gives 0.0, differences give "),
        "{report}"
    );
}

#[test]
fn gradcheck_does_not_pass_what_is_not_finite() {
    assert!(!gradcheck(|x| x[0].ln(), &[-1.0]).passed());
    assert!(!gradcheck(|x| x[0].sqrt(), &[0.0]).passed());
}

/// The panic's message, which must carry this file's name as its place.
fn message_of<R>(f: impl FnOnce() -> R) -> String {
    let Err(panic) = caught(f) else {
        panic!("it does not panic")
    };
    assert!(panic.file.ends_with("backward.rs"), "{}", panic.file);
    panic.message
}
