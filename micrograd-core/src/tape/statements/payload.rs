//! Where a statement's operands and numbers lie in its nodes.
//!
//! The last node holds the result; `first` and `rest` are free there. Each extension below it has room for
//! three numbers, in each of which two operands may lie instead, and for one more operand.

use crate::tape::memory::{NodeId, NodeRef, Reached};
use std::ops::Range;

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

/// How many operands and numbers a statement keeps, and where.
#[derive(Debug)]
pub(crate) struct Layout {
    operands: usize,
    /// The result and its extensions.
    nodes: usize,
    /// How many halves of a word each operand lies above the first one of the result. LLVM reads a constant sooner than it computes it.
    halves: [i16; Layout::MOST_OPERANDS],
    /// The last words, in which nothing lies.
    free: Range<usize>,
}

impl Layout {
    /// Larger statements are recorded operation by operation.
    pub(crate) const MOST_NODES: usize = 12;

    /// So are statements with more operands: a site has half a word for their kinds, of two bits each.
    pub(crate) const MOST_OPERANDS: usize = 16;

    /// So many words are free at the most: with one node less, something would not fit.
    const MOST_FREE: usize = 3;

    /// The half of a node in which each node keeps an operand.
    pub(in crate::tape) const FIRST: isize = NodeId::HALVES - 2;

    #[allow(clippy::cast_possible_truncation)] // A statement that is recorded has few nodes.
    pub(crate) const fn new(operands: usize, numbers: usize) -> Self {
        let mut nodes = 1;
        while !Layout::fits(operands, numbers, nodes) {
            nodes += 1;
        }
        let mut halves = [0; Layout::MOST_OPERANDS];
        let mut operand = 0;
        while operand < operands && operand < halves.len() {
            halves[operand] = Layout::place(operand, numbers, nodes) as i16;
            operand += 1;
        }
        let kept = numbers + operands.saturating_sub(nodes).div_ceil(2);
        assert!(Layout::words(nodes) - kept <= Self::MOST_FREE);
        Layout {
            operands,
            nodes,
            halves,
            free: kept..Layout::words(nodes),
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

    const fn place(operand: usize, numbers: usize, nodes: usize) -> isize {
        if operand < nodes {
            return Self::FIRST - NodeId::HALVES * operand.cast_signed();
        }
        let further = operand - nodes;
        2 * Layout::word(numbers + further / 2) + (further % 2).cast_signed()
    }

    #[inline(always)]
    pub(crate) const fn nodes(&self) -> usize {
        self.nodes
    }

    pub(in crate::tape) const fn operands(&self) -> usize {
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
    pub(in crate::tape) const fn half(&self, operand: usize) -> isize {
        self.halves[operand] as isize
    }
}

/// The nodes of a statement.
pub(crate) struct NodesOfStatement<'a> {
    nodes: Reached<'a>,
    layout: &'static Layout,
    result: NodeId,
}

impl<'a> NodesOfStatement<'a> {
    #[inline(always)]
    pub(crate) fn new(nodes: Reached<'a>, layout: &'static Layout, result: NodeId) -> Self {
        NodesOfStatement {
            nodes,
            layout,
            result,
        }
    }

    /// The same of one that has just been recorded, and keeps nothing yet.
    #[inline(always)]
    pub(in crate::tape) fn blank(
        nodes: Reached<'a>,
        layout: &'static Layout,
        result: NodeId,
    ) -> Self {
        let mut statement = NodesOfStatement::new(nodes, layout, result);
        const { assert!(Layout::MOST_FREE == 3) };
        statement.clear(0);
        statement.clear(1);
        statement.clear(2);
        statement
    }

    /// Clears one of the words in which nothing lies, if there are so many.
    #[inline(always)]
    fn clear(&mut self, free: usize) {
        let word = self.layout.free.start + free;
        if word < self.layout.free.end {
            self.nodes.set_word(self.result, Layout::word(word), 0);
        }
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
        match half.cast_unsigned() % NodeId::HALVES.cast_unsigned() {
            // With the other half, which the next operand may overwrite.
            0 | 2 | 4 => (self.nodes).set_word(self.result, half >> 1, id.bits().into()),
            _ => self.nodes.set_operand(self.result, half, id),
        }
    }

    #[inline(always)]
    fn set_number(&mut self, number: usize, data: f64) {
        let word = Layout::word(number);
        self.nodes.set_word(self.result, word, data.to_bits());
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use crate::tape::memory::NodeId;
    use std::collections::BTreeSet;

    #[test]
    fn operands_numbers_and_free_words_lie_apart_and_fill_all_nodes() {
        let of_result = [0, 1, 2, 3, NodeId::HALVES - 1]; // Its data, its gradient, its tag.
        for operands in 0..=Layout::MOST_OPERANDS {
            for numbers in 0..20 {
                let layout = Layout::new(operands, numbers);
                let mut halves = BTreeSet::from(of_result);
                let mut take = |half: isize| assert!(halves.insert(half), "half {half} twice");
                (0..operands).for_each(|operand| take(layout.half(operand)));
                for word in (0..numbers).chain(layout.free.clone()) {
                    take(2 * Layout::word(word));
                    take(2 * Layout::word(word) + 1);
                }
                (1..layout.nodes()).for_each(|below| {
                    take(NodeId::HALVES - 1 - NodeId::HALVES * below.cast_signed());
                });
                let lowest = -NodeId::HALVES * (layout.nodes().cast_signed() - 1);
                let all = lowest..NodeId::HALVES;
                assert!(halves.iter().all(|half| all.contains(half)));
                // What is left is no operand's: half of a word, or the operand of a node.
                assert!(all.count() - halves.len() <= layout.nodes());
            }
        }
    }
}
