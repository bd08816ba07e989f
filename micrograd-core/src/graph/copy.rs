//! Copying a graph off the tape.

use super::node::Operands;
use super::{Graph, Node, NodeOperand, subscripts};
use crate::source::{Source, SourceId};
use crate::tape::{self, Ask, ElementaryCopy, NodeId, Operation, SlotId, Tape, partials};
use std::borrow::Cow;
use std::collections::HashMap;

/// The graph below the nodes that `roots` hold.
pub(super) fn graph_below(roots: &[SlotId]) -> Graph {
    tape::ask_calls(roots, Ask::Partials).expect("all calls know their partials");
    let mut graph = tape::with(|tape| {
        let roots: Vec<NodeId> = roots.iter().map(|&slot| tape.id(slot)).collect();
        let mut elementary = ElementaryCopy::below(tape, &roots);
        let roots = roots.iter().map(|&root| elementary.place(root).index());
        let roots = roots.collect();
        tape.forget_details();
        let tape = elementary.tape();
        let mut written = HashMap::new();
        let nodes = (0..tape.nodes().len())
            .map(|index| node(tape, index, &mut written))
            .collect();
        Graph {
            nodes,
            roots,
            is_contracted: false,
        }
    });
    subscripts::number(&mut graph.nodes);
    graph
}

/// What is known of each place in the source: asked for once, and not once for each node.
type Written = HashMap<SourceId, (Option<Source>, Option<&'static str>)>;

fn node(tape: &mut Tape, index: usize, written: &mut Written) -> Node {
    let id = NodeId::new(index);
    let node = *tape.node(id);
    let (source, name) = *written
        .entry(node.source())
        .or_insert_with(|| (node.source().source(), node.source().name()));
    let given = tape.given_name(id).map(|name| Cow::Owned(name.to_owned()));
    Node {
        op: tape.op(id),
        call: tape.call_name(id),
        operands: match tape.call_partials(id) {
            Some(partials) => {
                let operands = partials.into_iter().map(|(operand, partial)| {
                    let index = operand.index();
                    NodeOperand::Node { index, partial }
                });
                operands.collect()
            }
            None => operands(tape.nodes(), &node),
        },
        data: node.data,
        grad: node.grad,
        name: given.or(name.map(Cow::Borrowed)),
        subscript: None,
        source,
    }
}

fn operands(nodes: &[tape::Node], node: &tape::Node) -> Operands {
    let mut operands = Operands::NONE;
    if let Operation::BinaryOfNumber(_, c, _) = node.operation() {
        operands.push(NodeOperand::Number(c));
    }
    partials(nodes, node, |operand, partial| {
        let index = operand.index();
        operands.push(NodeOperand::Node { index, partial });
    });
    match node.operation() {
        Operation::Parametric(_, _, c) | Operation::BinaryWithNumber(_, _, c) => {
            operands.push(NodeOperand::Number(c));
        }
        Operation::Leaf
        | Operation::Constant
        | Operation::Call(_)
        | Operation::Unary(..)
        | Operation::Binary(..)
        | Operation::BinaryOfNumber(..)
        | Operation::Ternary(..) => {}
    }
    operands
}
