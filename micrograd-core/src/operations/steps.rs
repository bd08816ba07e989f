//! The operations of a statement, one by one, as text. Graphs, reports, derivatives and debug builds read it. Release
//! builds run the code beside it.

use super::by_list::OnNumbers;
use super::{Op, Signature};
use std::sync::OnceLock;

/// The operations of a statement, in the order of recording, separated by `;`: `mul x0 x1;exp t0;add t1 2.5`. An argument is an
/// operand (`x0`), the result of an earlier operation (`t0`), or a number. A function of a variable has a `?`: it is an operation
/// if the operand is a number or a value, and has been called already if it is something else.
#[derive(Debug)]
pub(crate) struct Steps {
    text: &'static str,
    read: OnceLock<Read>,
}

/// What the text says.
#[derive(Debug)]
struct Read {
    steps: Box<[Step]>,
    uses: Box<[usize]>,
    has_quotient: bool,
}

/// One operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) op: Op,
    pub(crate) arguments: [Argument; 2],
    /// Whether it is a function of a variable.
    pub(crate) is_call: bool,
    /// What it does with plain numbers.
    pub(super) on_numbers: OnNumbers,
}

impl Step {
    /// The operation: a power of a variable whose type says that it is whole is another one.
    pub(crate) fn op_on(&self, signature: Signature) -> Op {
        match (self.op, self.arguments) {
            (Op::Pow, [_, Argument::Operand(exponent)]) if signature.is_whole(exponent) => Op::Powi,
            _ => self.op,
        }
    }

    /// Whether it was called before, because the type of its operand says so: then its result is that operand.
    pub(crate) fn was_called(&self, signature: Signature) -> bool {
        match self.arguments {
            [Argument::Operand(operand), _] => self.is_call && !signature.is_applied(operand),
            _ => false,
        }
    }
}

/// What an operation is applied to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Argument {
    Operand(usize),
    Result(usize),
    Number(f64),
    /// There is no such argument.
    None,
}

impl Steps {
    /// # Panics
    ///
    /// Who reads the text panics if it is not of this form.
    #[must_use]
    pub(crate) const fn new(text: &'static str) -> Self {
        Steps {
            text,
            read: OnceLock::new(),
        }
    }

    #[inline]
    fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let steps: Box<[Step]> = self.text.split_terminator(';').map(step).collect();
            let downwards = steps.iter().rev().flat_map(|step| step.arguments);
            let uses = downwards.filter_map(|argument| match argument {
                Argument::Operand(operand) => Some(operand),
                _ => None,
            });
            Read {
                uses: uses.collect(),
                has_quotient: steps.iter().any(|step| step.op == Op::Div),
                steps,
            }
        })
    }

    #[inline]
    pub(crate) fn all(&self) -> &[Step] {
        &self.read().steps
    }

    /// Which operand each contribution is for, in the order of a sweep.
    #[inline]
    pub(crate) fn uses(&self) -> &[usize] {
        &self.read().uses
    }

    /// Whether the slope of an operation may overflow where the slope times the adjoint does not.
    #[inline]
    pub(crate) fn has_quotient(&self) -> bool {
        self.read().has_quotient
    }
}

fn step(text: &str) -> Step {
    let mut words = text.split(' ');
    let name = words.next().unwrap_or_default();
    let (name, is_call) = name
        .strip_suffix('?')
        .map_or((name, false), |name| (name, true));
    let op = Op::ALL.iter().find(|op| op.name() == name);
    let op = *op.expect("a statement is made of operations of the table");
    let mut next = || words.next().map_or(Argument::None, argument);
    Step {
        op,
        arguments: [next(), next()],
        is_call,
        on_numbers: OnNumbers::of(op),
    }
}

fn argument(text: &str) -> Argument {
    let number = |digits: &str| digits.parse().expect("a letter and a number");
    match text.split_at(1) {
        ("x", operand) => Argument::Operand(number(operand)),
        ("t", result) => Argument::Result(number(result)),
        _ => Argument::Number(text.parse().expect("a number")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Argument, Op, Steps};

    #[test]
    fn steps_are_read_as_they_are_written() {
        let steps = Steps::new("mul x0 -2.5;exp? x12;powi t0 3;sub t1 t2");
        let (x, t, n) = (Argument::Operand, Argument::Result, Argument::Number);
        let read = steps.all().iter();
        let read = read.map(|step| (step.op, step.arguments, step.is_call));
        assert_eq!(
            read.collect::<Vec<_>>(),
            [
                (Op::Mul, [x(0), n(-2.5)], false),
                (Op::Exp, [x(12), Argument::None], true),
                (Op::Powi, [t(0), n(3.0)], false),
                (Op::Sub, [t(1), t(2)], false),
            ]
        );
        assert!(Steps::new("").all().is_empty());
        assert_eq!(steps.uses(), [12, 0]);
    }
}
