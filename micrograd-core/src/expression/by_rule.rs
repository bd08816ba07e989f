//! A statement once more, operation by operation: dual numbers where 0·∞ may be, and what is recorded one by one.

use super::Part;
use crate::elementary::sweep_by_rule;
use crate::operations::{Elementary, Kinds, Known, StepList};
use crate::tape::{Caller, NodeId, Recorded, Tape};

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
    let result = list.expand(&known, kinds, as_place(x.len()), &mut nodes, |_| {});
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
    operands: &[Part],
    kinds: Kinds,
    positions: &[Caller],
    elsewhere: Option<Caller>,
) -> Part {
    let known: Vec<Known> = (0..)
        .zip(operands)
        .map(|(place, part)| part.known(place))
        .collect();
    let (mut nodes, mut at) = (Vec::new(), Vec::new());
    let result = list.expand(&known, kinds, as_place(known.len()), &mut nodes, |step| {
        at.push(elsewhere.unwrap_or_else(|| positions[step]));
    });
    let mut recorded: Vec<Option<Recorded>> = operands
        .iter()
        .map(|operand| match operand {
            Part::Node(node) => Some(*node),
            Part::Number(_) | Part::Integer(_) => None,
        })
        .collect();
    for (node, position) in nodes.iter().zip(at) {
        let id = |place: u32| recorded[place as usize].map_or(NodeId::NONE, |node| node.id());
        let made = tape.push_elementary(node, id, position);
        recorded.push(Some(made));
    }
    match result {
        Known::Place(place, data) => {
            recorded[place as usize].map_or(Part::Number(data), Part::Node)
        }
        Known::Number(data) | Known::Whole(data) => Part::Number(data),
    }
}
