//! Both tests of micrograd's own `test/test_engine.py`: every intermediate value and gradient that
//! PyTorch and micrograd give, once with operators and once with `grad!`.

use crate::twins::assert_twins;
use micrograd_core::{Value, grad};
use serde_json::Value as Json;

/// The named values of a program, the root last.
type Named = Vec<(&'static str, Value)>;

/// Names the values that have the names of their variables.
macro_rules! named {
    ($($name:ident),*) => { vec![$((stringify!($name), $name.clone())),*] };
}

fn sanity_check_with_operators() -> Named {
    let x = Value::new(-4.0);
    let z = 2 * &x + 2 + &x;
    let q = z.relu() + &z * &x;
    let h = (&z * &z).relu();
    let y = &h + &q + &q * &x;
    named![x, z, q, h, y]
}

fn sanity_check_with_grad() -> Named {
    let x = Value::new(-4.0);
    grad! {
        let z = 2 * x + 2 + x;
        let q = z.relu() + z * x;
        let h = (z * z).relu();
        let y = h + q + q * x;
    }
    named![x, z, q, h, y]
}

fn more_ops_with_operators() -> Named {
    let a = Value::new(-4.0);
    let b = Value::new(2.0);
    let mut c = &a + &b;
    let mut d = &a * &b + b.powi(3);
    let (c1, d1) = (c.clone(), d.clone());
    c += &c + 1;
    let c2 = c.clone();
    c += 1 + &c + (-&a);
    d += &d * 2 + (&b + &a).relu();
    let d2 = d.clone();
    d += 3 * &d + (&b - &a).relu();
    let (c3, d3) = (c.clone(), d.clone());
    let e = c - d;
    let f = e.powi(2);
    let mut g = &f / 2.0;
    let g1 = g.clone();
    g += 10.0 / &f;
    named![a, b, c1, d1, c2, c3, d2, d3, e, f, g1, g]
}

fn more_ops_with_grad() -> Named {
    let a = Value::new(-4.0);
    let b = Value::new(2.0);
    grad! {
        let mut c = a + b;
        let mut d = a * b + b ** 3;
        let (c1, d1) = (c.clone(), d.clone());
        c += c + 1;
        let c2 = c;
        c += 1 + c + (-a);
        d += d * 2 + (b + a).relu();
        let d2 = d;
        d += 3 * d + (b - a).relu();
        let c3 = c;
        let d3 = d;
        let e = c - d;
        let f = e ** 2;
        let mut g = f / 2.0;
        let g1 = g;
        g += 10.0 / f;
    }
    named![a, b, c1, d1, c2, c3, d2, d3, e, f, g1, g]
}

/// The two programs give the same graph, and every named value is what both oracles say.
fn check(program: &str, with_operators: &Named, with_grad: &Named, tolerance: f64) {
    let json = include_str!("../../data/micrograd_tests.json");
    let oracles: Json = serde_json::from_str(json).unwrap();
    for named in [with_operators, with_grad] {
        let (_, root) = named.last().unwrap();
        root.backward();
        for oracle in ["torch", "micrograd"] {
            let expected = oracles[program][oracle].as_object().unwrap();
            assert_eq!(named.len(), expected.len());
            for (name, value) in named {
                let close = |found: f64, expected: &Json| {
                    let expected = expected.as_f64().unwrap();
                    assert!(
                        (found - expected).abs() <= tolerance,
                        "{program}: {name} is {value}, and {oracle} has {expected}"
                    );
                };
                close(value.data(), &expected[*name]["value"]);
                close(value.grad(), &expected[*name]["grad"]);
            }
        }
    }
    assert_twins(
        &with_grad.last().unwrap().1,
        &with_operators.last().unwrap().1,
    );
}

#[test]
fn the_sanity_check_agrees_exactly() {
    check(
        "sanity_check",
        &sanity_check_with_operators(),
        &sanity_check_with_grad(),
        0.0,
    );
}

#[test]
fn more_operations_agree_to_the_last_digits() {
    check(
        "more_ops",
        &more_ops_with_operators(),
        &more_ops_with_grad(),
        1e-11,
    );
}
