//! `ode`: y(2) of y₀′ = x₀, yᵢ′ = xᵢ yᵢ₋₁, y(0) = 0, by the classical Runge–Kutta method; and the
//! gradient of its last component.

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_not_empty, unfit};
use crate::reverse_mode;
use micrograd_core::{Scalar, grad};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Input {
    x: Vec<f64>,
    /// The number of steps.
    s: u32,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        check_not_empty("x", &self.x)?;
        match self.s {
            0 => Err(unfit("s", "is 0, and must be 1 or more")),
            _ => Ok(()),
        }
    }
}

fn solution<T: Scalar>(x: &[T], steps: u32) -> Vec<T> {
    let h = 2.0 / f64::from(steps);
    let mut y: Vec<T> = x.iter().map(|_| T::from(0.0)).collect();
    for _ in 0..steps {
        let k1 = rate(x, &y, 0.0, &y);
        let k2 = rate(x, &y, h / 2.0, &k1);
        let k3 = rate(x, &y, h / 2.0, &k2);
        let k4 = rate(x, &y, h, &k3);
        for (i, y) in y.iter_mut().enumerate() {
            grad! { *y += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]); }
        }
    }
    y
}

/// y′ at y + hk
fn rate<T: Scalar>(x: &[T], y: &[T], h: f64, k: &[T]) -> Vec<T> {
    let before = y.iter().zip(k);
    let rest = x[1..]
        .iter()
        .zip(before)
        .map(|(x, (y, k))| grad! { x * (y + h * k) });
    std::iter::once(x[0].clone()).chain(rest).collect()
}

pub(crate) fn primal(input: Input) -> impl FnMut() -> Vec<f64> {
    move || solution(&input.x, input.s)
}

pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let x = reverse_mode::leaves(&input.x);
    move || {
        let y = solution(&x, input.s);
        reverse_mode::gradient(&y[y.len() - 1], x.iter())
    }
}
