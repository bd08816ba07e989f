//! `saddle`: min over x of max over y of |x|² − |y|², both by gradient descent; the outer one
//! differentiates through the inner one.

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::gradient_descent::{argmax, argmin};
use crate::mode::Mode::{self, Forward, Reverse};
use micrograd_core::{Scalar, Value};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Input {
    start: [f64; 2],
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        Ok(())
    }
}

fn height<T: Scalar>(x: &[T], y: &[T]) -> T {
    T::sum_of_squares(x) - T::sum_of_squares(y)
}

/// x and y of the saddle point.
fn saddle_point(input: &Input, outer: Mode, inner: Mode) -> Vec<f64> {
    let start = &input.start;
    let ridge = |x: &[Value]| {
        let height = |y: &[Value]| height(x, y);
        let top = argmax(
            height,
            |y| inner.gradient(height, y),
            &Value::leaves_of(start),
        );
        height(&top)
    };
    let mut point = argmin(
        |x| ridge(&Value::leaves_of(x)).data(),
        |x| outer.gradient_at(ridge, x),
        start,
    );
    let x = Value::leaves_of(&point);
    let y = argmax(
        |y: &[f64]| height(&point, y),
        |y| outer.gradient_at(|y| height(&x, y), y),
        start,
    );
    point.extend(y);
    point
}

pub(crate) fn ff(input: Input) -> impl FnMut() -> Vec<f64> {
    move || saddle_point(&input, Forward, Forward)
}

pub(crate) fn fr(input: Input) -> impl FnMut() -> Vec<f64> {
    move || saddle_point(&input, Forward, Reverse)
}

pub(crate) fn rf(input: Input) -> impl FnMut() -> Vec<f64> {
    move || saddle_point(&input, Reverse, Forward)
}

pub(crate) fn rr(input: Input) -> impl FnMut() -> Vec<f64> {
    move || saddle_point(&input, Reverse, Reverse)
}
