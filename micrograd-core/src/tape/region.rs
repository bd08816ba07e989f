//! What derivatives read of the tape: the operations between some roots and the lowest of their inputs, one by
//! one.

use super::bits::Bits;
use super::{Form, Node, NodeId, TakenApart, Tape, each_operand};
use crate::operations::Code;
use std::cell::Cell;
use std::panic::Location;

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
        let index = |id: &NodeId| id.index();
        let floor = inputs.iter().map(index).min().unwrap_or(usize::MAX);
        tape.statements.update();
        let Tape {
            nodes,
            statements,
            marks,
            ..
        } = tape;
        let (mut leaves, mut operations) = (Vec::new(), Vec::new());
        // The lowest operation that was reached: leaves lie where they like.
        let low = Cell::new(usize::MAX);
        let mut reach = |id: NodeId, marks: &mut Bits| {
            let index = id.index();
            if !id.is_leaf() && index >= floor {
                low.set(low.get().min(index));
            } else if !marks.contains(index) {
                leaves.push(id);
            }
            marks.insert(index);
        };
        for &root in roots {
            reach(root, marks);
        }
        if let Some(top) = roots.iter().map(index).max() {
            marks.descend(top, |marks, index| {
                if index >= floor && !nodes.at(index).is_leaf() {
                    marks.remove(index);
                    operations.push(NodeId::new(index, false));
                    each_operand(nodes, statements, index, |_, operand| {
                        reach(operand, marks);
                    });
                }
                low.get()
            });
        }
        for leaf in &leaves {
            marks.remove(leaf.index());
        }
        leaves.sort_unstable_by_key(index);
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
        let mut statements = Statements::new();
        for &id in &self.operations {
            let node = tape.node(id);
            if node.is_statement() {
                statements.take_apart(tape, id, &mut reading);
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
    fn parts_of(&self, id: NodeId) -> usize {
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

    /// Notes where the last operation is on the tape, and tells its place.
    #[allow(clippy::cast_possible_truncation)] // They are fewer than nodes fit on a tape, or into memory.
    fn came_from(&mut self, id: NodeId) -> u32 {
        let place = self.nodes.len() - 1;
        self.ids.resize(place, None);
        self.ids.push(Some(id));
        place as u32
    }
}

/// A map from nodes to places, in time that does not grow with their number if they lie close together.
struct Table {
    lowest: usize,
    /// By distance from the lowest one, or else by position in `far_apart`.
    places: Vec<u32>,
    far_apart: Option<Vec<NodeId>>,
}

impl Table {
    const NONE: u32 = u32::MAX;

    fn new(ids: &[NodeId]) -> Self {
        let lowest = ids.first().map_or(0, |id| id.index());
        let span = ids.last().map_or(0, |id| id.index() + 1 - lowest);
        let is_dense = span <= 16 * ids.len() + 64;
        Table {
            lowest,
            places: vec![Self::NONE; if is_dense { span } else { ids.len() }],
            far_apart: (!is_dense).then(|| ids.to_vec()),
        }
    }

    #[inline(always)]
    fn position(&self, id: NodeId) -> usize {
        match &self.far_apart {
            None => id.index().wrapping_sub(self.lowest),
            Some(ids) => ids
                .binary_search_by_key(&id.index(), |id| id.index())
                .unwrap_or(usize::MAX),
        }
    }

    #[inline(always)]
    fn get(&self, id: NodeId) -> Option<u32> {
        let place = *self.places.get(self.position(id))?;
        (place != Self::NONE).then_some(place)
    }

    #[inline]
    fn set(&mut self, id: NodeId, place: u32) {
        let position = self.position(id);
        self.places[position] = place;
    }
}

/// A tape on which statements are recorded once more, operation by operation, with the same rows and so with the
/// same digits. What is not of the statement at hand is a leaf there.
struct Statements {
    tape: Tape,
    /// The operands of the statement at hand, once each, and their places in the reading.
    operands: Vec<NodeId>,
    places: Vec<u32>,
}

impl Statements {
    fn new() -> Self {
        Statements {
            tape: Tape::new(),
            operands: Vec::new(),
            places: Vec::new(),
        }
    }

    fn take_apart(&mut self, original: &mut Tape, id: NodeId, reading: &mut Reading) {
        let here = Location::caller();
        let (node, parts) = (*original.node(id), original.parts_of(id));
        let statement = *original.statements.get(node.statement_id());
        let Statements {
            tape,
            operands,
            places,
        } = self;
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

        places.clear();
        places.extend(operands.iter().map(|&x| reading.place(x)));
        #[allow(clippy::cast_possible_truncation)] // Both are shorter than a tape.
        let (first, leaves) = (reading.nodes.len() as u32, operands.len() as u32);
        #[allow(clippy::cast_possible_truncation)]
        let place = |operand: NodeId| match places.get(operand.index()) {
            Some(&place) => place,
            None => first + operand.index() as u32 - leaves,
        };
        let parts = &tape.nodes.as_slice()[operands.len()..];
        let parts = parts.iter().map(|node| Elementary::of(node, place));
        reading.nodes.extend(parts);
    }
}
