//! The part of the tape that a derivative reads: the operations between its roots and the lowest of its inputs, one by
//! one.

use crate::operations::Elementary;
use crate::tape::memory::{NodeId, Table};
use crate::tape::state::{Reach, Tape};
use crate::tape::statements::Form;

/// The nodes that some roots were made of, down to the lowest of some inputs. What lies below that has no part
/// in derivatives with respect to them: operands there are read as leaves.
pub(crate) struct Region {
    /// Leaves, then what is read as leaves.
    leaves: Vec<NodeId>,
    /// From the lowest upwards.
    operations: Vec<NodeId>,
}

impl Region {
    pub(crate) fn of(tape: &mut Tape, roots: &[NodeId], inputs: &[NodeId]) -> Self {
        let lowest = inputs.iter().map(|&input| {
            if input.is_leaf() {
                tape.edits.made_at(tape.node(input))
            } else {
                input.index()
            }
        });
        let lowest = lowest.min().unwrap_or(usize::MAX);
        let Reach {
            mut leaves,
            mut operations,
        } = tape.reach(roots, lowest);
        let below = operations.partition_point(|id| id.index() < lowest);
        leaves.extend(operations.drain(..below));
        Region { leaves, operations }
    }

    /// The nodes of the region in the order in which they are read.
    pub(crate) fn ids(&self) -> impl Iterator<Item = NodeId> {
        self.leaves.iter().chain(&self.operations).copied()
    }

    /// All operations, those of statements one by one.
    pub(crate) fn read(&self, tape: &mut Tape) -> Reading {
        let parts = self.operations.iter().map(|&id| tape.parts_of(id));
        let len = self.leaves.len() + parts.sum::<usize>();
        let mut reading = Reading {
            nodes: Vec::with_capacity(len),
            ids: Vec::with_capacity(len),
            leaves: Table::new(&self.leaves),
            operations: Table::new(&self.operations),
        };
        for &leaf in &self.leaves {
            reading.nodes.push(Elementary::leaf(tape.data(leaf)));
            let index = reading.came_from(leaf);
            reading.leaves.set(leaf, index);
        }
        for &id in &self.operations {
            reading.add(tape, id);
            let index = reading.came_from(id);
            reading.operations.set(id, index);
        }
        reading
    }
}

impl Tape {
    /// How many operations a node stands for, at the most.
    pub(in crate::tape) fn parts_of(&self, id: NodeId) -> usize {
        let node = self.node(id);
        if let Some(call) = self.calls.get(node) {
            return call.details.operations();
        }
        if !node.is_statement() {
            return 1;
        }
        let statement = self.statements.get(node.statement_id());
        let runs = match statement.form {
            Form::Single(_) => 1,
            Form::Chain(_) | Form::Rows => node.chain_len(),
        };
        let assigning = usize::from(statement.list.assigned_by.is_some());
        runs * (statement.site.steps().all().len() + assigning)
    }
}

/// The operations of a region.
pub(crate) struct Reading {
    /// Operands come before their users.
    pub(crate) nodes: Vec<Elementary>,
    /// Where each is on the tape; what is a part of a statement is not there by itself.
    pub(crate) ids: Vec<Option<NodeId>>,
    leaves: Table,
    operations: Table,
}

impl Reading {
    /// Where a node of the tape is here.
    #[inline(always)]
    pub(crate) fn find(&self, id: NodeId) -> Option<u32> {
        if id.is_leaf() {
            return self.leaves.get(id);
        }
        // What lies below the region was read as a leaf.
        self.operations.get(id).or_else(|| self.leaves.get(id))
    }

    #[inline]
    fn index(&self, operand: NodeId) -> u32 {
        self.find(operand).expect("operands come first")
    }

    /// The operations of a node.
    fn add(&mut self, tape: &mut Tape, id: NodeId) {
        let mut nodes = std::mem::take(&mut self.nodes);
        #[allow(clippy::cast_possible_truncation)]
        // They are fewer than nodes fit on a tape, or into memory.
        let next = nodes.len() as u32;
        let index = |operand| self.index(operand);
        tape.expand(id, index, next, &mut |node, _| nodes.push(node));
        self.nodes = nodes;
    }

    /// Notes where the last operation is on the tape, and tells its index.
    #[allow(clippy::cast_possible_truncation)] // They are fewer than nodes fit on a tape, or into memory.
    fn came_from(&mut self, id: NodeId) -> u32 {
        let index = self.nodes.len() - 1;
        self.ids.resize(index, None);
        self.ids.push(Some(id));
        index as u32
    }
}
