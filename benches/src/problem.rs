//! A row of the table.

use crate::counted::count_operations;
use crate::function::Function;
use crate::gradient::{Gradient, gradients};
use std::rc::Rc;

/// Fills the gradient and returns the value.
pub(crate) type Run = Box<dyn FnMut(&mut [f64]) -> f64>;

pub(crate) struct Problem {
    pub(crate) name: &'static str,
    /// Elementary operations of one run.
    pub(crate) operations: usize,
    /// The length of the gradient.
    pub(crate) inputs: usize,
    /// One entry for each column that this problem has.
    pub(crate) variants: Vec<(&'static str, Run)>,
}

impl Problem {
    /// A run differentiates at each of the inputs, one after the other; its value is their sum.
    pub(crate) fn new(
        name: &'static str,
        function: &impl Function,
        inputs: Vec<Vec<f64>>,
    ) -> Problem {
        let inputs: Rc<[Vec<f64>]> = inputs.into();
        Problem {
            name,
            operations: inputs.iter().map(|x| count_operations(function, x)).sum(),
            inputs: inputs.iter().map(Vec::len).sum(),
            variants: gradients(function)
                .into_iter()
                .map(|(column, gradient)| (column, at_each(Rc::clone(&inputs), gradient)))
                .collect(),
        }
    }
}

fn at_each(inputs: Rc<[Vec<f64>]>, mut f: Gradient) -> Run {
    Box::new(move |mut gradient| {
        let mut sum = 0.0;
        for x in inputs.iter() {
            let (here, rest) = gradient.split_at_mut(x.len());
            sum += f(x, here);
            gradient = rest;
        }
        sum
    })
}
