//! Leaves lie in an arena of their own: they are made anew when nothing is made of them, and not before.

use micrograd_core::{TapeUsage, Value, gradients, hvp};

#[test]
fn a_leaf_without_handles_is_not_made_anew_while_an_operation_uses_it() {
    let kept: Vec<Value> = (0..100)
        .map(|i| Value::new(f64::from(i)) * Value::new(2.0))
        .collect();
    // So many that the tape is searched for operands several times.
    let mut others = Vec::new();
    for i in 0..10_000 {
        let x = Value::new(f64::from(-i));
        if i % 3 == 0 {
            others.push(x);
        }
    }
    for (y, x) in kept.iter().zip(0..) {
        let y = y * y;
        y.backward();
        assert_eq!(y.data(), f64::from(4 * x * x));
        // Its operands add up what the sweep finds in leaves that nobody else has.
        assert!(others.iter().all(|x| x.grad() == 0.0));
    }
    for (x, i) in others.iter().zip((0..).step_by(3)) {
        assert_eq!(x.data(), f64::from(-i));
    }
}

#[test]
fn a_leaf_that_was_made_above_a_graph_is_an_input_of_what_is_recorded_in_its_place() {
    let w = Value::new(1.0);
    let graph: Value = (0..50).map(|i| &w * f64::from(i)).sum();
    let x = Value::new(2.0);
    let edited = Value::new(0.0);
    edited.set_data(5.0);
    drop(graph);
    let y = x.powi(3) * &edited;
    let derivatives = gradients(&y, &[&x, &edited]);
    assert_eq!(derivatives, [60.0, 8.0]);
    y.backward();
    assert_eq!((x.grad(), edited.grad()), (60.0, 8.0));
    assert_eq!(hvp(|x| x[0].powi(3), &[2.0], &[1.0]), [12.0]);
}

#[test]
fn leaves_that_come_and_go_beside_a_graph_that_stays_take_constant_memory() {
    let w = Value::new(1.0);
    let _stays: Vec<Value> = (0..300).map(|i| &w * f64::from(i)).collect();
    let mut after_a_thousand = 0;
    for step in 0..100_000 {
        let x = Value::new(f64::from(step));
        let y = &x * &w;
        y.backward();
        assert_eq!(x.grad(), 1.0);
        if step == 1000 {
            after_a_thousand = TapeUsage::of_this_thread().bytes;
        }
    }
    assert_eq!(TapeUsage::of_this_thread().bytes, after_a_thousand);
}

#[test]
fn a_leaf_that_is_made_anew_has_neither_the_name_nor_the_gradient_of_the_one_before() {
    for _ in 0..1000 {
        let x = Value::new(3.0);
        assert_eq!((x.name(), x.grad()), (None, 0.0));
        let x = x.with_name("x");
        (&x * 2.0).backward();
        assert_eq!((x.name().as_deref(), x.grad()), (Some("x"), 2.0));
    }
}
