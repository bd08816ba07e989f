//! `ode`: y(2) of y₀′ = x₀, yᵢ′ = xᵢ yᵢ₋₁, y(0) = 0, by the classical Runge–Kutta method; and the
//! gradient of its last component.

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_not_empty, unfit};
use crate::reverse_mode;
use micrograd_core::{Scalar, Value, grad};
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
        // The first slope is x₀ everywhere; each further one needs no more than what is right before it.
        let mut k = [(); 4].map(|()| hx[0].clone());
        let mut before = advanced(&mut y[0], &k);
        for (x, y) in hx.iter().zip(&mut y).skip(1) {
            let [k1, k2, k3, _] = &k;
            k = grad! { [x * before, x * (before + k1 / 2), x * (before + k2 / 2), x * (before + k3)] };
            before = advanced(y, &k);
        }
    }
    y
}

/// Takes y one step on, and gives back what it was.
fn advanced<T: Scalar>(y: &mut T, [k1, k2, k3, k4]: &[T; 4]) -> T {
    let next = grad! { y + 1/6 * (k1 + 2 * k2 + 2 * k3 + k4) };
    std::mem::replace(y, next)
}

pub(crate) fn primal(input: Input) -> impl FnMut() -> Vec<f64> {
    move || solution(&input.x, input.s)
}

pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let x = Value::leaves_of(&input.x);
    move || {
        let y = solution(&x, input.s);
        reverse_mode::gradient(&y[y.len() - 1], x.iter())
    }
}
