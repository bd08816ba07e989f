//! The gradient of `ode`, from compiled steps.

use super::{Input, SLOPES};
use micrograd_core::differentiable;

/// The state after one step.
#[differentiable]
fn step(hx: &[f64], y: &[f64]) -> Vec<f64> {
    let mut next = vec![0.0; y.len()];
    next[0] = y[0] + hx[0];
    let mut k1 = hx[0];
    let mut k2 = hx[0];
    let mut k3 = hx[0];
    for i in 1..y.len() {
        let before = y[i - 1];
        let m1 = hx[i] * before;
        let m2 = hx[i] * (before + k1 / 2.0);
        let m3 = hx[i] * (before + k2 / 2.0);
        let m4 = hx[i] * (before + k3);
        next[i] = y[i] + (m1 + 2.0 * m2 + 2.0 * m3 + m4) / 6.0;
        k1 = m1;
        k2 = m2;
        k3 = m3;
    }
    next
}

/// All states are kept; the way back takes each step again.
pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let hx = input.increments();
    let n = hx.len();
    move || {
        let mut states = vec![vec![0.0; n]];
        for i in 1..input.s as usize {
            states.push(step(&hx, &states[i - 1]));
        }
        let mut gradient = vec![0.0; n];
        let mut adjoints = vec![0.0; n];
        adjoints[n - 1] = 1.0;
        for state in states.iter().rev() {
            // What the result does not depend on needs no way back.
            let Some(first) = adjoints.iter().position(|&adjoint| adjoint != 0.0) else {
                break;
            };
            let used = first.saturating_sub(SLOPES)..n;
            let seed = adjoints[used.clone()].to_vec();
            adjoints[used.clone()].fill(0.0);
            step::vjp(
                &hx[used.clone()],
                &state[used.clone()],
                &seed,
                &mut gradient[used.clone()],
                &mut adjoints[used],
            );
        }
        gradient.iter().map(|g| input.step_size() * g).collect()
    }
}
