//! The two affine maps that every recurrent cell begins with.

use crate::weighted_sum::weighted_sums;
use crate::{Init, Module};
use micrograd_core::{Operand, Value};
use rand::Rng;

/// W_ih·x + b_ih and W_hh·h + b_hh for all gates of a cell, one gate after the other, with PyTorch's
/// names and shapes.
#[derive(Debug, Module)]
#[module(crate = crate)]
pub(super) struct Gates {
    weight_ih: Vec<Vec<Value>>,
    weight_hh: Vec<Vec<Value>>,
    bias_ih: Vec<Value>,
    bias_hh: Vec<Value>,
}

impl Gates {
    /// Each number is uniform in ±1/√hidden.
    #[track_caller]
    pub(super) fn new(
        gates: usize,
        inputs: usize,
        hidden: usize,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        assert!(
            inputs > 0 && hidden > 0,
            "a cell needs at least 1 input and 1 hidden number, not {inputs} and {hidden}"
        );
        // PyTorch's rule for `Linear`, with the hidden numbers as the fan-in of everything.
        let mut draw = |count: usize| -> Vec<f64> {
            let numbers = (0..count).map(|_| Init::TorchLinear.weight(hidden, hidden, rng));
            numbers.collect()
        };
        let rows = gates * hidden;
        let (mut weight_ih, mut weight_hh) = (Vec::new(), Vec::new());
        for _ in 0..rows {
            weight_ih.push(Value::leaves_of(&draw(inputs)));
        }
        for _ in 0..rows {
            weight_hh.push(Value::leaves_of(&draw(hidden)));
        }
        Gates {
            weight_ih,
            weight_hh,
            bias_ih: Value::leaves_of(&draw(rows)),
            bias_hh: Value::leaves_of(&draw(rows)),
        }
    }

    pub(super) fn inputs(&self) -> usize {
        self.weight_ih[0].len()
    }

    pub(super) fn hidden(&self) -> usize {
        self.weight_hh[0].len()
    }

    /// What the input and the hidden state contribute, for each gate `hidden` numbers.
    #[track_caller]
    pub(super) fn contributions<X: Operand>(
        &self,
        input: &[X],
        hidden: &[Value],
    ) -> [Vec<Value>; 2] {
        assert!(
            input.len() == self.inputs(),
            "a cell of {} inputs was given {}",
            self.inputs(),
            input.len()
        );
        assert!(
            hidden.len() == self.hidden(),
            "a cell of {} hidden numbers was given {}",
            self.hidden(),
            hidden.len()
        );
        let of_input = self.weight_ih.iter().map(Vec::as_slice);
        let of_hidden = self.weight_hh.iter().map(Vec::as_slice);
        [
            weighted_sums(of_input, Some(&self.bias_ih), input),
            weighted_sums(of_hidden, Some(&self.bias_hh), hidden),
        ]
    }
}
