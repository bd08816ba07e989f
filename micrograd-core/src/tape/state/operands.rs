//! The operands of a node.

use super::calls::Calls;
use crate::tape::memory::{Cells, NodeId};
use crate::tape::statements::{Form, KnownStatements, Rows};

/// Calls `visit` with every operand of a node, or of the statement that it is the result of.
#[inline(always)]
pub(in crate::tape) fn each_operand(
    nodes: &mut Cells,
    statements: &KnownStatements,
    calls: &Calls,
    index: usize,
    mut visit: impl FnMut(&mut Cells, NodeId),
) {
    let node = *nodes.at(index);
    if node.is_statement() {
        match statements.get(node.statement_id()).form {
            Form::Single(layout) => {
                for operand in 0..layout.operands() {
                    let operand = layout.operand(|below| nodes.at(index - below), operand);
                    visit(nodes, operand);
                }
            }
            Form::Chain(layout) => {
                visit(nodes, node.first());
                layout.each_extension(node.chain_len(), |below, runs| {
                    let extension = *nodes.at(index - below);
                    layout.each_operand(&extension, runs, |operand| visit(nodes, operand));
                });
            }
            Form::Rows => {
                visit(nodes, node.first());
                let products = Rows::of(&node, nodes.at(index - 1)).products();
                products.flatten().for_each(|operand| visit(nodes, operand));
            }
        }
    } else if let Some(call) = calls.get(&node) {
        call.arguments.ids().for_each(|id| visit(nodes, id));
    } else if node.is_single() {
        node.each_operand(|operand| visit(nodes, operand));
    }
}
