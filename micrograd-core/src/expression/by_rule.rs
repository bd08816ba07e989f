//! A statement once more, operation by operation: dual numbers where 0·∞ may be, and what is recorded one by one.

use super::Part;
use crate::operations::sweep_by_rule;
use crate::operations::{Elementary, Kinds, Known, StepList};
use crate::source::Expression;
use crate::tape::{Caller, NodeId, Tape};

/// ∂result/∂operand for each operand, by the rule.
pub(crate) fn partials_by_rule(list: StepList, kinds: Kinds, x: &[f64]) -> Vec<f64> {
    let known = (0..).zip(x).map(|(place, &data)| {
        if kinds.is_node(place as usize) {
            Known::Place(place, data)
        } else if kinds.is_whole(place as usize) {
            Known::Whole(data)
        } else {
            Known::Number(data)
        }
    });
    let known: Vec<Known> = known.collect();
    let mut nodes: Vec<Elementary> = x.iter().map(|&x| Elementary::leaf(x)).collect();
    let push = &mut |node, _| nodes.push(node);
    let result = list.expand(&known, kinds, as_place(x.len()), push);
    let mut adjoints = vec![0.0; nodes.len()];
    if let Known::Place(place, _) = result {
        adjoints[place as usize] = 1.0;
        sweep_by_rule(&nodes, &mut adjoints);
    }
    adjoints
}

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
    elsewhere: Option<Caller>,
) -> Part {
    let first = tape.nodes().len();
    // The operations follow each other on the tape, as they do in the list behind the operands.
    let id = |_: &Tape, place: u32| match ids.get(place as usize) {
        Some(id) => *id,
        None => NodeId::new(first + place as usize - ids.len()),
    };
    let push = &mut |node: Elementary, step: usize| {
        let position = elsewhere.unwrap_or_else(|| expressions[step].location());
        tape.push_elementary(&node, id, position);
    };
    let result = list.expand(known, kinds, as_place(known.len()), push);
    match result {
        Known::Place(place, _) => Part::Node(tape.recorded_at(id(tape, place))),
        Known::Number(data) | Known::Whole(data) => Part::Number(data),
    }
}
