//! The operations of a statement, one by one, as text: for those who look, and for debug builds.

use super::{Kinds, Op};
use std::sync::OnceLock;

/// The operations of a statement, in the order of recording, separated by `;`: `mul x0 x1;exp t0;add t1 2.5`. An argument is an
/// operand (`x0`), the result of an earlier operation (`t0`), or a number. A function of a variable has a `?`: it is an operation
/// if the operand is a number or a value, and has been called already if it is something else.
#[derive(Debug)]
pub(crate) struct Steps {
    text: &'static str,
    read: OnceLock<Box<[Step]>>,
}

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) op: Op,
    pub(crate) arguments: [Argument; 2],
    /// Whether it is a function of a variable.
    pub(crate) is_call: bool,
}

impl Step {
    /// The operation: a power of a variable whose type says that it is whole is another one.
    pub(crate) fn op_on(&self, kinds: Kinds) -> Op {
        match (self.op, self.arguments) {
            (Op::Pow, [_, Argument::Operand(exponent)]) if kinds.is_whole(exponent) => Op::Powi,
            _ => self.op,
        }
    }

    /// Whether it was called before, because the type of its operand says so: then its result is that operand.
    pub(crate) fn was_called(&self, kinds: Kinds) -> bool {
        match self.arguments {
            [Argument::Operand(operand), _] => self.is_call && !kinds.is_applied(operand),
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
    pub(crate) fn all(&self) -> &[Step] {
        self.read
            .get_or_init(|| self.text.split_terminator(';').map(step).collect())
    }
}

fn step(text: &str) -> Step {
    let mut words = text.split(' ');
    let name = words.next().unwrap_or_default();
    let (name, is_call) = name
        .strip_suffix('?')
        .map_or((name, false), |name| (name, true));
    let op = Op::ALL.iter().find(|op| op.name() == name);
    let mut next = || words.next().map_or(Argument::None, argument);
    Step {
        op: *op.expect("a statement is made of operations of the table"),
        arguments: [next(), next()],
        is_call,
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
    use super::{Argument, Op, Step, Steps};

    #[test]
    fn steps_are_read_as_they_are_written() {
        let steps = Steps::new("mul x0 -2.5;exp? x12;powi t0 3;sub t1 t2");
        let step = |op, arguments, is_call| Step {
            op,
            arguments,
            is_call,
        };
        let (x, t, n) = (Argument::Operand, Argument::Result, Argument::Number);
        assert_eq!(
            steps.all(),
            [
                step(Op::Mul, [x(0), n(-2.5)], false),
                step(Op::Exp, [x(12), Argument::None], true),
                step(Op::Powi, [t(0), n(3.0)], false),
                step(Op::Sub, [t(1), t(2)], false),
            ]
        );
        assert_eq!(Steps::new("").all(), []);
    }
}
