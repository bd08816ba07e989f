//! Reverse mode from source to source, for one statement.
//!
//! Contributions come in the order of a sweep over single operations, and with the same digits. A number that costs
//! more to compute than to keep is stored when the statement is recorded. All others are computed again from the
//! operands.

use super::{Argument, Formula, Operation, emit, is_stored, pieces};
use crate::operators::BinaryOperator;
use crate::rows::SlopeFrom;

/// A formula with its derivative.
pub(super) struct Differentiated {
    /// The operations, forward.
    pub(super) forward: String,
    /// What is stored of them.
    pub(super) stored: Vec<String>,
    /// The operations that the reverse computes again, and the adjoints of results.
    pub(super) reverse: String,
    /// What it passes on.
    pub(super) passed: Vec<String>,
    /// Which operand each contribution is for.
    pub(super) uses: Vec<usize>,
}

/// What is stored of an operation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stored {
    Result(usize),
    /// ∂result/∂argument
    Slope(usize, usize),
}

struct Reverse<'f> {
    formula: &'f Formula,
    /// How often each result is used by operations with a derivative.
    result_uses: Vec<usize>,
    /// Whether the adjoint of a result has begun.
    begun: Vec<bool>,
    stored: Vec<Stored>,
    /// Whether the number of a result is read.
    read: Vec<bool>,
    adjoints: String,
    passed: Vec<String>,
    uses: Vec<usize>,
}

impl Formula {
    pub(super) fn differentiated(&self) -> Differentiated {
        let mut result_uses = vec![0; self.operations.len()];
        for operation in &self.operations {
            for argument in operation.arguments() {
                if let Argument::Result(result) = argument {
                    result_uses[result] += 1;
                }
            }
        }
        let mut reverse = Reverse {
            formula: self,
            result_uses,
            begun: vec![false; self.operations.len()],
            stored: Vec::new(),
            read: vec![false; self.operations.len()],
            adjoints: String::new(),
            passed: Vec::new(),
            uses: Vec::new(),
        };
        for result in (0..self.operations.len()).rev() {
            if self.has_operand(Argument::Result(result)) {
                reverse.pass_operation(result);
            }
        }
        let again = reverse.computed_again();
        let stored = reverse
            .stored
            .iter()
            .map(|&stored| reverse.stored_value(stored));
        Differentiated {
            forward: (0..self.operations.len())
                .map(|result| {
                    pieces::definition(result, &emit::operation(&self.operations[result]))
                })
                .collect(),
            stored: stored.collect(),
            reverse: again + &reverse.adjoints,
            passed: reverse.passed.clone(),
            uses: reverse.uses.clone(),
        }
    }
}

impl Reverse<'_> {
    /// Passes the adjoint of an operation on to its arguments.
    fn pass_operation(&mut self, result: usize) {
        let is_last = result + 1 == self.formula.operations.len();
        let adjoint = pieces::adjoint((!is_last).then_some(result));
        match self.formula.operations[result].clone() {
            Operation::Negation(x) => self.pass(x, &pieces::negative(&adjoint)),
            Operation::Binary(operator, [a, b]) => match operator {
                BinaryOperator::Add => {
                    self.pass(a, &adjoint);
                    self.pass(b, &adjoint);
                }
                BinaryOperator::Sub => {
                    self.pass(a, &adjoint);
                    self.pass(b, &pieces::negative(&adjoint));
                }
                BinaryOperator::Mul => {
                    self.pass_product(a, b, &adjoint);
                    self.pass_product(b, a, &adjoint);
                }
                BinaryOperator::Div => self.pass_quotient(result, [a, b], &adjoint),
                BinaryOperator::Rem => {
                    self.pass_stored(result, 0, a, &adjoint);
                    self.pass_stored(result, 1, b, &adjoint);
                }
                BinaryOperator::Pow => self.pass_power(result, [a, b], &adjoint),
            },
            Operation::Function {
                row, x, is_call, ..
            } => {
                if is_stored(row) {
                    return self.pass_stored(result, 0, x, &adjoint);
                }
                // What is not read is not needed: anything may stand in its place.
                let (x_text, y) = match row.slope {
                    SlopeFrom::Result => (pieces::zero(), self.number(Argument::Result(result))),
                    _ => (self.number(x), pieces::zero()),
                };
                let slope = emit::slope(row, &x_text, &y, pieces::is_applied(is_call, x));
                self.pass(x, &pieces::product(&slope, &adjoint));
            }
        }
    }

    fn pass_product(&mut self, to: Argument, other: Argument, adjoint: &str) {
        if self.formula.has_operand(to) {
            let other = self.number(other);
            self.pass(to, &pieces::product(&other, adjoint));
        }
    }

    fn pass_quotient(&mut self, result: usize, [a, b]: [Argument; 2], adjoint: &str) {
        let denominator = self.number(b);
        if self.formula.has_operand(a) {
            let slope = pieces::reciprocal(&denominator);
            self.pass(a, &pieces::product(&slope, adjoint));
        }
        if self.formula.has_operand(b) {
            let y = self.number(Argument::Result(result));
            let slope = pieces::negative_quotient(&y, &denominator);
            self.pass(b, &pieces::product(&slope, adjoint));
        }
    }

    fn pass_power(&mut self, result: usize, [a, b]: [Argument; 2], adjoint: &str) {
        if matches!(b, Argument::Whole(_)) {
            let base = self.number(a);
            let slope = emit::base_slope(&base, b, &pieces::zero());
            return self.pass(a, &pieces::product(&slope, adjoint));
        }
        self.pass_stored(result, 0, a, adjoint);
        self.pass_stored(result, 1, b, adjoint);
    }

    /// Passes an adjoint on through a slope that is stored.
    fn pass_stored(&mut self, result: usize, which: usize, to: Argument, adjoint: &str) {
        if self.formula.has_operand(to) {
            let slope = self.store(Stored::Slope(result, which));
            self.pass(to, &pieces::product(&slope, adjoint));
        }
    }

    fn pass(&mut self, to: Argument, adjoint: &str) {
        if !self.formula.has_operand(to) {
            return;
        }
        let adjoint = match to {
            Argument::Operand(operand) => {
                self.uses.push(operand);
                self.passed.push(adjoint.to_string());
                return;
            }
            Argument::Result(result) if self.result_uses[result] == 1 => {
                pieces::only_adjoint(result, adjoint)
            }
            Argument::Result(result) if self.begun[result] => {
                pieces::further_adjoint(result, adjoint)
            }
            Argument::Result(result) => {
                self.begun[result] = true;
                pieces::first_adjoint(result, adjoint)
            }
            Argument::Number(_) | Argument::Whole(_) => return,
        };
        self.adjoints += &adjoint;
    }

    /// The number of an argument, where the reverse reads it.
    fn number(&mut self, argument: Argument) -> String {
        if let Argument::Result(result) = argument {
            if result + 1 == self.formula.operations.len() && !self.formula.is_assigned {
                return pieces::result();
            }
            self.read[result] = true;
        }
        pieces::argument(argument)
    }

    fn store(&mut self, what: Stored) -> String {
        let known = self.stored.iter().position(|stored| *stored == what);
        let place = known.unwrap_or_else(|| {
            self.stored.push(what);
            self.stored.len() - 1
        });
        pieces::stored(place)
    }

    /// The results that are read: stored if they cost more than memory, else computed again.
    fn computed_again(&mut self) -> String {
        let mut definitions = Vec::new();
        for result in (0..self.read.len()).rev() {
            if !self.read[result] {
                continue;
            }
            let operation = &self.formula.operations[result];
            let value = if self.costs_more_than_memory(result) {
                self.store(Stored::Result(result))
            } else {
                for argument in operation.arguments() {
                    if let Argument::Result(earlier) = argument {
                        self.read[earlier] = true;
                    }
                }
                emit::operation(operation)
            };
            definitions.push(pieces::definition(result, &value));
        }
        definitions.reverse();
        definitions.concat()
    }

    /// Functions and powers are stored, unless they are of written numbers.
    fn costs_more_than_memory(&self, result: usize) -> bool {
        let is_costly = match &self.formula.operations[result] {
            Operation::Function { row, .. } => is_stored(*row),
            Operation::Binary(BinaryOperator::Rem, _) => true,
            Operation::Binary(BinaryOperator::Pow, [_, b]) => !matches!(b, Argument::Whole(_)),
            Operation::Binary(..) | Operation::Negation(_) => false,
        };
        is_costly && self.formula.has_operand(Argument::Result(result))
    }

    /// What is stored, where the operations are run forward.
    fn stored_value(&self, stored: Stored) -> String {
        let (result, which) = match stored {
            Stored::Result(result) => return pieces::argument(Argument::Result(result)),
            Stored::Slope(result, which) => (result, which),
        };
        let y = pieces::argument(Argument::Result(result));
        match &self.formula.operations[result] {
            Operation::Function {
                row, x, is_call, ..
            } => {
                let is_applied = pieces::is_applied(*is_call, *x);
                emit::slope(*row, &pieces::argument(*x), &y, is_applied)
            }
            Operation::Binary(BinaryOperator::Rem, arguments) => {
                emit::remainder_slope(which, *arguments, &y)
            }
            Operation::Binary(_, [a, b]) if which == 0 => {
                emit::base_slope(&pieces::argument(*a), *b, &y)
            }
            Operation::Binary(_, [a, b]) => emit::exponent_slope(*a, *b, &y),
            Operation::Negation(_) => unreachable!("its slope is a constant"),
        }
    }
}
