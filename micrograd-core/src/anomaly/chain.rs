//! The way from a node up to the root.

use super::AnomalyStep;
use crate::tape::{NodeId, Tape};

/// From `start` to `root`, or to the highest node that was made of it. Of several ways, one that
/// takes large steps.
pub(super) fn steps(tape: &mut Tape, start: NodeId, root: Option<NodeId>) -> Vec<AnomalyStep> {
    // From `start` upwards: the lowest operand that was made of `start`; its own index at `start`.
    let mut from: Vec<Option<usize>> = vec![None; tape.nodes().len() - start.index()];
    from[0] = Some(0);
    for user in 1..from.len() {
        let id = NodeId::new(start.index() + user);
        tape.each_operand_of(id, |operand| {
            let Some(operand) = operand.index().checked_sub(start.index()) else {
                return;
            };
            if from[operand].is_some() && from[user].is_none_or(|known| operand < known) {
                from[user] = Some(operand);
            }
        });
    }
    let root = root.and_then(|root| root.index().checked_sub(start.index()));
    let reached_root = root.filter(|&root| from[root].is_some());
    let highest = || from.iter().rposition(Option::is_some).unwrap_or(0);
    let mut index = reached_root.unwrap_or_else(highest);
    let mut steps = vec![step(tape, start.index() + index)];
    while let Some(operand) = from[index].filter(|&operand| operand != index) {
        index = operand;
        steps.push(step(tape, start.index() + index));
    }
    steps.reverse();
    steps
}

fn step(tape: &mut Tape, index: usize) -> AnomalyStep {
    let id = NodeId::new(index);
    let node = *tape.node(id);
    AnomalyStep {
        op: tape.op(id),
        call: tape.call_name(id),
        name: tape.name(id),
        data: node.data,
        source: node.source().source(),
    }
}
