//! first + Σₖ xₖyₖ, where the xs lie side by side, and so do the ys: one node for the result and one extension, however
//! many products there are. The weights of a neuron lie so, and so do the outputs of the layer before it.

use super::adjoints::{Sweep, Swept};
use super::payload::{Layout, Payload};
use crate::tape::memory::{NodeId, NodeRef, Reached, TapeNode, pack, unpack};

/// Two rows of nodes of the same length. Nodes that move stay side by side, since all of them are operands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows {
    pub(in crate::tape) xs: NodeId,
    pub(in crate::tape) ys: NodeId,
    pub(in crate::tape) len: usize,
}

impl Rows {
    /// The result and its extension.
    pub(crate) const NODES: usize = 2;

    /// The operands that are kept: what the sum begins with, and the first of each row.
    pub(in crate::tape) const KEPT: usize = 3;

    /// Of at least one node.
    pub(crate) fn new(xs: NodeId, ys: NodeId, len: usize) -> Self {
        debug_assert!(len > 0);
        Rows { xs, ys, len }
    }

    /// The rows of a result, of which this is the extension.
    #[inline(always)]
    pub(in crate::tape) fn of(result: &TapeNode, extension: &TapeNode) -> Self {
        let (xs, ys) = unpack(extension.pair(0));
        Rows {
            xs: NodeId::from_bits(xs),
            ys: NodeId::from_bits(ys),
            len: result.chain_len(),
        }
    }

    pub(in crate::tape) fn into_extension(self) -> TapeNode {
        let mut extension = TapeNode::extension();
        extension.set_pair(0, pack(self.xs.bits(), self.ys.bits()));
        extension
    }

    /// How many halves of a word an operand that is kept lies above the first one of the result.
    pub(in crate::tape) fn half(operand: usize) -> isize {
        match operand.cast_signed() {
            0 => Layout::FIRST,
            row => row - 1 - NodeId::HALVES,
        }
    }

    /// The factors of each product.
    #[inline(always)]
    pub(in crate::tape) fn products(self) -> impl Iterator<Item = [NodeId; 2]> {
        (0..self.len).map(move |k| [self.xs.later(k), self.ys.later(k)])
    }
}

/// The factors of one product.
pub(in crate::tape) struct Factors<'a>(
    pub(in crate::tape) Reached<'a>,
    pub(in crate::tape) [NodeId; 2],
);

impl Payload for Factors<'_> {
    fn operand(&self, operand: usize) -> NodeRef {
        let id = self.1[operand];
        NodeRef::new(id, self.0.node(id).data)
    }

    fn number(&self, _: usize) -> f64 {
        unreachable!("both factors are on the tape")
    }
}

impl Sweep<'_> {
    /// Passes the adjoint of such a sum on, from the last product to the first, as a sweep over single operations goes.
    pub(crate) fn pass_on_rows(mut self, result: NodeId) -> Swept {
        let adjoint = self.adjoint_of_operation(result);
        let mut nodes = self.nodes();
        let node = nodes.operation(result);
        let (first, rows) = (
            node.first(),
            Rows::of(node, nodes.operation(result.below(1))),
        );
        let Rows { xs, ys, len } = rows;
        nodes.add_of_each_other([xs, ys], 1..len, adjoint);
        nodes.node_mut(first).grad += adjoint;
        nodes.add_of_each_other([xs, ys], 0..1, adjoint);
        self.reaches(first.min(xs).min(ys));
        self.past(result, Rows::NODES)
    }
}
