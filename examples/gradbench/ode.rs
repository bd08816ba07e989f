//! `ode`: y(2) of y₀′ = x₀, yᵢ′ = xᵢ yᵢ₋₁, y(0) = 0, by the classical Runge–Kutta method; and the
//! gradient of its last component.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_not_empty, unfit};
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

impl Input {
    fn step_size(&self) -> f64 {
        2.0 / f64::from(self.s)
    }

    /// h·x.
    fn increments(&self) -> Vec<f64> {
        self.x.iter().map(|x| self.step_size() * x).collect()
    }
}

/// The state after one step.
fn step<T: Scalar>(hx: &[T], y: &[T]) -> Vec<T> {
    // y′ is linear in x, so that hx gives hy′. All slopes of the first component are x₀; those of a further one need no more
    // than what is right before it.
    let mut next = Vec::with_capacity(y.len());
    next.push(grad! { y[0] + hx[0] });
    let mut k = [(); 3].map(|()| hx[0].clone());
    for ((x, before), y) in hx[1..].iter().zip(y).zip(&y[1..]) {
        let [k1, k2, k3] = &k;
        let slopes = grad! { [x * before, x * (before + k1 / 2), x * (before + k2 / 2)] };
        let [m1, m2, m3] = &slopes;
        next.push(grad! {
            let m4 = x * (before + k3);
            y + 1/6 * (m1 + 2 * m2 + 2 * m3 + m4)
        });
        k = slopes;
    }
    next
}

fn steps<T: Scalar>(hx: &[T], y: &[T], count: u32) -> Vec<T> {
    (1..count).fold(step(hx, y), |y, _| step(hx, &y))
}

pub(crate) fn primal(input: Input) -> impl FnMut() -> Vec<f64> {
    move || {
        let hx = input.increments();
        steps(&hx, &vec![0.0; hx.len()], input.s)
    }
}

/// Each slope of a component needs one more of the components before it. So where a state's first components are cut off, all
/// but the next four come out of a step right.
const SLOPES: usize = 4;

/// So many steps are recorded at once that they have about as many components together.
const AT_ONCE: usize = 512;

/// From checkpoints: some states are kept as plain numbers, and the steps between two of them are recorded when the reverse
/// sweep comes to them.
pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let increments = input.increments();
    let hx = Value::leaves_of(&increments);
    let n = hx.len();
    let at_once = u32::try_from(AT_ONCE / n).unwrap_or(u32::MAX).max(1);
    let lefts = (1..=input.s).rev().step_by(at_once as usize);
    let counts: Vec<u32> = lefts.map(|left| left.min(at_once)).collect();
    move || {
        let mut states = vec![vec![0.0; n]];
        for &count in &counts[..counts.len() - 1] {
            states.push(steps(&increments, &states[states.len() - 1], count));
        }
        let mut adjoints = vec![0.0; n];
        adjoints[n - 1] = 1.0;
        for (state, &count) in states.iter().zip(&counts).rev() {
            // Components that the result does not depend on need no record.
            let Some(first) = adjoints.iter().position(|&adjoint| adjoint != 0.0) else {
                break;
            };
            let used = first.saturating_sub(SLOPES * count as usize)..n;
            let y = Value::leaves_of(&state[used.clone()]);
            let next = steps(&hx[used.clone()], &y, count);
            Value::dot(&next, &adjoints[used.clone()]).backward();
            Value::write_grads_of(&y, &mut adjoints[used]);
        }
        let gradient = Value::take_grads_of(&hx);
        gradient.iter().map(|g| input.step_size() * g).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use micrograd_core::Dual;

    /// ∂y/∂xⱼ of the last component, without any checkpoint.
    fn forward_derivative(input: &Input, j: usize) -> f64 {
        let hx = input.increments().into_iter().enumerate().map(|(i, hx)| {
            let slope = if i == j { input.step_size() } else { 0.0 };
            Dual::new(hx, [slope])
        });
        let hx: Vec<Dual<1>> = hx.collect();
        let zeros = vec![Dual::constant(0.0); hx.len()];
        steps(&hx, &zeros, input.s)[hx.len() - 1].tangent(0)
    }

    #[test]
    fn gradients_from_checkpoints_are_those_of_forward_mode() {
        for (n, s) in [(1, 3), (8, 150), (60, 40), (130, 40)] {
            let x: Vec<f64> = (0..n).map(|i| f64::from(20 + i * 7 % 13)).collect();
            let input = Input { x, s };
            let all = 0..input.x.len();
            let expected: Vec<f64> = all.map(|j| forward_derivative(&input, j)).collect();
            assert!(expected.iter().all(|&e| e != 0.0), "n = {n}, s = {s}");
            let mut gradient = gradient(input);
            // The second run finds what the first has left.
            for gradient in [gradient(), gradient()] {
                assert_eq!(gradient.len(), expected.len());
                for (g, e) in gradient.iter().zip(&expected) {
                    let error = (g - e).abs() / e.abs();
                    assert!(error < 1e-12, "{g} and {e} for n = {n}, s = {s}");
                }
            }
        }
    }
}
