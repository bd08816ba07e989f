//! Where a statement's operands and numbers lie in its nodes.
//!
//! The last node holds the result; `first` and `rest` are free there. Each extension below it has room for
//! three numbers, in each of which two operands may lie instead, and for one more operand.

use crate::tape::memory::{NodeId, NodeRef, Reached};

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
    /// Larger statements are recorded operation by operation.
    pub(crate) const MOST_NODES: usize = 12;

    /// The half of a node in which each node keeps an operand.
    pub(in crate::tape) const FIRST: isize = NodeId::HALVES - 2;

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
        let words = Layout::words(nodes);
        words >= numbers && nodes + 2 * (words - numbers) >= operands
    }

    /// How many words so many nodes have, besides the data and the gradient of the result.
    const fn words(nodes: usize) -> usize {
        1 + 3 * (nodes - 1)
    }

    #[inline]
    pub(crate) const fn nodes(self) -> usize {
        self.nodes
    }

    pub(in crate::tape) const fn operands(self) -> usize {
        self.operands
    }

    /// How many words a word lies above the first one of the result: those of an extension lie below.
    #[inline(always)]
    const fn word(word: usize) -> isize {
        let word = (word + 2).cast_signed();
        word - 7 * (word / 3)
    }

    /// How many halves of a word an operand lies above the first one of the result.
    #[inline(always)]
    pub(in crate::tape) const fn half(self, operand: usize) -> isize {
        if operand < self.nodes {
            Self::FIRST - NodeId::HALVES * operand.cast_signed()
        } else {
            let further = operand - self.nodes;
            let upper = (further % 2).cast_signed();
            2 * Layout::word(self.numbers + further / 2) + upper
        }
    }
}

/// The nodes of a statement.
pub(crate) struct NodesOfStatement<'a> {
    nodes: Reached<'a>,
    layout: Layout,
    result: NodeId,
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

    /// The same of one that has just been recorded.
    #[inline(always)]
    pub(in crate::tape) fn blank(nodes: Reached<'a>, layout: Layout, result: NodeId) -> Self {
        let mut statement = NodesOfStatement::new(nodes, layout, result);
        for operand in layout.operands..layout.nodes {
            let half = layout.half(operand);
            statement.nodes.set_operand(result, half, NodeId::NONE);
        }
        let further = layout.operands.saturating_sub(layout.nodes);
        let kept = layout.numbers + further.div_ceil(2);
        for word in kept..Layout::words(layout.nodes) {
            statement.nodes.set_word(result, Layout::word(word), 0);
        }
        statement
    }

    /// The result of the statement.
    #[inline(always)]
    pub(crate) fn result(&self) -> NodeRef {
        NodeRef::new(self.result, self.nodes.operation(self.result).data)
    }
}

impl Payload for NodesOfStatement<'_> {
    #[inline(always)]
    fn operand(&self, operand: usize) -> NodeRef {
        let id = self.nodes.operand(self.result, self.layout.half(operand));
        NodeRef::new(id, self.nodes.node(id).data)
    }

    #[inline(always)]
    fn number(&self, number: usize) -> f64 {
        f64::from_bits(self.nodes.word(self.result, Layout::word(number)))
    }
}

impl PayloadMut for NodesOfStatement<'_> {
    #[inline(always)]
    fn set_operand(&mut self, operand: usize, id: NodeId) {
        let half = self.layout.half(operand);
        if operand >= self.layout.nodes && half % 2 == 0 {
            // With the other half, which the next one may overwrite.
            self.nodes.set_word(self.result, half / 2, id.bits().into());
        } else {
            self.nodes.set_operand(self.result, half, id);
        }
    }

    #[inline(always)]
    fn set_number(&mut self, number: usize, data: f64) {
        let word = Layout::word(number);
        self.nodes.set_word(self.result, word, data.to_bits());
    }
}
