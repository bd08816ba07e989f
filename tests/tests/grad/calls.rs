//! Calls, indices, fields and casts inside `grad!`, and what stays plain Rust.

// Casts are part of what must be read.
#![allow(clippy::cast_lossless)]

use crate::twins::assert_twins;
use micrograd_core::{Value, grad};

fn square(x: &Value) -> Value {
    x * x
}

fn take(x: Value) -> Value {
    x
}

fn checked(x: &Value) -> Result<Value, String> {
    if x.data().is_nan() {
        Err("not a number".to_string())
    } else {
        Ok(x.clone())
    }
}

#[test]
fn arithmetic_in_arguments_is_ours() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    assert_twins(&grad! { a.max(b ** 2 - 1) }, &a.max(b.powi(2) - 1.0));
    assert_twins(&grad! { take(a + b) * 2 }, &((&a + &b) * 2.0));
    assert_twins(&grad! { square(&(a + b)) }, &square(&(&a + &b)));
    assert_twins(
        &grad! { (a * b).mul_add(a - 1, 2 * b) },
        &(&a * &b).mul_add(&a - 1.0, 2.0 * &b),
    );
}

#[test]
fn literal_arguments_are_plain_rust() {
    let x = Value::new(2.0);
    let xs = [1.0, 2.0];
    grad! {
        let leaf = Value::new(2.5);
        let y = x.powi(2) + x.powi(-2) + x.powf(-0.5) + x.clamp(0, 1) + x.leaky_relu(0.1) + leaf;
        let second = xs.get(1).copied().unwrap_or(0.0) * x;
        let text = "a-b".replace('-', "+");
    }
    let twin = x.powi(2) + x.powi(-2) + x.powf(-0.5) + x.clamp(0, 1) + x.leaky_relu(0.1) + leaf;
    assert_eq!(y.data(), twin.data());
    assert_eq!(second, 4.0);
    assert_eq!(text, "a+b");
}

#[test]
fn methods_that_take_operands_borrow_them() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    let k = 0.5_f64;
    grad! {
        let c = a.max(b).min(k).pow(a).atan2(b).hypot(a).mul_add(a, b);
        let d = k.powf(k).max(k);
    }
    assert_twins(
        &c,
        &a.max(&b).min(k).pow(&a).atan2(&b).hypot(&a).mul_add(&a, &b),
    );
    assert_eq!(d, 0.5_f64.sqrt());
}

#[test]
fn other_calls_take_what_they_are_given() {
    let a = Value::new(2.0);
    let mut all = Vec::new();
    grad! {
        let moved = a + 1;
        all.push(moved);
        all.push(a * 2);
        let pair = (a.clone(), a + 1, 3, "x");
        let list = [a + 1, a * 2];
    }
    assert_eq!(all, [3.0, 4.0]);
    assert_eq!((pair.1.data(), pair.2, pair.3), (3.0, 3, "x"));
    assert_eq!(list[1], 4.0);
}

#[test]
fn indices_blocks_closures_and_macros_are_plain_rust() {
    let w = [Value::new(2.0), Value::new(3.0)];
    let i = 1_usize;
    let one = 1_i64;
    grad! {
        let y = w[i - 1] * w[2 * i - 1];
        let z = y + { 7 / 2 } as f64;
        let sum = w.iter().map(|x| x.data() / 2.0).sum::<f64>() * y;
        let text = format!("{}", one / 2);
        let nested = 2 * grad! { y ** 2 };
        let made = vec![y.clone(), z.clone()];
    }
    assert_eq!(z, 9.0);
    assert_eq!(sum, 15.0);
    assert_eq!(text, "0");
    assert_eq!(nested, 72.0);
    assert_eq!(made.len(), 2);
}

#[test]
fn question_marks_and_casts_bind_as_in_rust() {
    fn scaled(x: &Value, k: u8) -> Result<Value, String> {
        Ok(grad! { -checked(x)? * k as f64 + checked(&(x + 1))?.relu() })
    }
    assert_eq!(scaled(&Value::new(2.0), 3).unwrap(), -3.0);
}

#[test]
fn paths_turbofish_and_fields_are_read() {
    struct Outer {
        inner: (Value, Inner),
        function: fn(&Value) -> Value,
    }
    struct Inner {
        scale: f64,
    }
    let outer = Outer {
        inner: (Value::new(2.0), Inner { scale: 0.5 }),
        function: square,
    };
    grad! {
        let y = outer.inner.0 * outer.inner.1.scale + (outer.function)(&outer.inner.0);
        let v = Vec::<f64>::with_capacity(4);
        let k = <f64 as From<f32>>::from(0.5) * y * std::f64::consts::PI;
        let n = "3".parse::<f64>().unwrap() * y;
        let e = f64::EPSILON;
    }
    assert_eq!(y, 5.0);
    assert_eq!(v.capacity(), 4);
    assert_eq!(k.data(), 2.5 * std::f64::consts::PI);
    assert_eq!(n, 15.0);
    assert_eq!(e, f64::EPSILON);
}

#[test]
fn results_keep_the_type_that_rust_infers() {
    fn total(xs: &[f64]) -> f64 {
        xs.iter().sum()
    }
    let values = [Value::new(1.0), Value::new(2.0)];
    grad! {
        let doubled = values.iter().map(|v| v * 2.0).collect();
        let parsed = "4".parse().unwrap();
        let sum: Value = values.iter().sum();
        let n = values.len();
    }
    let doubled: Vec<Value> = doubled;
    let parsed: f64 = parsed;
    assert_eq!(doubled[1], 4.0);
    assert_eq!(total(&[parsed]), 4.0);
    assert_eq!(sum, 3.0);
    assert_eq!(n, 2);
}

#[test]
fn fragments_of_a_users_macro_stay_one_operand() {
    macro_rules! twice {
        ($x:expr) => {
            grad! { 2 * $x }
        };
    }
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    assert_twins(&twice!(&a + &b), &(2.0 * (&a + &b)));
    assert_twins(&twice!(a), &(2.0 * &a));
}
