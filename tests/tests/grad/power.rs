//! `**` has Python's rules: right-associative, tighter than unary minus, looser than calls and casts.

// Casts are part of what must be read.
#![allow(clippy::cast_lossless)]

use crate::twins::assert_twins;
use micrograd_core::{Graph, Op, Value, grad};

#[test]
fn it_binds_tighter_than_unary_minus_on_its_left() {
    let x = Value::new(3.0);
    assert_twins(&grad! { -x ** 2 }, &-(x.powi(2)));
    assert_eq!(grad! { -2 ** 2 }, -4.0);
    assert_eq!(grad! { (-2) ** 2 }, 4.0);
}

#[test]
fn it_takes_a_unary_minus_on_its_right() {
    let x = Value::new(2.0);
    let y = Value::new(3.0);
    assert_twins(&grad! { x ** -2 }, &x.powi(-2));
    assert_twins(&grad! { x ** -y }, &x.pow(-&y));
    assert_twins(&grad! { x ** -y * y }, &(x.pow(-&y) * &y));
    assert_twins(&grad! { x ** -y ** 2 }, &x.pow(-(y.powi(2))));
}

#[test]
fn it_associates_to_the_right() {
    let x = Value::new(3.0);
    assert_eq!(grad! { 2 ** 3 ** 2 }, 512.0);
    assert_eq!(grad! { 2 ** x ** 2 }, 512.0);
    assert_twins(&grad! { x ** x ** 2 }, &x.pow(x.powi(2)));
}

#[test]
fn it_binds_tighter_than_multiplication_and_division() {
    let x = Value::new(2.0);
    assert_twins(&grad! { 3 * x ** 2 }, &(3.0 * x.powi(2)));
    assert_twins(&grad! { x ** 2 / 3 }, &(x.powi(2) / 3.0));
    assert_twins(&grad! { x ** 2 * x ** 3 }, &(x.powi(2) * x.powi(3)));
}

#[test]
fn calls_fields_and_indices_belong_to_its_operands() {
    let w = [Value::new(2.0), Value::new(3.0)];
    assert_twins(&grad! { w[0].exp() ** w[1] }, &w[0].exp().pow(&w[1]));
    assert_twins(&grad! { w[0] ** 2.ln() }, &w[0].pow(2_f64.ln()));
}

#[test]
fn an_integer_literal_is_an_integer_power_in_parentheses_too() {
    let x = Value::new(0.0);
    for power in [grad! { x ** 2 }, grad! { x ** (2) }, grad! { x ** 0x2 }] {
        assert_eq!(power.op(), Op::Powi);
        x.zero_grad();
        power.backward();
        assert_eq!(x.grad(), 0.0);
    }
    assert_twins(&grad! { x ** (-1) }, &x.powi(-1));
}

#[test]
fn other_exponents_are_numbers_or_values() {
    let x = Value::new(4.0);
    let n = 3_i32;
    let half = 0.5;
    assert_twins(&grad! { x ** 0.5 }, &x.powf(0.5));
    assert_twins(&grad! { x ** half }, &x.powf(half));
    assert_twins(&grad! { x ** n }, &x.powi(n));
    assert_twins(&grad! { x ** (1/2) }, &x.powf(0.5));
    assert_eq!(grad! { x ** x }, 256.0);
    assert_eq!(grad! { x ** 3_000_000_000 }.data(), f64::INFINITY);
}

#[test]
fn casts_bind_tighter_than_it() {
    let x = Value::new(2.0);
    let k = 3_u8;
    assert_twins(&grad! { x ** k as i32 }, &x.powi(3));
    assert_eq!(grad! { k as f64 ** 2 }, 9.0);
    assert_twins(&grad! { x * k as f64 }, &(&x * 3.0));
}

#[test]
fn its_assigning_form_replaces_the_target() {
    let mut x = Value::new(3.0);
    let start = x.clone();
    grad! { x **= 2; }
    assert_twins(&x, &start.powi(2));
    grad! { x **= start; }
    assert_eq!(x, 729.0);
    assert_eq!(Graph::of(&x).nodes().len(), 3);
}

#[test]
fn it_needs_no_spaces() {
    let x = Value::new(3.0);
    assert_twins(&grad! { x**2+x }, &(x.powi(2) + &x));
    let r = &&x;
    assert_twins(&grad! { x ** *r }, &x.pow(&x));
    assert_twins(&grad! { 2*(*r) + *r/2 }, &(2.0 * &x + &x / 2.0));
}

/// rustc hands `**` over as two lone stars there.
macro_rules! powers {
    ($square:ident, $base:expr, $target:ident) => {{
        fn $square(x: &Value) -> Value {
            grad! {
                let mut y = x ** 2;
                y **= 3;
                y ** -1 * (*x)
            }
        }
        grad! { $target **= 2; }
        ($square($base), grad! { $base ** 2 })
    }};
}

#[test]
fn it_can_stand_in_a_macro_of_the_user() {
    let x = Value::new(3.0);
    let mut y = x.clone();
    let (by_function, square) = powers!(function, &x, y);
    assert_twins(&by_function, &(x.powi(2).powi(3).powi(-1) * &x));
    assert_twins(&square, &x.powi(2));
    assert_twins(&y, &x.powi(2));
}

#[test]
fn a_variable_that_is_whole_gives_the_digits_of_powi() {
    for n in 3..40 {
        let (x, a) = (Value::new(1.1), Value::new(0.3));
        let y = grad! { a * x ** n };
        assert_twins(&y, &(&a * x.powi(n)));
        y.backward();
        let by_statement = [x.take_grad(), a.take_grad()];
        (&a * x.powi(n)).backward();
        assert_eq!(by_statement, [x.grad(), a.grad()], "to the power of {n}");
    }
}
