//! Recurrent cells have PyTorch's gates, names and shapes, and learn through time.

use crate::blame::assert_panics;
use crate::recurrent_numbers::{
    GRU_GRADIENT, GRU_HIDDEN, LSTM_GRADIENT, LSTM_HIDDEN, LSTM_MEMORY, RNN_GRADIENT, RNN_HIDDEN,
};
use micrograd_core::{Value, grad};
use micrograd_nn::{
    Adam, Forward, GruCell, Linear, LstmCell, Module, Optimizer, ParameterTensor, RnnCell, mse_loss,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1)
}

/// The weights of the recorded run, in the order of the tensors.
fn fill(cell: &impl Module) {
    let values = cell
        .tensors()
        .into_iter()
        .flat_map(|tensor| tensor.values().to_vec());
    for (k, value) in (0_u32..).zip(values) {
        value.set_data(0.5 * (1.3 * f64::from(k) + 0.2).sin());
    }
}

fn inputs() -> [[f64; 2]; 3] {
    [0.0, 2.0, 4.0].map(|t| [(0.9_f64 * t).cos(), (0.9_f64 * (t + 1.0)).cos()])
}

#[track_caller]
fn assert_close(found: impl IntoIterator<Item = f64>, expected: &[f64]) {
    let found: Vec<f64> = found.into_iter().collect();
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() < 1e-14,
            "{found} instead of {expected}"
        );
    }
}

/// Of Σⱼ (j + 1)·hⱼ, in the order of the tensors.
fn gradient(cell: &impl Module, hidden: &[Value]) -> Vec<f64> {
    grad! { hidden[0] + 2 * hidden[1] + 3 * hidden[2] }.backward();
    let values = cell
        .tensors()
        .into_iter()
        .flat_map(|tensor| tensor.values().to_vec());
    values.map(|value| value.grad()).collect()
}

fn data(values: &[Value]) -> Vec<f64> {
    Value::data_of(values)
}

#[test]
fn an_rnn_cell_follows_pytorch_s_formulas_and_their_derivatives() {
    let cell = RnnCell::new(2, 3, &mut rng());
    fill(&cell);
    let hidden = inputs()
        .iter()
        .fold(cell.initial_state(), |h, x| cell.step(x, &h));
    assert_close(data(&hidden), &RNN_HIDDEN);
    assert_close(gradient(&cell, &hidden), &RNN_GRADIENT);
}

#[test]
fn a_gru_cell_follows_pytorch_s_formulas_and_their_derivatives() {
    let cell = GruCell::new(2, 3, &mut rng());
    fill(&cell);
    let hidden = inputs()
        .iter()
        .fold(cell.initial_state(), |h, x| cell.step(x, &h));
    assert_close(data(&hidden), &GRU_HIDDEN);
    assert_close(gradient(&cell, &hidden), &GRU_GRADIENT);
}

#[test]
fn an_lstm_cell_follows_pytorch_s_formulas_and_their_derivatives() {
    let cell = LstmCell::new(2, 3, &mut rng());
    fill(&cell);
    let state = inputs()
        .iter()
        .fold(cell.initial_state(), |s, x| cell.step(x, &s));
    assert_close(data(&state.hidden), &LSTM_HIDDEN);
    assert_close(data(&state.cell), &LSTM_MEMORY);
    assert_close(gradient(&cell, &state.hidden), &LSTM_GRADIENT);
}

#[test]
fn cells_have_pytorch_s_names_shapes_and_initial_range() {
    let (rnn, gru, lstm) = (
        RnnCell::new(2, 3, &mut rng()),
        GruCell::new(2, 3, &mut rng()),
        LstmCell::new(2, 3, &mut rng()),
    );
    for (tensors, rows) in [(rnn.tensors(), 3), (gru.tensors(), 9), (lstm.tensors(), 12)] {
        let found: Vec<(&str, &[usize])> = tensors.iter().map(|t| (t.name(), t.shape())).collect();
        let expected: [(&str, &[usize]); 4] = [
            ("weight_ih", &[rows, 2]),
            ("weight_hh", &[rows, 3]),
            ("bias_ih", &[rows]),
            ("bias_hh", &[rows]),
        ];
        assert_eq!(found, expected);
        let bound = 1.0 / 3.0_f64.sqrt();
        let values = tensors.iter().flat_map(ParameterTensor::values);
        assert!(values.clone().all(|v| v.data().abs() <= bound));
        assert!(values.clone().any(|v| v.data().abs() > 0.5 * bound));
    }
    assert_eq!(vec![gru].named_parameters()[0].0, "0.weight_ih.0.0");
    assert_eq!(lstm.to_string(), "LstmCell(2, 3)");
}

#[test]
fn a_gru_learns_to_remember_the_first_of_several_numbers() {
    let mut rng = rng();
    let model = (GruCell::new(1, 4, &mut rng), Linear::new(4, 1, &mut rng));
    let answer = |numbers: &[f64]| {
        let first = model.0.initial_state();
        let state = numbers.iter().fold(first, |h, &x| model.0.step(&[x], &h));
        model.1.forward_one(&state)
    };
    let mut adam = Adam::new(0.02);
    let mut recent = 0.0;
    for step in 0..400 {
        let texts: Vec<[f64; 4]> = (0..8)
            .map(|_| [0.0; 4].map(|_| if rng.random_bool(0.5) { 1.0 } else { -1.0 }))
            .collect();
        let answers: Vec<Value> = texts.iter().map(|text| answer(text)).collect();
        let firsts: Vec<f64> = texts.iter().map(|text| text[0]).collect();
        let loss = mse_loss(&answers, &firsts);
        model.zero_grad();
        loss.backward();
        adam.step(&model.parameters());
        if step >= 380 {
            recent += loss.data() / 20.0;
        }
    }
    // Without memory the best is 1.
    assert!(recent < 0.05, "{recent}");
}

#[test]
fn states_and_inputs_that_do_not_fit() {
    let cell = GruCell::new(2, 3, &mut rng());
    assert_panics("a cell of 2 inputs was given 1", || {
        cell.step(&[1.0], &cell.initial_state())
    });
    assert_panics("a cell of 3 hidden numbers was given 2", || {
        cell.step(&[1.0, 2.0], &cell.initial_state()[..2])
    });
    let lstm = LstmCell::new(2, 3, &mut rng());
    assert_panics("a cell of 3 hidden numbers was given a memory of 2", || {
        let mut state = lstm.initial_state();
        state.cell.pop();
        lstm.step(&[1.0, 2.0], &state)
    });
    assert_panics(
        "a cell needs at least 1 input and 1 hidden number, not 0 and 3",
        || RnnCell::new(0, 3, &mut rng()),
    );
}
