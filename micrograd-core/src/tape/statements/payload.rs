//! Where a statement's operands and numbers lie in its nodes.
//!
//! The last node holds the result; `first` and `rest` are free there. Each extension below it has room for
//! three numbers, in each of which two operands may lie instead, and for one more operand.

use crate::tape::memory::{NodeId, NodeRef, TapeNode, pack, unpack};

/// What a statement keeps, to be read.
pub trait Payload {
    /// An operand, with its number.
    fn operand(&self, operand: usize) -> NodeRef;
    /// A number.
    fn number(&self, number: usize) -> f64;
}

/// What a statement keeps, to be written.
pub trait PayloadMut {
    /// Keeps an operand.
    fn set_operand(&mut self, operand: usize, id: NodeId);
    /// Keeps a number.
    fn set_number(&mut self, number: usize, data: f64);
}

/// How many operands and numbers a statement keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    operands: usize,
    numbers: usize,
    /// The result and its extensions.
    nodes: usize,
}

impl Layout {
    pub(crate) const fn new(operands: usize, numbers: usize) -> Self {
        let mut nodes = 1;
        while !Layout::fits(operands, numbers, nodes) {
            nodes += 1;
        }
        Layout {
            operands,
            numbers,
            nodes,
        }
    }

    const fn fits(operands: usize, numbers: usize, nodes: usize) -> bool {
        let pairs = 1 + 3 * (nodes - 1);
        pairs >= numbers && nodes + 2 * (pairs - numbers) >= operands
    }

    #[inline]
    pub(crate) const fn nodes(self) -> usize {
        self.nodes
    }

    pub(in crate::tape) const fn operands(self) -> usize {
        self.operands
    }

    /// How far below the result the pair lies, and in which word of its node.
    #[inline(always)]
    const fn pair(number: usize) -> (usize, usize) {
        match number {
            0 => (0, 2),
            _ => (number.div_ceil(3), (number - 1) % 3),
        }
    }

    /// Where operands lie that have no node of their own: in which pair, and in which half of it.
    #[inline(always)]
    const fn half(self, operand: usize) -> (usize, bool) {
        let further = operand - self.nodes;
        (self.numbers + further / 2, further % 2 == 1)
    }

    /// A number, where `below(k)` is the k-th node below the result.
    #[inline(always)]
    pub(in crate::tape) fn number<'n>(below: impl Fn(usize) -> &'n TapeNode, number: usize) -> f64 {
        let (node, word) = Layout::pair(number);
        f64::from_bits(below(node).pair(word))
    }

    /// Sets a number in nodes that begin with the result and go downwards.
    #[inline(always)]
    pub(in crate::tape) fn set_number(nodes: &mut [TapeNode], number: usize, data: f64) {
        let (node, word) = Layout::pair(number);
        nodes[node].set_pair(word, data.to_bits());
    }

    /// An operand, where `below(k)` is the k-th node below the result.
    #[inline(always)]
    pub(in crate::tape) fn operand<'n>(
        self,
        below: impl Fn(usize) -> &'n TapeNode,
        operand: usize,
    ) -> NodeId {
        if operand < self.nodes {
            return below(operand).first();
        }
        let (pair, upper) = self.half(operand);
        let (node, word) = Layout::pair(pair);
        let (low, high) = unpack(below(node).pair(word));
        NodeId::from_bits(if upper { high } else { low })
    }

    /// Sets an operand in nodes that begin with the result and go downwards.
    #[inline(always)]
    pub(in crate::tape) fn set_operand(self, nodes: &mut [TapeNode], operand: usize, id: NodeId) {
        if operand < self.nodes {
            return nodes[operand].set_first(id);
        }
        let (pair, upper) = self.half(operand);
        let (node, word) = Layout::pair(pair);
        let node = &mut nodes[node];
        let (low, high) = unpack(node.pair(word));
        let pair = if upper {
            pack(low, id.bits())
        } else {
            pack(id.bits(), high)
        };
        node.set_pair(word, pair);
    }
}
