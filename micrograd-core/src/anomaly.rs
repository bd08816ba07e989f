//! Where a NaN was born: the first operation whose number is not finite.

mod chain;
mod diagnostic;
mod guard;
mod source_line;
mod watch;

pub use guard::{AnomalyGuard, detect_anomaly};

use crate::operations::Op;
use crate::source::Source;
use crate::tape::{NodeId, Operation, Tape};

/// An operation whose data or whose adjoint is NaN or infinite, and is the first one.
///
/// `Display` prints it as rustc prints a warning, with the line of source code if the file can be
/// read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Anomaly {
    /// The operation.
    pub op: Op,
    /// The function, if it is a call of one by its `apply`; see [`Op::Call`].
    pub call: Option<&'static str>,
    /// The first operation inside that call whose result is not finite: `ln(-1.0) = NaN`. It is found by running the function
    /// again.
    pub inside: Option<String>,
    /// The name of its result.
    pub name: Option<String>,
    /// The result.
    pub data: f64,
    /// What it was computed from.
    pub operands: Vec<AnomalyOperand>,
    /// Where it was written.
    pub source: Option<Source>,
    /// What `backward` did, if the data were finite.
    pub backward: Option<AnomalyInBackward>,
    /// From the operation to the root, each computed from the one before it. The root is that of
    /// `backward`, or else the last value that was made of it.
    pub chain: Vec<AnomalyStep>,
}

/// An operand of an [`Anomaly`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnomalyOperand {
    /// Its name.
    pub name: Option<String>,
    /// Its expression as it was written, if that is known.
    pub text: Option<&'static str>,
    /// Its number.
    pub data: f64,
    /// Whether it is a value that no operation made, or a plain number.
    pub is_input: bool,
}

/// The step of the reverse sweep after which an adjoint was not finite.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnomalyInBackward {
    /// ∂root/∂result, still finite.
    pub adjoint: f64,
    /// Which of [`Anomaly::operands`] it was passed on to.
    pub operand: usize,
    /// ∂result/∂operand.
    pub partial: f64,
    /// ∂root/∂operand after that: NaN or infinite.
    pub operand_adjoint: f64,
}

/// A value on the way from an [`Anomaly`] to the root.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnomalyStep {
    /// The operation that made it.
    pub op: Op,
    /// The function, if it is a call of one.
    pub call: Option<&'static str>,
    /// Its name.
    pub name: Option<String>,
    /// Its number.
    pub data: f64,
    /// Where it was written.
    pub source: Option<Source>,
}

/// What the tape knows of an anomaly.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Birth {
    /// The node's data are not finite.
    Data(NodeId),
    /// The sum is not finite that `user` left at its operand.
    Adjoint {
        user: NodeId,
        /// Counted among the operands that are nodes.
        operand: usize,
        adjoint: f64,
        partial: f64,
        sum: f64,
    },
}

impl Anomaly {
    /// Copies from a tape of elementary operations what is to be known; the chain ends at `root`, if it gets
    /// there.
    pub(crate) fn of(tape: &mut Tape, birth: Birth, root: Option<NodeId>) -> Self {
        let (id, backward) = match birth {
            Birth::Data(id) => (id, None),
            Birth::Adjoint {
                user,
                operand,
                adjoint,
                partial,
                sum,
            } => {
                // A number on the left is no node, but an operand.
                let numbers = matches!(tape.node(user).operation(), Operation::BinaryOfNumber(..));
                let backward = AnomalyInBackward {
                    adjoint,
                    operand: operand + usize::from(numbers),
                    partial,
                    operand_adjoint: sum,
                };
                (user, Some(backward))
            }
        };
        let node = *tape.node(id);
        Anomaly {
            op: tape.op(id),
            call: tape.call_name(id),
            inside: tape.anomaly_inside(id),
            name: tape.name(id),
            data: node.data,
            operands: operands(tape, id),
            source: node.source().source(),
            backward,
            chain: chain::steps(tape, id, root),
        }
    }

    /// On stderr; a closed one is no reason to stop.
    pub(crate) fn print(&self) {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "{self}");
    }
}

impl std::error::Error for Anomaly {}

fn operands(tape: &mut Tape, id: NodeId) -> Vec<AnomalyOperand> {
    let number = |data| AnomalyOperand {
        name: None,
        text: None,
        data,
        is_input: true,
    };
    let node = *tape.node(id);
    let mut operands = Vec::new();
    let mut ids = Vec::new();
    tape.each_operand_of(id, |operand| ids.push(operand));
    for operand in ids {
        let node = *tape.node(operand);
        let is_input = matches!(node.operation(), Operation::Leaf | Operation::Constant);
        operands.push(AnomalyOperand {
            name: tape.name(operand),
            text: node
                .source()
                .source()
                .and_then(|source| source.text())
                .filter(|_| !is_input),
            data: node.data,
            is_input,
        });
    }
    match node.operation() {
        Operation::BinaryOfNumber(_, c, _) => operands.insert(0, number(c)),
        Operation::Parametric(_, _, c) | Operation::BinaryWithNumber(_, _, c) => {
            operands.push(number(c));
        }
        Operation::Leaf
        | Operation::Constant
        | Operation::Call(_)
        | Operation::Unary(..)
        | Operation::Binary(..)
        | Operation::Ternary(..) => {}
    }
    operands
}
