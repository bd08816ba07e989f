//! `if`, loops and blocks: their bodies are `grad!`'s language, their heads plain Rust.

use crate::twins::assert_twins;
use micrograd_core::{Dual, Scalar, Value, grad};

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
#[allow(clippy::blocks_in_conditions, clippy::cast_precision_loss)]
fn conditions_compute_without_moving() {
    let (a, b) = (Value::new(3.0), Value::new(2.0));
    let list = [a.clone(), b.clone()];
    let n = 3_usize;
    grad! {
        let y = if a - b > 0.0 && !(a * b < a ** 2 - 4) { a * b } else { b };
        let mut k = 0;
        while a - k > 0.0 { k += 1; }
        let z = if { let t = a ** 2; t > 8.0 } { a } else if a * 2 > b { b } else { y };
        let half = if let Some(x) = list.get(n - 2) { x / 2 } else { a };
        let odd = if n % 2 == 1 && n - 1 == 2 && n as f64 / 2 > 1.25 { a * 2 } else { b };
    }
    assert_twins(&y, &(&a * &b));
    assert_twins(&half, &(&b / 2.0));
    assert_twins(&odd, &(&a * 2.0));
    assert_eq!((k, z.data(), a.data(), b.data()), (3.0, 3.0, 3.0, 2.0));
}

#[test]
fn heads_and_guards_compute_without_moving() {
    let (a, b) = (Value::new(3.0), Value::new(2.0));
    let (list, n) = ([a.clone(), b.clone()], 3_usize);
    let mut sum = Value::new(0.0);
    grad! {
        let y = match n - 1 { 0 => a, 2 => b ** 2, _ => a * b };
        let z = match a * b { p if p - 5 > b => a, p if n - 2 == 1 => p ** 2, p => p };
        let pair = match (n - 1, n % 2) { (2, 1) => a * 2, _ => b };
        for x in list.iter().map(|x| x ** 2) { sum += x; }
        for x in [a * 2, b ** 3] { sum += x; }
        for k in [n - 3, n - 2] { sum += list[k] * k; }
        for (k, _) in (0..n - 1).enumerate() { sum -= list[k]; }
    }
    assert_twins(&y, &b.powi(2));
    assert_twins(&z, &(&a * &b).powi(2));
    assert_twins(&pair, &(&a * 2.0));
    let squares = a.powi(2) + b.powi(2);
    let by_hand = squares + &a * 2.0 + b.powi(3) + &b - &a - &b;
    let gradients = |root: &Value| {
        a.zero_grad();
        b.zero_grad();
        root.backward();
        (root.data(), a.grad(), b.grad())
    };
    assert_eq!(gradients(&sum), gradients(&by_hand));
}

/// √c by Newton's method.
fn root<T: Scalar>(c: &T) -> T {
    grad! {
        let mut x: T = 1;
        while (x * x - c).abs() > 1e-14 {
            x = x - (x * x - c) / (2 * x);
        }
    }
    x
}

#[test]
fn a_condition_computes_over_any_number() {
    let (c, slope) = (Value::new(3.0), 0.5 / 3.0_f64.sqrt());
    root(&c).backward();
    let dual = root(&Dual::<1>::variable(3.0, 0));
    assert!((root(&3.0) - 3.0_f64.sqrt()).abs() < 1e-12);
    assert!((c.grad() - slope).abs() < 1e-7 && (dual.tangent(0) - slope).abs() < 1e-7);
}

#[test]
fn what_only_rust_knows_keeps_its_meaning_in_heads() {
    let (n, mut bits) = (6_usize, 0);
    let words = ("a".to_owned(), "b");
    grad! {
        if n & 1 == 0 && n << 1 == 12 { bits += 1; }
        if (n - 1) & 4 == 4 { bits += 1; }
        for k in n - 2..n { assert!(k >= 4); bits += 1; }
        while let 0..=9 = bits - 3 { bits += 5; }
        if ({ words.0 + words.1 }).len() == 2 { bits += 1; }
    }
    assert_eq!(bits, 2 + 2 + 2 * 5 + 1);
}

#[test]
fn a_block_before_a_semicolon_gives_nothing() {
    let (a, b) = (Value::new(3.0), Value::new(2.0));
    grad! {
        let mut y = a * 1;
        match y.data() > 2.0 { true => a * b, false => b };
        if a > b { y * 2 } else { b };
        { y += 1; };
    }
    assert_eq!(y, 4.0);
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
