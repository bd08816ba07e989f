//! Which value is which, and how values print.

use micrograd_core::{Dual, Value};
use std::collections::{HashMap, HashSet};

#[test]
fn handles_of_one_value_have_one_id() {
    let a = Value::new(1.0);
    let b = Value::new(1.0);
    let clone = a.clone();
    assert!(a == b && !Value::ptr_eq(&a, &b));
    assert!(Value::ptr_eq(&a, &clone));
    assert!(!Value::ptr_eq(&a, &a.detach()));
    assert!(!Value::ptr_eq(&a, &(&a * 1.0)));
    let ids: HashSet<_> = [&a, &b, &clone].map(Value::id).into();
    assert_eq!(ids.len(), 2);
}

#[test]
fn ids_stay_when_the_tape_moves_its_nodes() {
    let weights: Vec<Value> = (0..100).map(|i| Value::new(f64::from(i))).collect();
    let places: HashMap<_, _> = weights.iter().map(Value::id).zip(0..).collect();
    // Garbage in between is compacted away.
    let mut held = Vec::new();
    for i in 0..50_000 {
        let garbage = &weights[i % 100] * 2.0;
        held.push(Value::new(1.0));
        if i % 3 != 0 {
            held.pop();
        }
        drop(garbage);
    }
    assert_eq!(places.len(), 100);
    for (i, weight) in weights.iter().enumerate() {
        assert_eq!(places[&weight.id()], i);
    }
}

#[test]
fn an_old_value_keeps_its_id_when_another_handle_changes() {
    let mut x = Value::new(1.0);
    let old = x.clone();
    let id = old.id();
    x += 1;
    assert!(!Value::ptr_eq(&x, &old));
    assert_eq!(old.id(), id);
}

#[test]
fn precision_and_sign_go_to_the_numbers_and_width_to_the_text() {
    let x = Value::new(1.5);
    assert_eq!(format!("{x:.2}"), "Value(data=1.50, grad=0.00)");
    assert_eq!(format!("{x:+}"), "Value(data=+1.5, grad=+0)");
    assert_eq!(format!("{x:+.1}"), "Value(data=+1.5, grad=+0.0)");
    assert_eq!(format!("{x:26}|"), "Value(data=1.5, grad=0)   |");
    assert_eq!(format!("{x:>26}|"), "   Value(data=1.5, grad=0)|");
    assert_eq!(format!("{x:*^28.1}|"), "*Value(data=1.5, grad=0.0)**|");
    assert_eq!(format!("{x:3}"), "Value(data=1.5, grad=0)");
    let x = Dual::new(1.5, [2.0, -3.0]);
    assert_eq!(format!("{x}"), "Dual(data=1.5, tangents=[2.0, -3.0])");
    assert_eq!(format!("{x:+.1}"), "Dual(data=+1.5, tangents=[+2.0, -3.0])");
    assert_eq!(format!("{x:>38}"), "  Dual(data=1.5, tangents=[2.0, -3.0])");
}
