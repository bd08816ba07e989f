//! The tooltip of a box: everything that the drawing shortens.

use crate::drawing::readable::printable;
use crate::graph::{Graph, Node, NodeOperand};
use crate::operations::operation_name;
use std::fmt::Write;

/// The whole name, all digits, how it was computed, the partials, and where it was written.
pub(super) fn of_node(graph: &Graph, index: usize) -> String {
    let node = &graph.nodes()[index];
    let mut text = graph.reference(index);
    if let Some(formula) = graph.formula(node) {
        let _ = write!(text, " = {formula}");
    }
    let _ = write!(text, "\ndata {:?}\ngrad {}", node.data(), node.grad());
    text.push_str(&partials(graph, node));
    text.push_str(&source(node));
    printable(&text)
}

/// The partials of an operation, and where it was written.
pub(super) fn of_operation(graph: &Graph, index: usize) -> String {
    let node = &graph.nodes()[index];
    let formula = graph.formula(node).unwrap_or_default();
    let text = format!(
        "{}: {formula}{}{}",
        operation_name(node.op(), node.call()),
        partials(graph, node),
        source(node)
    );
    printable(&text)
}

fn partials(graph: &Graph, node: &Node) -> String {
    let mut text = String::new();
    for operand in node.operands() {
        if let NodeOperand::Node { index, partial } = *operand {
            let _ = write!(text, "\npartial by {}: {partial}", graph.reference(index));
        }
    }
    text
}

fn source(node: &Node) -> String {
    match node.source() {
        Some(source) => match source.text() {
            Some(expression) => format!("\n{source}\n{expression}"),
            None => format!("\n{source}"),
        },
        None => String::new(),
    }
}
