//! A formula as text, for those who look at single operations.

use super::{Argument, Formula, Operation};
use crate::operators::BinaryOperator;
use std::fmt;

impl Formula {
    /// `mul x0 x1;exp t0`; core's `Steps` says what that means.
    pub(crate) fn list(&self) -> String {
        let steps: Vec<String> = self.operations.iter().map(Operation::to_string).collect();
        steps.join(";")
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Operation::Negation(x) => write!(f, "neg {x}"),
            Operation::Binary(BinaryOperator::Pow, [a, n @ Argument::Whole(_)]) => {
                write!(f, "powi {a} {n}")
            }
            Operation::Binary(operator, [a, b]) => write!(f, "{} {a} {b}", operator.method()),
            Operation::Function {
                name, x, is_call, ..
            } => write!(f, "{name}{} {x}", if *is_call { "?" } else { "" }),
        }
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Argument::Operand(operand) => write!(f, "x{operand}"),
            Argument::Result(result) => write!(f, "t{result}"),
            Argument::Number(number) => write!(f, "{number:?}"),
            Argument::Whole(number) => write!(f, "{number}"),
        }
    }
}
