//! The operands of a node.

use super::calls::Calls;
use crate::tape::memory::{NodeId, Reached};
use crate::tape::statements::KnownStatements;

/// Calls `visit` with every operand of a node, or of the statement that it is the result of.
#[inline(always)]
pub(in crate::tape) fn each_operand(
    nodes: &mut Reached<'_>,
    statements: &KnownStatements,
    calls: &Calls,
    id: NodeId,
    mut visit: impl FnMut(&mut Reached<'_>, NodeId),
) {
    let node = *nodes.operation(id);
    if node.is_statement() {
        let form = statements.get(node.statement_id()).form;
        form.each_operand(nodes, id, visit);
    } else if let Some(call) = calls.get(&node) {
        call.arguments.ids().for_each(|id| visit(nodes, id));
    } else if node.is_single() {
        node.each_operand(|operand| visit(nodes, operand));
    }
}
