//! Statements that are recorded one operation at a time.

use super::Part;
use crate::operations::{Elementary, Known, Signature, StepList};
use crate::source::Expression;
use crate::tape::{Caller, NodeId, Tape};

#[allow(clippy::cast_possible_truncation)] // There are few operands.
fn as_index(operand: usize) -> u32 {
    operand as u32
}

/// Records the operations of a statement one by one, each at its own position or all at the caller's.
#[cold]
#[inline(never)]
pub(super) fn record_one_by_one(
    tape: &mut Tape,
    list: StepList,
    (known, ids): (&[Known], &[NodeId]),
    signature: Signature,
    expressions: &[Expression],
    caller_site: Option<Caller>,
) -> Part {
    let first = tape.nodes().len();
    // The operations follow each other on the tape, as they do in the list behind the operands.
    let id = |_: &Tape, index: u32| match ids.get(index as usize) {
        Some(id) => *id,
        None => NodeId::new(first + index as usize - ids.len()),
    };
    let push = &mut |node: Elementary, step: usize| {
        let position = caller_site.unwrap_or_else(|| expressions[step].location());
        tape.push_elementary(&node, id, position);
    };
    let result = list.expand(known, signature, as_index(known.len()), push);
    match result {
        Known::Index(index, _) => Part::Node(tape.node_ref_at(id(tape, index))),
        Known::Number(data) | Known::Whole(data) => Part::Number(data),
    }
}
