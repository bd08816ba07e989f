//! A formula on plain numbers by the list of its operations, one after the other: a debug build has no other code of a statement.
//!
//! Written for code that is not optimised: without closures, iterators and memory of its own.

use super::steps::{Argument, Step};
use super::{BinaryRow, Op, ParametricRow, RowVisitor, Signature, Steps, TernaryRow, UnaryRow};

/// So many numbers need no memory of their own.
const FEW: usize = 32;

/// Room for so many numbers.
fn room<'a>(few: &'a mut [f64; FEW], many: &'a mut Vec<f64>, count: usize) -> &'a mut [f64] {
    if count <= FEW {
        return few;
    }
    many.resize(count, few[0]);
    many
}

impl Steps {
    /// The result of the formula.
    pub(crate) fn value(&self, x: &[f64], signature: Signature) -> f64 {
        let steps = self.all();
        let (few, many) = (&mut [0.0; FEW], &mut Vec::new());
        let results = room(few, many, steps.len());
        run(steps, x, signature, results);
        results[steps.len() - 1]
    }

    /// What is passed on of the adjoint of its result: a number for each of the uses, with the digits of a sweep over single
    /// operations.
    pub(crate) fn reverse(
        &self,
        x: &[f64],
        adjoint: f64,
        passed: &mut [f64],
        signature: Signature,
    ) {
        let steps = self.all();
        let (few, many) = (&mut [0.0; FEW], &mut Vec::new());
        let results = room(few, many, steps.len());
        run(steps, x, signature, results);
        // Adding to −0 changes nothing.
        let (few, many) = (&mut [-0.0; FEW], &mut Vec::new());
        let adjoints = room(few, many, steps.len());
        adjoints[steps.len() - 1] = adjoint;
        let (mut number, mut next) = (steps.len(), 0);
        while number > 0 {
            number -= 1;
            let (step, adjoint) = (&steps[number], adjoints[number]);
            let (a, b) = step.numbers(x, results);
            let [left, right] = if step.was_called(signature) {
                [1.0; 2]
            } else {
                (step.on_numbers_of(signature).slopes)(a, b, results[number])
            };
            for (argument, slope) in [(step.arguments[0], left), (step.arguments[1], right)] {
                match argument {
                    Argument::Operand(_) => {
                        passed[next] = slope * adjoint;
                        next += 1;
                    }
                    Argument::Result(result) => adjoints[result] += slope * adjoint,
                    Argument::Number(_) | Argument::None => {}
                }
            }
        }
    }
}

/// The results of all operations.
fn run(steps: &[Step], x: &[f64], signature: Signature, results: &mut [f64]) {
    let mut number = 0;
    while number < steps.len() {
        let step = &steps[number];
        let (a, b) = step.numbers(x, results);
        results[number] = if step.was_called(signature) {
            a
        } else {
            (step.on_numbers_of(signature).value)(a, b)
        };
        number += 1;
    }
}

impl Step {
    /// What it is applied to, and anything in the place of an argument that it has not.
    fn numbers(&self, x: &[f64], results: &[f64]) -> (f64, f64) {
        let [a, b] = &self.arguments;
        (a.number(x, results), b.number(x, results))
    }

    fn on_numbers_of(&self, signature: Signature) -> OnNumbers {
        // Only a power may be another operation than it was written as.
        if self.op == Op::Pow && self.op_on(signature) == Op::Powi {
            OnNumbers::of(Op::Powi)
        } else {
            self.on_numbers
        }
    }
}

impl Argument {
    fn number(&self, x: &[f64], results: &[f64]) -> f64 {
        match *self {
            Argument::Operand(operand) => x[operand],
            Argument::Result(result) => results[result],
            Argument::Number(number) => number,
            Argument::None => f64::NAN,
        }
    }
}

/// An operation on plain numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct OnNumbers {
    value: fn(f64, f64) -> f64,
    /// ∂y/∂a and ∂y/∂b of a, b and y; of one operand, anything for the second.
    slopes: fn(f64, f64, f64) -> [f64; 2],
}

impl OnNumbers {
    pub(super) fn of(op: Op) -> Self {
        let mut found = None;
        op.code().visit(Find(&mut found));
        found.expect("a statement is made of operations with a row")
    }
}

/// Finds the functions of a row.
struct Find<'a>(&'a mut Option<OnNumbers>);

impl RowVisitor for Find<'_> {
    fn unary<R: UnaryRow>(self) {
        *self.0 = Some(OnNumbers {
            value: |x, _| R::value(x),
            slopes: |x, _, y| [R::slope(x, y), f64::NAN],
        });
    }

    fn parametric<R: ParametricRow>(self) {
        *self.0 = Some(OnNumbers {
            value: |x, c| R::value(x, c),
            slopes: |x, c, y| [R::slope(x, c, y), f64::NAN],
        });
    }

    fn binary<R: BinaryRow>(self) {
        *self.0 = Some(OnNumbers {
            value: |a, b| R::value(a, b),
            slopes: |a, b, y| [R::left_partial(a, b, y), R::right_partial(a, b, y)],
        });
    }

    fn binary_with_number<R: BinaryRow>(self) {
        self.binary::<R>();
    }

    fn binary_of_number<R: BinaryRow>(self) {
        self.binary::<R>();
    }

    fn ternary<R: TernaryRow>(self) {}
}
