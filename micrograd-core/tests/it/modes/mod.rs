//! A function and its slopes by every mode, which must agree.
#![allow(dead_code, unused_macros)] // Each test file uses what it needs.

use micrograd_core::{Dual, Value, gradients};

pub(crate) const NAN: f64 = f64::NAN;
pub(crate) const INFINITY: f64 = f64::INFINITY;

/// f(x) and f′(x), the same in every mode.
macro_rules! slope {
    ($f:expr, $x:expr $(,)?) => {{
        let [y, dx] = agreed(reverse_mode($f, $x), forward_mode($f, $x));
        (y, dx)
    }};
}

pub(crate) fn reverse_mode(f: fn(&Value) -> Value, x: f64) -> [f64; 2] {
    let x = Value::new(x);
    let y = f(&x);
    y.backward();
    let found = [y.data(), x.grad()];
    agreed(found, [y.data(), gradients(&y, &[&x])[0].data()])
}

pub(crate) fn forward_mode(f: fn(&Dual<1>) -> Dual<1>, x: f64) -> [f64; 2] {
    let y = f(&Dual::variable(x, 0));
    [y.data(), y.tangent(0)]
}

/// f(a, b), ∂f/∂a and ∂f/∂b, the same in every mode.
macro_rules! slopes {
    ($f:expr, $a:expr, $b:expr $(,)?) => {{
        let reverse = reverse_mode_of_two($f, $a, $b);
        let [y, da, db] = agreed(reverse, forward_mode_of_two($f, $a, $b));
        (y, da, db)
    }};
}

pub(crate) fn reverse_mode_of_two(f: fn(&Value, &Value) -> Value, a: f64, b: f64) -> [f64; 3] {
    let (a, b) = (Value::new(a), Value::new(b));
    let y = f(&a, &b);
    y.backward();
    let found = [y.data(), a.grad(), b.grad()];
    let [da, db] = &gradients(&y, &[&a, &b])[..] else {
        unreachable!()
    };
    agreed(found, [y.data(), da.data(), db.data()])
}

pub(crate) fn forward_mode_of_two(
    f: fn(&Dual<2>, &Dual<2>) -> Dual<2>,
    a: f64,
    b: f64,
) -> [f64; 3] {
    let y = f(&Dual::variable(a, 0), &Dual::variable(b, 1));
    [y.data(), y.tangent(0), y.tangent(1)]
}

#[track_caller]
pub(crate) fn agreed<const N: usize>(reverse: [f64; N], other: [f64; N]) -> [f64; N] {
    for (a, b) in reverse.into_iter().zip(other) {
        assert!(
            a == b || a.is_nan() && b.is_nan(),
            "reverse mode gives {reverse:?}, another way {other:?}"
        );
    }
    reverse
}

#[track_caller]
pub(crate) fn assert_nan(numbers: &[f64]) {
    assert!(numbers.iter().all(|x| x.is_nan()), "{numbers:?}");
}
