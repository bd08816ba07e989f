//! A statement as its elementary operations: the one interpreter of its steps.

use super::steps::{Argument, Step};
use super::{
    BinaryRow, Code, Elementary, Kinds, Op, ParametricRow, RowVisitor, Shape, Steps, TernaryRow,
    UnaryRow,
};

/// What is known of an argument: where it is in the list, or that it is a number.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Known {
    Place(u32, f64),
    Number(f64),
    /// A whole number, which matters for exponents.
    Whole(f64),
}

impl Known {
    pub(crate) fn data(self) -> f64 {
        let (Known::Place(_, data) | Known::Number(data) | Known::Whole(data)) = self;
        data
    }
}

/// The operations of a statement as data.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StepList {
    pub(crate) steps: &'static Steps,
    /// The operator that assigns the result of the steps to the first operand; then the steps are on the others.
    pub(crate) assigned_by: Option<Op>,
}

impl StepList {
    /// Adds the operations to a list in which the next one has the place `next`; gives the result. `made` learns which of its
    /// steps each operation is: steps on plain numbers are none.
    pub(crate) fn expand(
        self,
        operands: &[Known],
        kinds: Kinds,
        next: u32,
        nodes: &mut Vec<Elementary>,
        mut made: impl FnMut(usize),
    ) -> Known {
        let mut expanding = Expanding { nodes, next };
        let steps = self.steps.all();
        let Some(op) = self.assigned_by else {
            return expanding.add(steps, operands, kinds, made);
        };
        let (target, others) = operands.split_first().expect("a target is an operand");
        let right = expanding.add(steps, others, kinds.of_the_others(), &mut made);
        let result = expanding.apply(op, *target, right);
        if matches!(result, Known::Place(..)) {
            made(steps.len());
        }
        result
    }
}

/// A list of operations that grows. Places count on from those of the operands.
struct Expanding<'a> {
    nodes: &'a mut Vec<Elementary>,
    /// The place of the next operation.
    next: u32,
}

impl Expanding<'_> {
    fn add(
        &mut self,
        steps: &[Step],
        operands: &[Known],
        kinds: Kinds,
        mut made: impl FnMut(usize),
    ) -> Known {
        let mut results: Vec<Known> = Vec::with_capacity(steps.len());
        for (number, step) in steps.iter().enumerate() {
            let known = |argument| match argument {
                Argument::Operand(operand) => operands[operand],
                Argument::Result(result) => results[result],
                Argument::Number(number) if step.op == Op::Powi => Known::Whole(number),
                Argument::Number(number) => Known::Number(number),
                Argument::None => Known::Number(f64::NAN),
            };
            let [a, b] = step.arguments.map(known);
            let is_called = match step.arguments {
                [Argument::Operand(operand), _] => step.is_call && !kinds.is_applied(operand),
                _ => false,
            };
            let result = if is_called {
                a
            } else {
                self.apply(step.op, a, b)
            };
            if matches!(result, Known::Place(..)) && !is_called {
                made(number);
            }
            results.push(result);
        }
        let result = results.last().or(operands.first());
        *result.expect("a statement has an operand or a step")
    }

    /// Adds one operation, unless its operands are plain numbers.
    fn apply(&mut self, op: Op, a: Known, b: Known) -> Known {
        let op = match (op, b) {
            (Op::Pow, Known::Whole(_)) => Op::Powi,
            _ => op,
        };
        let (code, operands) = match (op.code().shape(), a, b) {
            (Shape::Binary(row), Known::Place(a, _), Known::Place(b, _)) => (row.code(), [a, b, 0]),
            (Shape::Binary(row), Known::Place(a, _), _) => (row.code_with_number(), [a, 0, 0]),
            (Shape::Binary(row), _, Known::Place(b, _)) => (row.code_of_number(), [b, 0, 0]),
            (_, Known::Place(a, _), _) => (op.code(), [a, 0, 0]),
            _ => return Known::Number(evaluated(op.code(), a.data(), b.data()).0),
        };
        let (data, number) = evaluated(code, a.data(), b.data());
        self.nodes
            .push(Elementary::new(code, operands, number, data));
        self.next += 1;
        Known::Place(self.next - 1, data)
    }
}

/// The value of an operation, and the number that its node keeps: the slope of a unary one, or the plain number.
fn evaluated(code: Code, a: f64, b: f64) -> (f64, f64) {
    let mut result = (f64::NAN, f64::NAN);
    code.visit(Evaluate {
        a,
        b,
        result: &mut result,
    });
    result
}

struct Evaluate<'a> {
    a: f64,
    b: f64,
    result: &'a mut (f64, f64),
}

impl RowVisitor for Evaluate<'_> {
    fn unary<R: UnaryRow>(self) {
        let y = R::value(self.a);
        *self.result = (y, R::slope(self.a, y));
    }

    fn parametric<R: ParametricRow>(self) {
        *self.result = (R::value(self.a, self.b), self.b);
    }

    fn binary<R: BinaryRow>(self) {
        *self.result = (R::value(self.a, self.b), 0.0);
    }

    fn binary_with_number<R: BinaryRow>(self) {
        *self.result = (R::value(self.a, self.b), self.b);
    }

    fn binary_of_number<R: BinaryRow>(self) {
        *self.result = (R::value(self.a, self.b), self.a);
    }

    fn ternary<R: TernaryRow>(self) {
        unreachable!("a statement has no operations of three operands");
    }
}
