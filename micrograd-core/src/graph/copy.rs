//! Copying a graph off the tape.

use super::node::Operands;
use super::{Graph, Node, NodeOperand, subscripts};
use crate::source::{Source, SourceId};
use crate::tape::{self, NodeId, Operation, SlotId, Tape, partials};
use std::borrow::Cow;
use std::collections::HashMap;

/// The graph below the nodes that `roots` hold.
pub(super) fn graph_below(roots: &[SlotId]) -> Graph {
    let mut graph = tape::with(|tape| {
        let roots: Vec<NodeId> = roots.iter().map(|&slot| tape.id(slot)).collect();
        let ids = tape.reachable(&roots);
        let mut written = HashMap::new();
        let nodes = (0..ids.len())
            .map(|position| node(tape, &ids, position, &mut written))
            .collect();
        let roots = roots.iter().map(|&root| find(&ids, ids.len(), root));
        Graph {
            nodes,
            roots: roots.collect(),
            is_contracted: false,
        }
    });
    subscripts::number(&mut graph.nodes);
    graph
}

/// What is known of each place in the source: asked for once, and not once for each node.
type Written = HashMap<SourceId, (Option<Source>, Option<&'static str>)>;

fn node(tape: &Tape, ids: &[NodeId], position: usize, written: &mut Written) -> Node {
    let id = ids[position];
    let node = tape.node(id);
    let (source, name) = *written
        .entry(node.source)
        .or_insert_with(|| (node.source.source(), node.source.name()));
    let given = tape.given_name(id).map(|name| Cow::Owned(name.to_owned()));
    Node {
        op: node.code().op(),
        operands: operands(tape, ids, position),
        data: node.data,
        grad: tape.grad(id),
        name: given.or(name.map(Cow::Borrowed)),
        subscript: None,
        source,
    }
}

fn operands(tape: &Tape, ids: &[NodeId], position: usize) -> Operands {
    let node = tape.node(ids[position]);
    let mut operands = Operands::NONE;
    if let Operation::BinaryOfNumber(_, c, _) = node.operation() {
        operands.push(NodeOperand::Number(c));
    }
    partials(tape.nodes(), node, |operand, partial| {
        let index = find(ids, position, operand);
        operands.push(NodeOperand::Node { index, partial });
    });
    match node.operation() {
        Operation::Parametric(_, _, c) | Operation::BinaryWithNumber(_, _, c) => {
            operands.push(NodeOperand::Number(c));
        }
        Operation::Leaf
        | Operation::Constant
        | Operation::Unary(..)
        | Operation::Binary(..)
        | Operation::BinaryOfNumber(..)
        | Operation::Ternary(..) => {}
    }
    operands
}

/// The position of `id`, which is in `ids` below `end`.
pub(crate) fn find(ids: &[NodeId], end: usize, id: NodeId) -> usize {
    let last = end - 1;
    // Were there no gaps above it, it would lie exactly here; gaps only move it upwards.
    let gap_free = match ids.get(end) {
        Some(user) => end.saturating_sub(user.index() - id.index()),
        None => last.saturating_sub(ids[last].index() - id.index()),
    };
    if ids[gap_free].index() == id.index() {
        return gap_free;
    }
    let above = ids[gap_free..end].binary_search_by_key(&id.index(), |id| id.index());
    gap_free + above.expect("operands are reachable")
}
