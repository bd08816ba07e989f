//! The tape as those see it who look at it: one node for each elementary operation.
//!
//! A statement is recorded once more, operation by operation, on a tape of its own, with the same rows and so
//! with the same digits.

use super::{Form, NodeId, TakenApart, Tape, partials};
use crate::operations::Code;
use std::ops::RangeInclusive;
use std::panic::Location;

/// A copy of nodes in which every operation is a node of its own.
pub(crate) struct ElementaryCopy {
    tape: Tape,
    /// Parallel to the nodes of the original from `floor` upwards: where each is here.
    places: Vec<Option<NodeId>>,
    floor: usize,
    /// Nodes of the original from below that, and where they are here.
    leaves: Vec<[NodeId; 2]>,
}

impl ElementaryCopy {
    /// What is below `roots`, themselves included.
    pub(crate) fn below(original: &mut Tape, roots: &[NodeId]) -> Self {
        let reachable = original.reachable(roots);
        ElementaryCopy::of(original, reachable, 0)
    }

    /// The same down to an index: what lies below are leaves here.
    pub(crate) fn between(original: &mut Tape, roots: &[NodeId], floor: usize) -> Self {
        let reachable = original.reachable_above(roots, floor);
        ElementaryCopy::of(original, reachable, floor)
    }

    /// Everything on the tape, the dead included.
    pub(crate) fn of_all(original: &mut Tape) -> Self {
        let all = (0..original.nodes.len()).map(|index| original.id_at(index));
        let heads: Vec<NodeId> = all
            .filter(|id| original.node(*id).code() != Code::Extension)
            .collect();
        ElementaryCopy::of(original, heads, 0)
    }

    fn of(original: &mut Tape, ids: impl IntoIterator<Item = NodeId>, floor: usize) -> Self {
        original.statements.update();
        let mut copy = ElementaryCopy {
            tape: Tape::new(),
            places: vec![None; original.nodes.len().saturating_sub(floor)],
            floor,
            leaves: Vec::new(),
        };
        for id in ids {
            if id.index() < floor {
                copy.add_leaf(original.data(id), id);
            } else {
                copy.add(original, id);
            }
        }
        copy
    }

    fn add_leaf(&mut self, data: f64, id: NodeId) {
        let caller = Location::caller();
        self.tape.grow(1, caller);
        self.leaves.push([id, self.tape.leaf(data, caller).id()]);
    }

    /// A node whose operands have been added before.
    fn add(&mut self, original: &mut Tape, id: NodeId) {
        let node = *original.node(id);
        let first = self.tape.nodes.len();
        let Self {
            tape,
            places,
            floor,
            leaves,
        } = self;
        let operand = |operand: NodeId| {
            let place = find(places, *floor, leaves, operand);
            place.expect("operands come first")
        };
        let result = if node.is_statement() {
            let statement = *original.statements.get(node.statement_id());
            let runs = match statement.form {
                Form::Single(_) => 1,
                Form::Chain(_) => node.chain_len(),
            };
            tape.grow(runs * statement.positions.len(), Location::caller());
            let taken_apart = TakenApart {
                nodes: original.nodes.reach(),
                result: id,
                positions: statement.positions,
                operand: &operand,
            };
            let result = (statement.take_apart)(taken_apart, tape).id();
            if let Some(name) = statement.name {
                tape.name_if_unnamed(result, name);
            }
            result
        } else {
            tape.grow(1, Location::caller());
            let place = NodeId::new(first, node.is_leaf());
            tape.nodes.push(node.with_operands(operand));
            place
        };
        if let Some(name) = original.given_name(id) {
            self.tape.set_name(result, name.into());
        }
        self.tape.set_grad(result, node.grad);
        self.pass_on(first, result);
        self.places[id.index() - self.floor] = Some(result);
    }

    /// Within a statement, from its result at the top down to `first`: the adjoints that a sweep did not keep.
    fn pass_on(&mut self, first: usize, result: NodeId) {
        for index in (first + 1..=result.index()).rev() {
            let adjoint = self.tape.nodes.at(index).grad;
            if adjoint == 0.0 {
                continue;
            }
            let node = *self.tape.nodes.at(index);
            let mut passed = Vec::new();
            partials(self.tape.nodes(), &node, |operand, partial| {
                passed.push((operand.index(), partial * adjoint));
            });
            for (operand, adjoint) in passed {
                if operand >= first {
                    self.tape.nodes.at_mut(operand).grad += adjoint;
                }
            }
        }
    }

    /// The nodes, each with a single operation.
    pub(crate) fn tape(&mut self) -> &mut Tape {
        &mut self.tape
    }

    /// Where each node is on the original; what is a part of a statement is not there by itself.
    pub(crate) fn originals(&self, original: &Tape) -> Vec<Option<NodeId>> {
        let mut originals = vec![None; self.tape.nodes.len()];
        for [leaf, place] in &self.leaves {
            originals[place.index()] = Some(*leaf);
        }
        for (index, place) in (self.floor..).zip(&self.places) {
            if let Some(place) = place {
                originals[place.index()] = Some(original.id_at(index));
            }
        }
        originals
    }

    /// Where a node of the original is here.
    pub(crate) fn place(&self, original: NodeId) -> NodeId {
        self.find(original).expect("the node has been copied")
    }

    /// The same, if the node has been copied.
    pub(crate) fn find(&self, original: NodeId) -> Option<NodeId> {
        find(&self.places, self.floor, &self.leaves, original)
    }

    /// Where the node with an index of the original is here, with the operations below it that are parts of
    /// the same statement; extensions are nowhere.
    pub(crate) fn parts(&self, index: usize) -> Option<RangeInclusive<usize>> {
        let result = self.places[index]?;
        let below = self.places[..index].iter().rev().flatten().next();
        Some(below.map_or(0, |below| below.index() + 1)..=result.index())
    }
}

fn find(
    places: &[Option<NodeId>],
    floor: usize,
    leaves: &[[NodeId; 2]],
    original: NodeId,
) -> Option<NodeId> {
    match original.index().checked_sub(floor) {
        Some(index) => *places.get(index)?,
        None => {
            let leaf = leaves.binary_search_by_key(&original.index(), |[leaf, _]| leaf.index());
            leaf.ok().map(|leaf| leaves[leaf][1])
        }
    }
}

impl Tape {
    /// The node with an index.
    pub(crate) fn id_at(&self, index: usize) -> NodeId {
        NodeId::new(index, self.nodes.at(index).is_leaf())
    }
}
