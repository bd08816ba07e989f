//! The tape as those see it who look at it: one node for each elementary operation.
//!
//! A statement becomes its operations on a tape of its own, with the same rows and so with the same digits.

use crate::operations::{Code, Elementary};
use crate::source::Caller;
use crate::tape::memory::node_id::NodeId;
use crate::tape::memory::node_table::Table;
use crate::tape::memory::partials::parts;
use crate::tape::state::tape::Tape;
use crate::tape::statements::expansion::elsewhere;
use std::ops::RangeInclusive;
use std::panic::Location;

/// A copy of nodes in which every operation is a node of its own, and leaves lie among operations.
pub(crate) struct ElementaryCopy {
    tape: Tape,
    /// The number of each node of the original, from the lowest upwards.
    numbers: Table,
    /// Where the node with each number is here.
    places: Vec<NodeId>,
}

impl ElementaryCopy {
    /// What is below `roots`, themselves included.
    pub(crate) fn below(original: &mut Tape, roots: &[NodeId]) -> Self {
        let reachable = original.reachable(roots);
        ElementaryCopy::of(original, reachable)
    }

    /// Everything on the tape, the dead included.
    pub(crate) fn of_all(original: &mut Tape) -> Self {
        let all = (0..original.nodes.len()).map(NodeId::new);
        let heads: Vec<NodeId> = all
            .filter(|id| original.node(*id).code() != Code::Extension)
            .collect();
        let all = original.reachable(&heads);
        ElementaryCopy::of(original, all)
    }

    fn of(original: &mut Tape, ids: Vec<NodeId>) -> Self {
        original.statements.update();
        let mut copy = ElementaryCopy {
            tape: Tape::new(),
            numbers: Table::new(&ids),
            places: Vec::with_capacity(ids.len()),
        };
        for id in ids {
            copy.add(original, id);
        }
        copy
    }

    /// A node whose operands have been added before.
    fn add(&mut self, original: &mut Tape, id: NodeId) {
        let node = *original.node(id);
        let first = self.tape.nodes.len();
        if node.call().is_some() {
            return self.add_call(original, id);
        }
        let (numbers, places) = (&self.numbers, &self.places);
        #[allow(clippy::cast_possible_truncation)] // A tape is shorter.
        let place = |operand: NodeId| {
            let number = numbers.get(operand).expect("operands come first");
            places[number as usize].index() as u32
        };
        let mut parts = Vec::new();
        #[allow(clippy::cast_possible_truncation)] // A tape is shorter.
        original.expand(id, place, first as u32, &mut |part, step| {
            parts.push((part, step));
        });
        grow(&mut self.tape, parts.len());
        if node.is_statement() {
            let statement = *original.statements.get(node.statement_id());
            let elsewhere = elsewhere(original.nodes.reach(), &statement, id);
            for (part, step) in &parts {
                let position =
                    elsewhere.unwrap_or_else(|| statement.site.expressions()[*step].location());
                self.push(part, position);
            }
            if let Some(name) = statement.name {
                let result = NodeId::new(self.tape.nodes.len() - 1);
                self.tape.name_if_unnamed(result, name);
            }
        } else {
            // It is where it was written, which it knows.
            self.push(&parts[0].0, Location::caller());
            self.tape.nodes.at_mut(first).set_source(node.source());
        }
        let result = self.finish(original, id);
        self.pass_on(first, result);
    }

    /// A call stays one node.
    fn add_call(&mut self, original: &mut Tape, id: NodeId) {
        let node = *original.node(id);
        let call = original.calls.get(&node).expect("it is a call");
        let copy = call.copied_to(self.tape.nodes.len(), |argument| self.place(argument));
        grow(&mut self.tape, 1);
        let copied = self
            .tape
            .push_recorded_call(node.data, copy, Location::caller());
        self.tape
            .nodes
            .node_mut(copied.id())
            .set_source(node.source());
        self.finish(original, id);
    }

    /// What the last node has of the original besides its operation.
    fn finish(&mut self, original: &Tape, id: NodeId) -> NodeId {
        let node = *original.node(id);
        let result = NodeId::new(self.tape.nodes.len() - 1);
        if let Some(name) = original.given_name(id) {
            self.tape.set_name(result, name.into());
        }
        // A leaf may have been changed since; what was recorded stays.
        self.tape.nodes.node_mut(result).data = node.data;
        self.tape.set_grad(result, node.grad);
        #[allow(clippy::cast_possible_truncation)] // There are no more than nodes.
        self.numbers.set(id, self.places.len() as u32);
        self.places.push(result);
        result
    }

    fn push(&mut self, part: &Elementary, position: Caller) {
        let id = |_: &Tape, place: u32| NodeId::new(place as usize);
        self.tape.push_elementary(part, id, position);
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
            parts(self.tape.nodes(), &node, adjoint, |operand, _, part| {
                passed.push((operand.index(), part));
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

    /// Where a node of the original is here.
    pub(crate) fn place(&self, original: NodeId) -> NodeId {
        self.places[self.number(original)]
    }

    fn number(&self, original: NodeId) -> usize {
        let number = self.numbers.get(original);
        number.expect("the node has been copied") as usize
    }

    /// Where a node of the original is here, with the operations below it that are parts of the same statement.
    pub(crate) fn parts(&self, original: NodeId) -> RangeInclusive<usize> {
        let number = self.number(original);
        let below = number.checked_sub(1).map(|below| self.places[below]);
        below.map_or(0, |below| below.index() + 1)..=self.places[number].index()
    }
}

fn grow(copy: &mut Tape, count: usize) {
    let grown = copy.grow(count, true);
    grown.expect("what is looked at fits on a tape");
}
