//! Copying a graph off the tape.

use super::node::Operands;
use super::{Graph, Node, NodeOperand, subscripts};
use crate::source::{Source, SourceId};
use crate::tape::{self, Ask, HandleId, Listing, NodeId};
use std::borrow::Cow;
use std::collections::HashMap;

/// The graph below the nodes that `roots` hold.
pub(super) fn graph_below(roots: &[HandleId]) -> Graph {
    tape::ask_calls(roots, Ask::Partials).expect("all calls know their partials");
    let mut graph = tape::with(|tape| {
        let roots: Vec<NodeId> = roots.iter().map(|&handle| tape.id(handle)).collect();
        let listing = Listing::below(tape, &roots);
        tape.forget_details();
        let mut written = HashMap::new();
        let indices = 0..listing.entries.len();
        let nodes = indices.map(|index| node(&listing, index, &mut written));
        let nodes = nodes.collect();
        let roots = roots.iter().map(|&root| listing.index(root)).collect();
        Graph {
            nodes,
            roots,
            is_contracted: false,
        }
    });
    subscripts::number(&mut graph.nodes);
    graph
}

/// What is known of each position in the source: asked for once, and not once for each node.
type Written = HashMap<SourceId, (Option<Source>, Option<&'static str>)>;

fn node(listing: &Listing, index: usize, written: &mut Written) -> Node {
    let entry = &listing.entries[index];
    let written = written.entry(entry.source);
    let (source, name) = *written.or_insert_with(|| (entry.source.source(), entry.source.name()));
    Node {
        op: entry.op(),
        call: entry.call_name(),
        operands: operands(listing, index),
        data: entry.operation.data,
        grad: entry.grad,
        name: entry.given_name.clone().or(name.map(Cow::Borrowed)),
        subscript: None,
        source,
    }
}

fn operands(listing: &Listing, index: usize) -> Operands {
    let entry = &listing.entries[index];
    let (mut few, mut many) = (Operands::NONE, Vec::new());
    entry
        .operation
        .left_number()
        .into_iter()
        .for_each(|c| few.push(NodeOperand::Number(c)));
    listing.each_part(index, 1.0, &mut |index, partial, _| {
        let operand = NodeOperand::Node { index, partial };
        if entry.call.is_some() {
            many.push(operand);
        } else {
            few.push(operand);
        }
    });
    if entry.call.is_some() {
        return many.into_iter().collect();
    }
    entry
        .operation
        .right_number()
        .into_iter()
        .for_each(|c| few.push(NodeOperand::Number(c)));
    few
}
