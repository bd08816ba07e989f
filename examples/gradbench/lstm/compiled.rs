//! The gradient of `lstm`, compiled.

use super::Input;
use micrograd_core::{Scalar, differentiable};

/// The matrices of the network are diagonal: a bit goes through all layers alone.
#[differentiable]
fn mean_loss(
    main_params: &[f64],
    extra_params: &[f64],
    #[constant] state: &[f64],
    #[constant] sequence: &[f64],
    bits: usize,
) -> f64 {
    let layers = state.len() / (2 * bits);
    let steps = sequence.len() / bits - 1;
    let mut hidden = vec![0.0; layers * bits];
    let mut cells = vec![0.0; layers * bits];
    for layer in 0..layers {
        for i in 0..bits {
            hidden[layer * bits + i] = state[2 * layer * bits + i];
            cells[layer * bits + i] = state[2 * layer * bits + bits + i];
        }
    }
    let mut log_likelihood = 0.0;
    for t in 0..steps {
        let character = &sequence[t * bits..t * bits + bits];
        let next = &sequence[t * bits + bits..t * bits + 2 * bits];
        let mut ones = 0.0;
        let mut sum = 2.0;
        for i in 0..bits {
            let mut signal = extra_params[i] * character[i];
            for layer in 0..layers {
                let w = &main_params[8 * bits * layer..8 * bits * layer + 4 * bits];
                let b = &main_params[8 * bits * layer + 4 * bits..8 * bits * layer + 8 * bits];
                let at = layer * bits + i;
                let forget = (signal * w[i] + b[i]).sigmoid();
                let ingate = (hidden[at] * w[bits + i] + b[bits + i]).sigmoid();
                let outgate = (signal * w[2 * bits + i] + b[2 * bits + i]).sigmoid();
                let change = (hidden[at] * w[3 * bits + i] + b[3 * bits + i]).tanh();
                let cell = cells[at] * forget + ingate * change;
                signal = outgate * cell.tanh();
                cells[at] = cell;
                hidden[at] = signal;
            }
            let prediction = signal * extra_params[bits + i] + extra_params[2 * bits + i];
            sum += prediction.exp();
            log_likelihood += prediction * next[i];
            ones += next[i];
        }
        log_likelihood -= ones * sum.ln();
    }
    -log_likelihood / (steps * bits) as f64
}

pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Vec<f64> {
    let bits = input.sequence[0].len();
    let main_params = input.main_params.concat();
    let extra_params = input.extra_params.concat();
    let state = input.state.concat();
    let sequence = input.sequence.concat();
    move || {
        let (_, (mut main, extra)) =
            mean_loss::gradient(&main_params, &extra_params, &state, &sequence, bits);
        main.extend(extra);
        main
    }
}
