//! A formula on plain numbers by the list of its operations, one after the other. A debug build has no other code of a statement.

use super::expand::evaluated;
use super::steps::{Argument, Step};
use super::{BinaryRow, Kinds, Op, ParametricRow, RowVisitor, Steps, TernaryRow, UnaryRow};

impl Steps {
    /// The result of the formula.
    pub(crate) fn value(&self, x: &[f64], kinds: Kinds) -> f64 {
        let results = self.results(x, kinds);
        *results.last().expect("a formula holds an operation")
    }

    /// What is passed on of the adjoint of its result: a number for each of the uses, with the digits of a sweep over single
    /// operations.
    pub(crate) fn reverse(&self, x: &[f64], adjoint: f64, passed: &mut [f64], kinds: Kinds) {
        let results = self.results(x, kinds);
        // Adding to −0 changes nothing.
        let mut adjoints = vec![-0.0; results.len()];
        adjoints[results.len() - 1] = adjoint;
        let mut passed = passed.iter_mut();
        for (number, step) in self.all().iter().enumerate().rev() {
            let [a, b] = step.numbers(x, &results);
            let slopes = if step.was_called(kinds) {
                [1.0; 2]
            } else {
                slopes(step.op_on(kinds), [a, b, results[number]])
            };
            for (argument, slope) in step.arguments.into_iter().zip(slopes) {
                let part = slope * adjoints[number];
                match argument {
                    Argument::Operand(_) => *passed.next().expect("a place for each use") = part,
                    Argument::Result(result) => adjoints[result] += part,
                    Argument::Number(_) | Argument::None => {}
                }
            }
        }
    }

    /// Which operand each contribution is for.
    pub(crate) fn uses(&self) -> impl Iterator<Item = usize> {
        let downwards = self.all().iter().rev();
        let arguments = downwards.flat_map(|step| step.arguments);
        arguments.filter_map(|argument| match argument {
            Argument::Operand(operand) => Some(operand),
            _ => None,
        })
    }

    /// Whether the slope of an operation may overflow where the slope times the adjoint does not.
    pub(crate) fn has_quotient(&self) -> bool {
        self.all().iter().any(|step| step.op == Op::Div)
    }

    /// The results of all operations.
    fn results(&self, x: &[f64], kinds: Kinds) -> Vec<f64> {
        let mut results = Vec::with_capacity(self.all().len());
        for step in self.all() {
            let [a, b] = step.numbers(x, &results);
            results.push(if step.was_called(kinds) {
                a
            } else {
                evaluated(step.op_on(kinds).code(), a, b).0
            });
        }
        results
    }
}

impl Step {
    /// What it is applied to, and anything in the place of an argument that it has not.
    fn numbers(&self, x: &[f64], results: &[f64]) -> [f64; 2] {
        self.arguments.map(|argument| match argument {
            Argument::Operand(operand) => x[operand],
            Argument::Result(result) => results[result],
            Argument::Number(number) => number,
            Argument::None => f64::NAN,
        })
    }
}

/// ∂y/∂a and ∂y/∂b, of an operation with one operand anything for the second.
fn slopes(op: Op, [a, b, y]: [f64; 3]) -> [f64; 2] {
    let mut slopes = [f64::NAN; 2];
    let numbers = [a, b, y];
    op.code().visit(Slopes {
        numbers,
        slopes: &mut slopes,
    });
    slopes
}

struct Slopes<'a> {
    numbers: [f64; 3],
    slopes: &'a mut [f64; 2],
}

impl RowVisitor for Slopes<'_> {
    fn unary<R: UnaryRow>(self) {
        let [x, _, y] = self.numbers;
        self.slopes[0] = R::slope(x, y);
    }

    fn parametric<R: ParametricRow>(self) {
        let [x, c, y] = self.numbers;
        self.slopes[0] = R::slope(x, c, y);
    }

    fn binary<R: BinaryRow>(self) {
        let [a, b, y] = self.numbers;
        *self.slopes = [R::left_partial(a, b, y), R::right_partial(a, b, y)];
    }

    fn binary_with_number<R: BinaryRow>(self) {
        self.binary::<R>();
    }

    fn binary_of_number<R: BinaryRow>(self) {
        self.binary::<R>();
    }

    fn ternary<R: TernaryRow>(self) {
        unreachable!("a statement has no operations of three operands");
    }
}
