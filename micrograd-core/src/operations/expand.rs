//! A statement as its elementary operations: the one interpreter of its steps.

use super::steps::{Argument, Step};
use super::{
    BinaryRow, Code, Elementary, Op, ParametricRow, RowVisitor, Shape, Signature, Steps,
    TernaryRow, UnaryRow,
};

/// What is known of an argument: where it is in the list, or that it is a number.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Known {
    Index(u32, f64),
    Number(f64),
    /// A whole number, which matters for exponents.
    Whole(f64),
}

impl Known {
    pub(crate) fn data(self) -> f64 {
        let (Known::Index(_, data) | Known::Number(data) | Known::Whole(data)) = self;
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
    /// Hands out the operations, of which the first has the index `next`, each with the number of its step: steps on plain
    /// numbers are no operations. Gives the result.
    pub(crate) fn expand(
        self,
        operands: &[Known],
        signature: Signature,
        next: u32,
        push: &mut dyn FnMut(Elementary, usize),
    ) -> Known {
        let mut expanding = Expanding { push, next };
        let steps = self.steps.all();
        let Some(op) = self.assigned_by else {
            return expanding.run(steps, operands, signature);
        };
        let (target, others) = operands.split_first().expect("a target is an operand");
        let right = expanding.run(steps, others, signature.of_the_others());
        expanding.apply(op, *target, right, steps.len())
    }
}

/// A list of operations that grows. Places count on from those of the operands.
struct Expanding<'a> {
    push: &'a mut dyn FnMut(Elementary, usize),
    /// The index of the next operation.
    next: u32,
}

impl Expanding<'_> {
    /// So many results need no memory of their own.
    const FEW: usize = 4;

    fn run(&mut self, steps: &[Step], operands: &[Known], signature: Signature) -> Known {
        let (mut few, mut many) = ([Known::Number(f64::NAN); Self::FEW], Vec::new());
        let results = if steps.len() <= Self::FEW {
            &mut few[..]
        } else {
            many.resize(steps.len(), Known::Number(f64::NAN));
            &mut many[..]
        };
        for (number, step) in steps.iter().enumerate() {
            let known = |argument| match argument {
                Argument::Operand(operand) => operands[operand],
                Argument::Result(result) => results[result],
                Argument::Number(number) if step.op == Op::Powi => Known::Whole(number),
                Argument::Number(number) => Known::Number(number),
                Argument::None => Known::Number(f64::NAN),
            };
            let (a, b) = (known(step.arguments[0]), known(step.arguments[1]));
            results[number] = if step.was_called(signature) {
                a
            } else {
                self.apply(step.op, a, b, number)
            };
        }
        match steps.len().checked_sub(1) {
            Some(last) => results[last],
            None => operands[0],
        }
    }

    /// Hands out one operation, unless its operands are plain numbers.
    fn apply(&mut self, op: Op, a: Known, b: Known, step: usize) -> Known {
        let op = match (op, b) {
            (Op::Pow, Known::Whole(_)) => Op::Powi,
            _ => op,
        };
        let (code, operands) = match (op.code().shape(), a, b) {
            (Shape::Binary(row), Known::Index(a, _), Known::Index(b, _)) => (row.code(), [a, b, 0]),
            (Shape::Binary(row), Known::Index(a, _), _) => (row.code_with_number(), [a, 0, 0]),
            (Shape::Binary(row), _, Known::Index(b, _)) => (row.code_of_number(), [b, 0, 0]),
            (_, Known::Index(a, _), _) => (op.code(), [a, 0, 0]),
            _ => return Known::Number(evaluated(op.code(), a.data(), b.data()).0),
        };
        let (data, number) = evaluated(code, a.data(), b.data());
        (self.push)(Elementary::new(code, operands, number, data), step);
        self.next += 1;
        Known::Index(self.next - 1, data)
    }
}

/// A list of operations on so many arguments, which come first, as one whose last operation is the result `y`. The list was
/// written without slopes.
pub(crate) fn as_results_end(
    mut nodes: Vec<Elementary>,
    arguments: usize,
    index: Option<u32>,
    y: f64,
) -> Vec<Elementary> {
    for index in arguments..nodes.len() {
        let node = nodes[index];
        if let Shape::Unary(op) = node.code.shape() {
            let x = nodes[node.three_operands()[0]].data;
            nodes[index].number = evaluated(op.code(), x, 0.0).1;
        }
    }
    match index {
        Some(index) if index as usize >= arguments && index as usize + 1 == nodes.len() => {}
        Some(index) => {
            let code = super::Binary::Mul.code_with_number();
            nodes.push(Elementary::new(code, [index, 0, 0], 1.0, y));
        }
        None => nodes.push(Elementary::new(Code::Constant, [0; 3], 0.0, y)),
    }
    nodes
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
