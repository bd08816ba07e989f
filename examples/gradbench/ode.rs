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
    // y′ is linear in x, so that these give hy′.
    let hx: Vec<T> = x.iter().map(|x| grad! { h * x }).collect();
    let mut y: Vec<T> = x.iter().map(|_| T::from(0.0)).collect();
    for _ in 0..steps {
        let k1 = slopes(&hx, &y, &y, |x, y, _| grad! { x * y });
        let k2 = slopes(&hx, &y, &k1, |x, y, k| grad! { x * (y + k / 2) });
        let k3 = slopes(&hx, &y, &k2, |x, y, k| grad! { x * (y + k / 2) });
        let k4 = slopes(&hx, &y, &k3, |x, y, k| grad! { x * (y + k) });
        let inner = k2.iter().zip(&k3);
        let outer = k1.iter().zip(&k4);
        for (y, ((k1, k4), (k2, k3))) in y.iter_mut().zip(outer.zip(inner)) {
            grad! { *y += 1/6 * (k1 + 2 * k2 + 2 * k3 + k4); }
        }
    }
    y
}

/// y′ somewhere near y: x₀, then xᵢ times what is before it, of which y and k are the parts.
fn slopes<T: Scalar>(x: &[T], y: &[T], k: &[T], product: impl Fn(&T, &T, &T) -> T) -> Vec<T> {
    let before = y.iter().zip(k);
    let rest = x[1..]
        .iter()
        .zip(before)
        .map(|(x, (y, k))| product(x, y, k));
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
