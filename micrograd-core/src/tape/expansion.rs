//! Statements one at a time, each as the operations that it is made of.

use super::{Node, NodeId, TakenApart, Tape, each_operand};
use std::panic::Location;

/// A tape on which statements are recorded once more, operation by operation, with the same rows and so with the
/// same digits. What is not of the statement at hand is a leaf there.
pub(super) struct Expansion {
    tape: Tape,
    /// The operands of the statement at hand, once each, in the order of their leaves.
    operands: Vec<NodeId>,
}

impl Expansion {
    pub(super) fn new() -> Self {
        Expansion {
            tape: Tape::new(),
            operands: Vec::new(),
        }
    }

    /// The operands of a statement, and above their leaves its operations, of which the last one makes the result.
    pub(super) fn of(&mut self, original: &mut Tape, id: NodeId) -> (&[NodeId], &[Node]) {
        let here = Location::caller();
        let (node, parts) = (*original.node(id), original.parts_of(id));
        let statement = *original.statements.get(node.statement_id());
        let Expansion { tape, operands } = self;
        operands.clear();
        let Tape {
            nodes, statements, ..
        } = &mut *original;
        each_operand(nodes, statements, id.index(), |_, operand| {
            operands.push(operand);
        });
        operands.sort_unstable();
        operands.dedup();

        tape.nodes.truncate(0);
        tape.grow(operands.len() + parts, true)
            .expect("a statement fits on a tape");
        for &operand in operands.iter() {
            tape.leaf(original.data(operand), here);
        }
        let leaf_of = |operand: NodeId| {
            let position = operands.binary_search(&operand);
            NodeId::new(position.expect("it is an operand"), true)
        };
        let taken_apart = TakenApart {
            nodes: original.nodes.reach(),
            result: id,
            positions: statement.positions,
            operand: &leaf_of,
        };
        (statement.take_apart)(taken_apart, tape);
        (operands, &tape.nodes.as_slice()[operands.len()..])
    }
}
