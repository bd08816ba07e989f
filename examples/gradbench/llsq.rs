//! `llsq`: ½ Σᵢ (sᵢ − Σⱼ xⱼ tᵢʲ)² with tᵢ from −1 to 1 and sᵢ = sign tᵢ, a polynomial fitted to a step.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::unfit;
use micrograd_core::{Scalar, Value, grad};
use serde::Deserialize;
use std::ops::Range;

#[derive(Deserialize)]
pub(crate) struct Input {
    x: Vec<f64>,
    n: u32,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        match self.n {
            2.. => Ok(()),
            n => Err(unfit("n", format!("is {n}, and must be 2 or more"))),
        }
    }
}

/// The part of the sum that belongs to some of the n points.
fn half_squared_error<T: Scalar>(coefficients: &[T], n: u32, points: Range<u32>) -> T {
    let mut powers = vec![0.0; coefficients.len()];
    let residuals: Vec<T> = points
        .map(|i| {
            let t = -1.0 + 2.0 * f64::from(i) / f64::from(n - 1);
            let mut power = 1.0;
            for slot in &mut powers {
                *slot = power;
                power *= t;
            }
            grad! { step(t) - T::weighted_sum(coefficients, &powers) }
        })
        .collect();
    grad! { T::sum_of_squares(&residuals) / 2 }
}

fn step(t: f64) -> f64 {
    if t == 0.0 { 0.0 } else { t.signum() }
}

pub(crate) fn primal(input: Input) -> impl FnMut() -> f64 {
    move || half_squared_error(&input.x, input.n, 0..input.n)
}

/// The gradients of the parts add up in the leaves, so that no graph need be larger than a few points'.
pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    const POINTS_AT_ONCE: u32 = 64;
    let x = Value::leaves_of(&input.x);
    move || {
        for begin in (0..input.n).step_by(POINTS_AT_ONCE as usize) {
            let end = input.n.min(begin.saturating_add(POINTS_AT_ONCE));
            half_squared_error(&x, input.n, begin..end).backward();
        }
        Value::take_grads_of(&x)
    }
}
