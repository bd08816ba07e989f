//! The gradient of `llsq`, compiled.

use super::{Input, step};
use micrograd_core::differentiable;

/// ½ (s − Σⱼ xⱼ tʲ)², from the powers of t.
#[differentiable]
fn half_squared_error(
    coefficients: &[f64],
    #[constant] powers: &[f64],
    #[constant] target: f64,
) -> f64 {
    let mut residual = target;
    for (coefficient, power) in coefficients.iter().zip(powers) {
        residual -= coefficient * power;
    }
    0.5 * residual * residual
}

/// The gradients of the terms add up.
pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    move || {
        let Input { x, n } = &input;
        let mut gradient = vec![0.0; x.len()];
        let mut powers = vec![0.0; x.len()];
        for i in 0..*n {
            let t = -1.0 + 2.0 * f64::from(i) / f64::from(n - 1);
            let mut power = 1.0;
            for slot in &mut powers {
                *slot = power;
                power *= t;
            }
            half_squared_error::vjp(x, &powers, step(t), 1.0, &mut gradient);
        }
        gradient
    }
}
