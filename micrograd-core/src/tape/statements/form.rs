//! How a statement lies on the tape.

use super::link::LinkLayout;
use super::payload::Layout;
use super::rows::Rows;
use crate::tape::memory::{NodeId, TapeNode};

/// How a statement lies on the tape.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Single(Layout),
    Chain(LinkLayout),
    Rows,
}

impl Form {
    /// How many nodes a statement with this result is made of.
    pub(in crate::tape) fn nodes(self, result: &TapeNode) -> usize {
        match self {
            Form::Single(layout) => layout.nodes(),
            Form::Chain(layout) => layout.nodes(result.chain_len()),
            Form::Rows => Rows::NODES,
        }
    }

    pub(in crate::tape) fn operands(self, result: &TapeNode) -> usize {
        match self {
            Form::Single(layout) => layout.operands(),
            Form::Chain(layout) => layout.operands(result.chain_len()),
            Form::Rows => Rows::operands(result.chain_len()),
        }
    }

    /// How many operands its nodes keep: the others of a row follow from the first.
    pub(in crate::tape) fn kept_operands(self, result: &TapeNode) -> usize {
        match self {
            Form::Single(_) | Form::Chain(_) => self.operands(result),
            Form::Rows => Rows::KEPT,
        }
    }

    /// An operand, where `below(k)` is the k-th node below the result.
    #[inline]
    pub(in crate::tape) fn operand<'n>(
        self,
        below: impl Fn(usize) -> &'n TapeNode,
        operand: usize,
    ) -> NodeId {
        match self {
            Form::Single(layout) => layout.operand(below, operand),
            Form::Chain(layout) => layout.operand(below, operand),
            Form::Rows => Rows::operand(below, operand),
        }
    }

    /// Sets an operand that is kept; `nodes` go downwards from the result.
    pub(in crate::tape) fn set_operand(self, nodes: &mut [TapeNode], operand: usize, id: NodeId) {
        match self {
            Form::Single(layout) => layout.set_operand(nodes, operand, id),
            Form::Chain(layout) => layout.set_operand(nodes, operand, id),
            Form::Rows => Rows::set_kept(nodes, operand, id),
        }
    }
}
