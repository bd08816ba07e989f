//! The operands of a node.

use crate::tape::memory::node_id::NodeId;
use crate::tape::memory::unchecked::cells::Cells;
use crate::tape::state::calls::Calls;
use crate::tape::statements::registry::Statements;
use crate::tape::statements::statement::Form;

/// Calls `visit` with every operand of a node, or of the statement that it is the result of.
#[inline(always)]
pub(in crate::tape) fn each_operand(
    nodes: &mut Cells,
    statements: &Statements,
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
        }
    } else if let Some(call) = calls.get(&node) {
        call.arguments.ids().for_each(|id| visit(nodes, id));
    } else if node.is_single() {
        node.each_operand(|operand| visit(nodes, operand));
    }
}
