//! Where a NaN was born: the first operation whose number is not finite.

mod diagnostic;
mod guard;
mod source_line;
mod steps;
mod watch;

pub use guard::{AnomalyGuard, detect_anomaly};

use crate::operations::Op;
use crate::source::Source;
use crate::tape::{Entry, Listing};

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

/// Where an anomaly is in a listing of the tape.
#[derive(Clone, Copy, Debug)]
enum Birth {
    /// The operation at this index has data that are not finite.
    Data(usize),
    /// The sum is not finite that `user` left at its operand.
    Adjoint {
        user: usize,
        /// Counted among the operands that are nodes.
        operand: usize,
        adjoint: f64,
        partial: f64,
        sum: f64,
    },
}

impl Anomaly {
    /// Copies what is to be known; the chain ends at `root`, if it gets there.
    fn of(listing: &Listing, birth: Birth, root: Option<usize>) -> Self {
        let (index, backward) = match birth {
            Birth::Data(index) => (index, None),
            Birth::Adjoint {
                user,
                operand,
                adjoint,
                partial,
                sum,
            } => {
                let left = listing.entries[user].operation.left_number();
                let backward = AnomalyInBackward {
                    adjoint,
                    operand: operand + usize::from(left.is_some()),
                    partial,
                    operand_adjoint: sum,
                };
                (user, Some(backward))
            }
        };
        let entry = &listing.entries[index];
        Anomaly {
            op: entry.op(),
            call: entry.call_name(),
            inside: entry.call.as_ref().and_then(|call| call.anomaly.clone()),
            name: entry.name(),
            data: entry.operation.data,
            operands: operands(listing, entry),
            source: entry.source.source(),
            backward,
            chain: steps::steps(listing, index, root),
        }
    }

    /// On stderr; a closed one is no reason to stop.
    pub(crate) fn print(&self) {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "{self}");
    }
}

impl std::error::Error for Anomaly {}

fn operands(listing: &Listing, entry: &Entry) -> Vec<AnomalyOperand> {
    let number = |data| AnomalyOperand {
        name: None,
        text: None,
        data,
        is_input: true,
    };
    let nodes = entry.operands().iter().map(|&operand| {
        let operand = &listing.entries[operand as usize];
        let (is_input, source) = (operand.is_input(), operand.source.source());
        AnomalyOperand {
            name: operand.name(),
            text: source
                .and_then(|source| source.text())
                .filter(|_| !is_input),
            data: operand.operation.data,
            is_input,
        }
    });
    let left = entry.operation.left_number().map(number);
    let right = entry.operation.right_number().map(number);
    left.into_iter().chain(nodes).chain(right).collect()
}
