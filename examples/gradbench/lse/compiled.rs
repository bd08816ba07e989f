//! The gradient of `lse`, compiled.

use super::Input;
use micrograd_core::differentiable;

/// The result does not depend on `largest`, to which the terms are shifted.
#[differentiable]
fn log_sum_exp(x: &[f64], #[constant] largest: f64) -> f64 {
    let mut sum = 0.0;
    for x in x {
        sum += (x - largest).exp();
    }
    sum.ln() + largest
}

pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    move || {
        let largest = input.x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        log_sum_exp::gradient(&input.x, largest).1
    }
}
