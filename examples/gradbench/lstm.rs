//! `lstm`: the loss of a network of LSTM layers with diagonal weight matrices that predicts the next
//! character of a text.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_len, check_matrix, check_not_empty, check_rows, unfit};
use crate::reverse_mode;
use micrograd_core::{Scalar, Value, grad};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Input {
    /// For each layer its weights, then its biases: forget, input and output gate, change.
    main_params: Vec<Vec<f64>>,
    /// Input weights, output weights, output biases.
    extra_params: Vec<Vec<f64>>,
    /// For each layer its hidden state, then its cells.
    state: Vec<Vec<f64>>,
    /// The bits of each character.
    sequence: Vec<Vec<f64>>,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        let [first, _, ..] = &self.sequence[..] else {
            return Err(unfit("sequence", "has less than two characters"));
        };
        check_not_empty("sequence[0]", first)?;
        let bits = first.len();
        check_rows(
            "sequence",
            &self.sequence,
            bits,
            "as many as sequence[0] has",
        )?;
        check_matrix(
            "extra_params",
            &self.extra_params,
            (3, "always"),
            (bits, "as a character has"),
        )?;
        check_not_empty("main_params", &self.main_params)?;
        let layers = self.main_params.len();
        if layers % 2 == 1 {
            return Err(unfit(
                "main_params",
                format!("has an odd number of rows, {layers}"),
            ));
        }
        check_rows(
            "main_params",
            &self.main_params,
            4 * bits,
            "four times as many as a character has",
        )?;
        check_len("state", &self.state, layers, "as many as main_params has")?;
        check_rows("state", &self.state, bits, "as many as a character has")
    }
}

struct Layer<'a, T> {
    weights: &'a [T],
    biases: &'a [T],
    hidden: Vec<T>,
    cells: Vec<T>,
}

impl<T: Scalar> Layer<'_, T> {
    /// Takes one step in time.
    fn step(&mut self, input: &[T]) {
        for (i, input) in input.iter().enumerate() {
            let hidden = &self.hidden[i];
            let [forget_w, ingate_w, outgate_w, change_w] = self.parts(self.weights, i);
            let [forget_b, ingate_b, outgate_b, change_b] = self.parts(self.biases, i);
            grad! {
                self.cells[i] = self.cells[i] * (input * forget_w + forget_b).sigmoid()
                    + (hidden * ingate_w + ingate_b).sigmoid() * (hidden * change_w + change_b).tanh();
                self.hidden[i] = (input * outgate_w + outgate_b).sigmoid() * self.cells[i].tanh();
            }
        }
    }

    /// The numbers of one cell, for the forget gate, the input gate, the output gate and the change.
    fn parts<'a>(&self, numbers: &'a [T], i: usize) -> [&'a T; 4] {
        let count = self.hidden.len();
        [0, 1, 2, 3].map(|part| &numbers[part * count + i])
    }
}

fn mean_loss<T: Scalar>(main_params: &[Vec<T>], extra_params: &[Vec<T>], input: &Input) -> T {
    let numbers = |row: &Vec<f64>| row.iter().copied().map(T::from).collect();
    let mut layers: Vec<Layer<T>> = main_params
        .chunks(2)
        .zip(input.state.chunks(2))
        .map(|(parameters, state)| Layer {
            weights: &parameters[0],
            biases: &parameters[1],
            hidden: numbers(&state[0]),
            cells: numbers(&state[1]),
        })
        .collect();
    let [in_weights, out_weights, out_biases] = extra_params else {
        unreachable!("checked: three rows");
    };

    let log_likelihoods: Vec<T> = input
        .sequence
        .windows(2)
        .map(|characters| {
            let [character, next] = characters else {
                unreachable!("windows of two");
            };
            let embedded: Vec<T> = in_weights
                .iter()
                .zip(character)
                .map(|(w, bit)| grad! { w * bit })
                .collect();
            let mut signal = &embedded;
            for layer in &mut layers {
                layer.step(signal);
                signal = &layer.hidden;
            }
            let prediction: Vec<T> = signal
                .iter()
                .zip(out_weights.iter().zip(out_biases))
                .map(|(x, (w, b))| grad! { x * w + b })
                .collect();
            let bits: f64 = next.iter().sum();
            grad! { T::weighted_sum(&prediction, next) - bits * log_normalizer(&prediction) }
        })
        .collect();

    let predicted = log_likelihoods.len() * in_weights.len();
    #[allow(clippy::cast_precision_loss)] // A text in memory is far shorter than 2⁵³ bits.
    let count = predicted as f64;
    grad! { -T::sum_of(&log_likelihoods) / count }
}

/// ln(2 + Σᵢ exp yᵢ); the 2 is in the definition of the benchmark.
fn log_normalizer<T: Scalar>(y: &[T]) -> T {
    grad! {
        let mut sum: T = T::from(2.0);
        for y in y {
            sum += y.exp();
        }
        sum.ln()
    }
}

pub(crate) fn objective(input: Input) -> impl FnMut() -> f64 {
    move || mean_loss(&input.main_params, &input.extra_params, &input)
}

pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Vec<f64> {
    let [main, extra] = [&input.main_params, &input.extra_params].map(|rows| {
        rows.iter()
            .map(|row| Value::leaves_of(row))
            .collect::<Vec<_>>()
    });
    move || {
        let loss = mean_loss(&main, &extra, &input);
        reverse_mode::gradient(&loss, main.iter().chain(&extra).flatten())
    }
}
