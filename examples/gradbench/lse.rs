//! `lse`: ln Σᵢ exp(xᵢ), from a maximum and a sum.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::check_not_empty;
use crate::reverse_mode;
use micrograd_core::{Scalar, Value, grad};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Input {
    x: Vec<f64>,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        check_not_empty("x", &self.x)
    }
}

fn log_sum_exp<T: Scalar>(xs: &[T]) -> T {
    // A plain number: the result does not depend on where the terms are shifted to.
    let largest = xs.iter().map(T::data).fold(f64::NEG_INFINITY, f64::max);
    grad! {
        let mut sum: T = T::from(0.0);
        for x in xs {
            sum += (x - largest).exp();
        }
        sum.ln() + largest
    }
}

pub(crate) fn primal(input: Input) -> impl FnMut() -> f64 {
    move || log_sum_exp(&input.x)
}

pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let x = Value::leaves_of(&input.x);
    move || reverse_mode::gradient(&log_sum_exp(&x), x.iter())
}
