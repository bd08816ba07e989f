//! `if`, loops and blocks: their bodies are `grad!`'s language, their heads plain Rust.

use crate::twins::assert_twins;
use micrograd_core::{Value, grad};

#[test]
fn loops_accumulate() {
    let weights = [Value::new(1.0), Value::new(2.0), Value::new(3.0)];
    let xs = [0.5, 0.25, 0.125];
    grad! {
        let mut sum: Value = 0;
        for i in 0..weights.len() {
            sum += weights[i] * xs[i];
        }
        for (w, x) in weights.iter().zip(&xs) {
            sum += w * x;
        }
    }
    let mut twin = Value::from(0.0);
    for _ in 0..2 {
        for (w, x) in weights.iter().zip(&xs) {
            twin = &twin + w * *x;
        }
    }
    assert_twins(&sum, &twin);
}

#[test]
fn conditions_are_plain_rust_and_compare_by_data() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let larger = if a > b { a } else if a == b && a != 0.0 { a + b } else { b };
        let mut halved = larger;
        while halved > 1.0 {
            halved /= 2;
        }
        if halved < 1.0 {
            halved *= 10;
        } else {
            halved = 0;
        }
    }
    assert_eq!(larger, 3.0);
    assert_eq!(halved, 7.5);
}

#[test]
fn blocks_branches_and_loops_have_values() {
    let a = Value::new(2.0);
    let value = grad! {
        let block = { let t = a + 1; t * t };
        let mut found = a;
        let found = loop {
            if found > block { break found; }
            found *= 2;
        };
        if found > a { found } else { a }
    };
    assert_eq!(value, 16.0);
}

#[test]
fn labels_jumps_and_returns_work() {
    fn first_negative(xs: &[Value]) -> Option<Value> {
        grad! {
            'outer: for x in xs {
                for k in 0..3 {
                    if k == 1 { continue 'outer; }
                    if *x < 0.0 { return Some(-x); }
                }
            }
        }
        None
    }
    let xs = [Value::new(1.0), Value::new(-2.0)];
    assert_eq!(first_negative(&xs).unwrap(), 2.0);
    assert!(first_negative(&xs[..1]).is_none());
}

#[test]
fn heads_may_hold_patterns_macros_and_closures() {
    struct Point {
        x: f64,
    }
    let mut stack = vec![Value::new(1.0), Value::new(2.0)];
    let point = Point { x: 4.0 };
    let total = grad! {
        let mut total: Value = 0;
        while let Some(top) = stack.pop() {
            total += top;
        }
        if let Point { x: 4.0 } = point { total += 4; }
        if matches!(total.data(), 7.0) { total *= 2; }
        for k in [1, 2].map(|k| k + 1) { total += k; }
        total
    };
    assert_eq!(total, 19.0);
}

#[test]
fn a_method_call_on_a_match_is_a_statement() {
    let mut seen = Vec::new();
    grad! {
        let two = Value::new(2.0);
        match two.data() { 2.0 => &mut seen, _ => unreachable!() }.push(two.clone());
    }
    assert_eq!(two, 2.0);
    assert_eq!(seen.len(), 1);
}

#[test]
fn names_leak_past_a_loop_at_the_end() {
    let xs = [1.0, 2.0];
    grad! {
        let mut sum: Value = 0;
        for x in xs { sum += x; }
    }
    assert_eq!(sum, 3.0);
}
