//! Statements that are recorded one operation at a time.

use super::Part;
use crate::operations::{Elementary, Kinds, Known, StepList};
use crate::source::Expression;
use crate::tape::{Caller, NodeId, Tape};

#[allow(clippy::cast_possible_truncation)] // There are few operands.
fn as_place(operand: usize) -> u32 {
    operand as u32
}

/// Records the operations of a statement one by one, each at its own position or all at the caller's.
#[cold]
#[inline(never)]
pub(super) fn record_one_by_one(
    tape: &mut Tape,
    list: StepList,
    (known, ids): (&[Known], &[NodeId]),
    kinds: Kinds,
    expressions: &[Expression],
    caller_site: Option<Caller>,
) -> Part {
    let first = tape.nodes().len();
    // The operations follow each other on the tape, as they do in the list behind the operands.
    let id = |_: &Tape, place: u32| match ids.get(place as usize) {
        Some(id) => *id,
        None => NodeId::new(first + place as usize - ids.len()),
    };
    let push = &mut |node: Elementary, step: usize| {
        let position = caller_site.unwrap_or_else(|| expressions[step].location());
        tape.push_elementary(&node, id, position);
    };
    let result = list.expand(known, kinds, as_place(known.len()), push);
    match result {
        Known::Place(place, _) => Part::Node(tape.recorded_at(id(tape, place))),
        Known::Number(data) | Known::Whole(data) => Part::Number(data),
    }
}
