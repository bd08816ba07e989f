//! The arithmetic of one statement, differentiated: what `expand` collects becomes two plain functions and a list.

mod differentiate;
mod emit;
mod integers;
mod list;
mod pieces;

pub(crate) use pieces::SUPPORT;

use crate::operators::BinaryOperator;
use crate::rows::{self, SlopeFrom, operation_of};

/// Operations on operands, numbers and the results of earlier ones; the last one makes the result.
#[derive(Clone, Default)]
pub(crate) struct Formula {
    operations: Vec<Operation>,
    /// Whether a value may take part in each: an operand does.
    has_operand: Vec<bool>,
    /// The operator that assigns the result to a variable, whose reverse does not know the result.
    is_assigned: bool,
}

/// What an operation is applied to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Argument {
    Operand(usize),
    Result(usize),
    Number(f64),
    /// A whole number, which matters for exponents.
    Whole(i32),
}

#[derive(Clone)]
enum Operation {
    Negation(Argument),
    Binary(BinaryOperator, [Argument; 2]),
    Function {
        row: rows::Operation,
        name: String,
        x: Argument,
        /// Whether it is a method of a variable, whose type decides whether it is an operation of the statement.
        is_call: bool,
    },
}

impl Operation {
    fn arguments(&self) -> Vec<Argument> {
        match self {
            Operation::Negation(x) | Operation::Function { x, .. } => vec![*x],
            Operation::Binary(_, arguments) => arguments.to_vec(),
        }
    }

    fn arguments_mut(&mut self) -> &mut [Argument] {
        match self {
            Operation::Negation(x) | Operation::Function { x, .. } => std::slice::from_mut(x),
            Operation::Binary(_, arguments) => arguments,
        }
    }
}

impl Formula {
    pub(crate) fn negate(&mut self, x: Argument) -> Argument {
        self.push(Operation::Negation(x))
    }

    pub(crate) fn binary(
        &mut self,
        operator: BinaryOperator,
        a: Argument,
        b: Argument,
    ) -> Argument {
        self.push(Operation::Binary(operator, [a, b]))
    }

    /// A function of the table of operations, by its method's name.
    pub(crate) fn function(&mut self, method: &str, x: Argument, is_call: bool) -> Argument {
        let row = operation_of(method).expect("the parser knows the functions of the table");
        let name = method.to_owned();
        self.push(Operation::Function {
            row,
            name,
            x,
            is_call,
        })
    }

    fn push(&mut self, operation: Operation) -> Argument {
        let arguments = operation.arguments();
        let has_operand = arguments
            .into_iter()
            .any(|argument| self.has_operand(argument));
        self.has_operand.push(has_operand);
        self.operations.push(operation);
        Argument::Result(self.operations.len() - 1)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// The right-hand side of an assigning operator: the tape keeps no result of it.
    pub(crate) fn assigned(&mut self) {
        self.is_assigned = true;
    }

    /// Gives its operands other numbers.
    pub(crate) fn renumber(&mut self, number: impl Fn(usize) -> usize) {
        for operation in &mut self.operations {
            for argument in operation.arguments_mut() {
                if let Argument::Operand(operand) = argument {
                    *operand = number(*operand);
                }
            }
        }
    }

    /// Whether a value may take part in it: an operand does.
    fn has_operand(&self, argument: Argument) -> bool {
        match argument {
            Argument::Operand(_) => true,
            Argument::Number(_) | Argument::Whole(_) => false,
            Argument::Result(result) => self.has_operand[result],
        }
    }

    fn is_quotient(&self, operation: &Operation) -> bool {
        matches!(operation, Operation::Binary(BinaryOperator::Div, arguments)
            if arguments.iter().any(|argument| self.has_operand(*argument)))
    }
}

/// How the slope of a function is known when the statement is swept.
fn is_stored(row: rows::Operation) -> bool {
    // What costs less than memory is computed again.
    !row.is_cheap || row.slope == SlopeFrom::Kept
}
