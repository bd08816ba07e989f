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
        // All slopes of the first component are x₀; those of a further one need no more than what is right before it.
        let next = grad! { y[0] + hx[0] };
        let mut before = std::mem::replace(&mut y[0], next);
        let mut k = [(); 3].map(|()| hx[0].clone());
        for (x, y) in hx.iter().zip(&mut y).skip(1) {
            let [k1, k2, k3] = &k;
            let slopes = grad! { [x * before, x * (before + k1 / 2), x * (before + k2 / 2)] };
            let [m1, m2, m3] = &slopes;
            grad! {
                let m4 = x * (before + k3);
                let next = y + 1/6 * (m1 + 2 * m2 + 2 * m3 + m4);
            }
            before = std::mem::replace(y, next);
            k = slopes;
        }
    }
    y
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
