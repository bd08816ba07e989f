//! Any node as the elementary operations that it stands for.

use crate::operations::Elementary;
use crate::tape::memory::NodeId;
use crate::tape::state::Tape;
use crate::tape::statements::{elementary, expand_statement};

impl Tape {
    /// Hands out the operations of a node, of which the first has the index `next`, each with its position in its statement;
    /// `index` says where operands are. All statements must be known.
    pub(crate) fn expand(
        &mut self,
        id: NodeId,
        index: impl Fn(NodeId) -> u32,
        next: u32,
        push: &mut dyn FnMut(Elementary, usize),
    ) {
        self.statements.update();
        let node = self.nodes.node(id);
        if node.call().is_some() {
            self.expand_call(id, index, next, push);
        } else if node.is_statement() {
            let statement = *self.statements.get(node.statement_id());
            let reached = self.nodes.reach();
            expand_statement(reached, &statement, id, index, next, push);
        } else {
            push(elementary(node, index), 0);
        }
    }
}
