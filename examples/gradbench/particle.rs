//! `particle`: where a charge must be so that it steers a particle through the origin. The path follows
//! the gradient of a potential, and gradient descent follows the gradient of where the path ends.

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::gradient_descent::argmin;
use crate::mode::Mode::{self, Forward, Reverse};
use micrograd_core::{Scalar, Value, grad};
use serde::Deserialize;

const TIME_STEP: f64 = 0.1;
/// A particle that is never seen again must not be followed for ever.
const LONGEST_PATH: usize = 100_000;

#[derive(Deserialize)]
pub(crate) struct Input {
    w: f64,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        Ok(())
    }
}

/// Of two charges, at (10, 10 − w) and (10, 0).
fn potential<T: Scalar>(x: &[T], w: &T) -> T {
    grad! { 1 / distance(x, 10 - w) + 1 / distance(x, T::from(0.0)) }
}

/// From x to (10, y).
fn distance<T: Scalar>(x: &[T], y: T) -> T {
    grad! { ((x[0] - 10) ** 2 + (x[1] - y) ** 2).sqrt() }
}

/// The square of the distance from the origin at which the particle meets the axis; Euler's method.
fn squared_miss(w: &Value, potential_by: Mode) -> Value {
    let mut x = [0.0, 8.0].map(Value::new);
    let mut velocity = [0.75, 0.0].map(Value::new);
    for _ in 0..LONGEST_PATH {
        let slopes = potential_by.gradient(|x| potential(x, w), &x);
        let next = moved(&x, &velocity, TIME_STEP);
        if next[1] <= 0.0 {
            grad! {
                let rest = -x[1] / velocity[1];
                return (x[0] + rest * velocity[0]) ** 2;
            }
        }
        x = next;
        velocity = moved(&velocity, &slopes, -TIME_STEP);
    }
    panic!(
        "with w = {} the particle has not met the axis in {LONGEST_PATH} steps",
        w.data()
    );
}

/// x + vt
fn moved(x: &[Value; 2], v: &[Value], t: f64) -> [Value; 2] {
    std::array::from_fn(|i| grad! { x[i] + t * v[i] })
}

fn best_w(input: &Input, descent_by: Mode, potential_by: Mode) -> f64 {
    let miss = |w: &[Value]| squared_miss(&w[0], potential_by);
    let best = argmin(
        |w| miss(&[Value::new(w[0])]).data(),
        |w| descent_by.gradient_at(miss, w),
        &[input.w],
    );
    best[0]
}

pub(crate) fn ff(input: Input) -> impl FnMut() -> f64 {
    move || best_w(&input, Forward, Forward)
}

pub(crate) fn fr(input: Input) -> impl FnMut() -> f64 {
    move || best_w(&input, Forward, Reverse)
}

pub(crate) fn rf(input: Input) -> impl FnMut() -> f64 {
    move || best_w(&input, Reverse, Forward)
}

pub(crate) fn rr(input: Input) -> impl FnMut() -> f64 {
    move || best_w(&input, Reverse, Reverse)
}
