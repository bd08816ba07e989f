//! What some nodes were made of.

use super::operands::each_operand;
use super::tape::Tape;
use crate::tape::memory::{Bits, NodeId, Reached};

/// What some nodes can reach, themselves included, without the extensions of statements.
pub(in crate::tape) struct Reach {
    /// By their numbers.
    pub(in crate::tape) leaves: Vec<NodeId>,
    /// From the lowest upwards.
    pub(in crate::tape) operations: Vec<NodeId>,
}

impl Tape {
    /// What `roots` can reach; operations below an index are found, but nothing is looked for behind them.
    pub(in crate::tape) fn reach(&mut self, roots: &[NodeId], lowest: usize) -> Reach {
        self.statements.update();
        let Tape {
            nodes,
            statements,
            calls,
            marks,
            ..
        } = self;
        let (mut leaves, mut operations) = (Vec::new(), Vec::new());
        let mut nodes = nodes.reach();
        let mut find = |nodes: &mut Reached<'_>, marks: &mut Bits, id: NodeId| {
            if !id.is_leaf() {
                marks.insert(id.index());
            } else if !nodes.node(id).is_found() {
                nodes.node_mut(id).set_found(true);
                leaves.push(id);
            }
        };
        let mut end = 0;
        for &root in roots {
            find(&mut nodes, marks, root);
            if !root.is_leaf() {
                end = end.max(root.index() + 1);
            }
        }
        while end > 0
            && let Some(index) = marks.last_below(end)
        {
            end = index;
            let id = NodeId::new(index);
            operations.push(id);
            if index >= lowest {
                each_operand(&mut nodes, statements, calls, id, |nodes, operand| {
                    find(nodes, marks, operand);
                });
            }
            marks.remove(index);
        }
        for &leaf in &leaves {
            nodes.node_mut(leaf).set_found(false);
        }
        leaves.sort_unstable_by_key(|leaf| leaf.leaf_number());
        operations.reverse();
        Reach { leaves, operations }
    }

    /// The nodes that `roots` can reach, operands first, and otherwise in the order in which they were made.
    pub(crate) fn reachable(&mut self, roots: &[NodeId]) -> Vec<NodeId> {
        let Reach { leaves, operations } = self.reach(roots, 0);
        let made_at = |&leaf: &NodeId| (self.edits.made_at(self.node(leaf)), leaf);
        let mut leaves: Vec<(usize, NodeId)> = leaves.iter().map(made_at).collect();
        // It keeps the order of leaves that were made at the same length of the tape.
        leaves.sort_by_key(|&(made_at, _)| made_at);
        let mut found = Vec::with_capacity(leaves.len() + operations.len());
        let Tape {
            nodes,
            statements,
            calls,
            ..
        } = self;
        let mut nodes = nodes.reach();
        let add_leaf = |nodes: &mut Reached<'_>, found: &mut Vec<NodeId>, leaf: NodeId| {
            let node = nodes.node_mut(leaf);
            if !node.is_found() {
                node.set_found(true);
                found.push(leaf);
            }
        };
        let mut next = leaves.iter().peekable();
        for operation in operations {
            let index = operation.index();
            while let Some(&(_, leaf)) = next.next_if(|&&(made_at, _)| made_at <= index) {
                add_leaf(&mut nodes, &mut found, leaf);
            }
            // A leaf that was changed later than it was first used.
            each_operand(
                &mut nodes,
                statements,
                calls,
                operation,
                |nodes, operand| {
                    if operand.is_leaf() {
                        add_leaf(nodes, &mut found, operand);
                    }
                },
            );
            found.push(operation);
        }
        for &(_, leaf) in next {
            add_leaf(&mut nodes, &mut found, leaf);
        }
        for &(_, leaf) in &leaves {
            nodes.node_mut(leaf).set_found(false);
        }
        found
    }
}
