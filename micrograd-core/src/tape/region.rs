//! What derivatives read of the tape: the operations between some roots and the lowest of their inputs, one by
//! one.

use super::expansion::Expansion;
use super::node_table::Table;
use super::{Form, Node, NodeId, Tape, each_operand};
use crate::operations::{Code, Op};

/// An operation, with its operands as places in a list in which they come before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elementary {
    pub(crate) data: f64,
    /// The plain number; of a unary operation the slope, if it was recorded.
    pub(crate) number: f64,
    pub(crate) code: Code,
    /// How many operands are no plain numbers.
    count: u8,
    operands: [u32; 3],
}

impl Elementary {
    #[inline]
    pub(crate) fn new(code: Code, operands: [u32; 3], number: f64, data: f64) -> Self {
        Elementary {
            data,
            number,
            code,
            count: code.shape().operands(),
            operands,
        }
    }

    /// Whether it is a distance of 0, √(a² + b²) or |a|, whose slopes are 0 by convention. A smooth f of it with
    /// f′ = 0 there has second derivatives that these slopes know nothing of: f″ with respect to a, and to b.
    pub(crate) fn is_origin(&self) -> bool {
        self.data == 0.0 && matches!(self.code.op(), Some(Op::Hypot | Op::Abs))
    }

    /// The operands that are no plain numbers.
    #[inline]
    pub(crate) fn operands(&self) -> &[u32] {
        &self.operands[..usize::from(self.count)]
    }

    /// The operands, and anything in the places of those that it has not.
    #[inline]
    pub(crate) fn three_operands(&self) -> [usize; 3] {
        self.operands.map(|operand| operand as usize)
    }

    /// A node of a single operation, whose operands are at these places.
    #[inline]
    fn of(node: &Node, place: impl Fn(NodeId) -> u32) -> Self {
        let code = node.code();
        let count = code.shape().operands();
        let operands = match count {
            0 => [0; 3],
            1 => [place(node.first()), 0, 0],
            2 => [place(node.first()), place(node.second()), 0],
            _ => [node.first(), node.second(), node.third()].map(place),
        };
        Elementary {
            data: node.data,
            number: node.number(),
            code,
            count,
            operands,
        }
    }

    fn leaf(data: f64) -> Self {
        Elementary::new(Code::Leaf, [0; 3], 0.0, data)
    }
}

/// The nodes that some roots were made of, down to the lowest of some inputs. What lies below that has no part
/// in derivatives with respect to them: operands there are read as leaves.
pub(crate) struct Region {
    /// Leaves, and what is read as leaves; from the lowest upwards.
    leaves: Vec<NodeId>,
    /// From the lowest upwards.
    operations: Vec<NodeId>,
}

impl Region {
    pub(crate) fn of(tape: &mut Tape, roots: &[NodeId], inputs: &[NodeId]) -> Self {
        let lowest = inputs.iter().map(|input| input.index()).min();
        let floor = lowest.unwrap_or(usize::MAX);
        tape.statements.update();
        let Tape {
            nodes,
            statements,
            marks,
            ..
        } = tape;
        let (mut leaves, mut operations) = (Vec::new(), Vec::new());
        let mut end = 0;
        for root in roots {
            marks.insert(root.index());
            end = end.max(root.index() + 1);
        }
        while let Some(index) = marks.last_below(end) {
            end = index;
            let id = NodeId::new(index, nodes.at(index).is_leaf());
            if id.is_leaf() || index < floor {
                leaves.push(id);
            } else {
                operations.push(id);
                each_operand(nodes, statements, index, |_, operand| {
                    marks.insert(operand.index());
                });
            }
            marks.remove(index);
        }
        leaves.reverse();
        operations.reverse();
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
            let place = reading.came_from(leaf);
            reading.leaves.set(leaf, place);
        }
        let mut expansion = None;
        for &id in &self.operations {
            let node = tape.node(id);
            if node.is_statement() {
                let expansion = expansion.get_or_insert_with(Expansion::new);
                let (operands, parts) = expansion.of(tape, id);
                reading.add_parts(operands, parts);
            } else {
                let node = Elementary::of(node, |operand| reading.place(operand));
                reading.nodes.push(node);
            }
            let place = reading.came_from(id);
            reading.operations.set(id, place);
        }
        reading
    }
}

impl Tape {
    /// How many operations a node stands for, at the most.
    pub(super) fn parts_of(&self, id: NodeId) -> usize {
        let node = self.node(id);
        if !node.is_statement() {
            return 1;
        }
        let statement = self.statements.get(node.statement_id());
        let runs = match statement.form {
            Form::Single(_) => 1,
            Form::Chain(_) => node.chain_len(),
        };
        runs * statement.positions.len()
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
    fn place(&self, operand: NodeId) -> u32 {
        self.find(operand).expect("operands come first")
    }

    /// The operations of a statement, whose operands lie below them as leaves.
    fn add_parts(&mut self, operands: &[NodeId], parts: &[Node]) {
        let places: Vec<u32> = operands.iter().map(|&x| self.place(x)).collect();
        #[allow(clippy::cast_possible_truncation)] // Both are shorter than a tape.
        let (first, leaves) = (self.nodes.len() as u32, operands.len() as u32);
        #[allow(clippy::cast_possible_truncation)]
        let place = |operand: NodeId| match places.get(operand.index()) {
            Some(&place) => place,
            None => first + operand.index() as u32 - leaves,
        };
        let parts = parts.iter().map(|node| Elementary::of(node, place));
        self.nodes.extend(parts);
    }

    /// Notes where the last operation is on the tape, and tells its place.
    #[allow(clippy::cast_possible_truncation)] // They are fewer than nodes fit on a tape, or into memory.
    fn came_from(&mut self, id: NodeId) -> u32 {
        let place = self.nodes.len() - 1;
        self.ids.resize(place, None);
        self.ids.push(Some(id));
        place as u32
    }
}
