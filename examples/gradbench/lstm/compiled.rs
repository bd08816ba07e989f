//! The gradient of `lstm`, compiled.

use super::Input;
use micrograd_core::differentiable;

/// Four weights and four biases: forget, input and output gate, change.
const CELL: usize = 8;

/// The matrices of the network are diagonal: a bit goes through all layers alone, so the cells of a bit lie side by side.
///
/// The sigmoid and the hyperbolic tangent are written with `exp`, of which one number is kept.
#[differentiable]
#[allow(clippy::cast_precision_loss)] // A text in memory is far shorter than 2⁵³ bits.
fn mean_loss(
    cells: &[[f64; CELL]],
    extra: &[f64],
    #[constant] states: &[[f64; 2]],
    #[constant] sequence: &[f64],
    bits: usize,
) -> f64 {
    let layers = cells.len() / bits;
    let steps = sequence.len() / bits - 1;
    let mut hidden = vec![0.0; cells.len()];
    let mut memory = vec![0.0; cells.len()];
    for at in 0..cells.len() {
        hidden[at] = states[at][0];
        memory[at] = states[at][1];
    }
    let mut log_likelihood = 0.0;
    for t in 0..steps {
        let character = &sequence[t * bits..t * bits + bits];
        let next = &sequence[t * bits + bits..t * bits + 2 * bits];
        let mut ones = 0.0;
        let mut sum = 2.0;
        for i in 0..bits {
            let mut signal = extra[i] * character[i];
            for at in i * layers..i * layers + layers {
                let cell = &cells[at];
                let before = hidden[at];
                let forget = 1.0 / (1.0 + (-(signal * cell[0] + cell[4])).exp());
                let ingate = 1.0 / (1.0 + (-(before * cell[1] + cell[5])).exp());
                let outgate = 1.0 / (1.0 + (-(signal * cell[2] + cell[6])).exp());
                let change = 2.0 / (1.0 + (-2.0 * (before * cell[3] + cell[7])).exp()) - 1.0;
                let kept = memory[at] * forget + ingate * change;
                signal = outgate * (2.0 / (1.0 + (-2.0 * kept).exp()) - 1.0);
                memory[at] = kept;
                hidden[at] = signal;
            }
            let prediction = signal * extra[bits + i] + extra[2 * bits + i];
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
    let layers = input.main_params.len() / 2;
    // Where the numbers of the cell of a bit in a layer lie.
    let cells = (0..bits).flat_map(move |i| (0..layers).map(move |layer| (i, layer)));
    let parameters: Vec<[f64; CELL]> = cells
        .clone()
        .map(|(i, layer)| {
            std::array::from_fn(|n| input.main_params[2 * layer + n / 4][n % 4 * bits + i])
        })
        .collect();
    let states: Vec<[f64; 2]> = cells
        .clone()
        .map(|(i, layer)| [0, 1].map(|n| input.state[2 * layer + n][i]))
        .collect();
    let extra = input.extra_params.concat();
    let sequence = input.sequence.concat();
    move || {
        let (_, (main, extra)) = mean_loss::gradient(&parameters, &extra, &states, &sequence, bits);
        let mut gradient = vec![0.0; CELL * bits * layers];
        for ((i, layer), cell) in cells.clone().zip(main) {
            for (n, slope) in cell.into_iter().enumerate() {
                gradient[CELL * bits * layer + n * bits + i] = slope;
            }
        }
        gradient.extend(extra);
        gradient
    }
}
