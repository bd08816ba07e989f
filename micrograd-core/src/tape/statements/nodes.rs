//! The nodes of a statement, to be read and to be filled.

use super::payload::{Layout, Payload, PayloadMut};
use crate::tape::memory::{NodeId, NodeRef, Reached, Tag, TapeNode};

/// The nodes of a statement, to be read.
pub(crate) struct NodesOfStatement<'a> {
    pub(in crate::tape) nodes: Reached<'a>,
    pub(in crate::tape) layout: Layout,
    pub(in crate::tape) result: NodeId,
}

impl<'a> NodesOfStatement<'a> {
    #[inline(always)]
    pub(crate) fn new(nodes: Reached<'a>, layout: Layout, result: NodeId) -> Self {
        NodesOfStatement {
            nodes,
            layout,
            result,
        }
    }

    /// The result of the statement.
    #[inline(always)]
    pub(crate) fn result(&self) -> f64 {
        self.nodes.operation(self.result).data
    }
}

impl Payload for NodesOfStatement<'_> {
    #[inline(always)]
    fn operand(&self, operand: usize) -> NodeRef {
        let below = |below| self.nodes.operation(self.result.below(below));
        let id = self.layout.operand(below, operand);
        let data = self.nodes.node(id).data;
        NodeRef { id, data }
    }

    #[inline(always)]
    fn number(&self, number: usize) -> f64 {
        let below = |below| self.nodes.operation(self.result.below(below));
        Layout::number(below, number)
    }
}

/// A statement that is being filled, from its result downwards.
pub(crate) struct NewStatement {
    /// The result comes first.
    pub(in crate::tape) nodes: [TapeNode; NewStatement::MOST_NODES],
    pub(in crate::tape) layout: Layout,
}

impl NewStatement {
    /// Larger ones are recorded operation by operation.
    pub(crate) const MOST_NODES: usize = 12;

    #[inline(always)]
    pub(crate) fn new(tag: Tag, data: f64, layout: Layout) -> Self {
        let mut nodes = [TapeNode::extension(); Self::MOST_NODES];
        nodes[0] = TapeNode::statement(data, tag);
        NewStatement { nodes, layout }
    }
}

impl PayloadMut for NewStatement {
    #[inline(always)]
    fn set_operand(&mut self, operand: usize, id: NodeId) {
        self.layout.set_operand(&mut self.nodes, operand, id);
    }

    #[inline(always)]
    fn set_number(&mut self, number: usize, data: f64) {
        Layout::set_number(&mut self.nodes, number, data);
    }
}
