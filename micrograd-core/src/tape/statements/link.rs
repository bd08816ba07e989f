//! What one run of a chain takes in, written and read.

use super::payload::{Layout, Payload, PayloadMut};
use crate::tape::memory::{NodeId, NodeRef, Reached, TapeNode, unpack};

/// What one run takes in: so many operands and numbers, in words of 8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LinkLayout {
    operands: usize,
    words: usize,
}

impl LinkLayout {
    /// An extension has three words.
    pub(crate) const WORDS: usize = 3;

    pub(crate) const fn new(operands: usize, numbers: usize) -> Self {
        LinkLayout {
            operands,
            words: operands.div_ceil(2) + numbers,
        }
    }

    /// Whether an extension has room for it.
    #[inline]
    pub(crate) const fn fits(self) -> bool {
        0 < self.words && self.words <= Self::WORDS
    }

    /// How many runs share an extension.
    #[inline(always)]
    pub(crate) const fn per_node(self) -> usize {
        Self::WORDS / self.words
    }

    pub(in crate::tape) const fn operands_of_a_run(self) -> usize {
        self.operands
    }

    pub(in crate::tape) const fn numbers_of_a_run(self) -> usize {
        self.words - self.operands.div_ceil(2)
    }

    /// How many words of 8 bytes a run takes.
    #[inline(always)]
    pub(in crate::tape) const fn words(self) -> usize {
        self.words
    }

    /// How many of so many runs are in the last extension.
    #[inline(always)]
    pub(crate) const fn in_the_last(self, runs: usize) -> usize {
        (runs - 1) % self.per_node() + 1
    }

    /// How many nodes a chain of so many runs is made of.
    #[inline(always)]
    pub(crate) const fn nodes(self, runs: usize) -> usize {
        1 + runs.div_ceil(self.per_node())
    }

    /// How many operands a chain of so many runs has, with what it began with.
    pub(in crate::tape) const fn operands(self, runs: usize) -> usize {
        1 + runs * self.operands
    }

    /// How many halves of a word an operand lies above the first one of the result of so many runs; the first operand is what the
    /// chain began with.
    pub(in crate::tape) fn half(self, runs: usize, operand: usize) -> isize {
        let Some(operand) = operand.checked_sub(1) else {
            return Layout::FIRST;
        };
        let (run, operand) = (operand / self.operands, operand % self.operands);
        let below = self.nodes(runs) - 1 - run / self.per_node();
        let half = run % self.per_node() * self.words * 2 + operand;
        half.cast_signed() - NodeId::HALVES * below.cast_signed()
    }

    /// Visits the extensions of a chain of so many runs from the first one: how far each lies below the result, and how
    /// many runs it holds.
    #[inline(always)]
    pub(in crate::tape) fn each_extension(self, runs: usize, mut visit: impl FnMut(usize, usize)) {
        let per_node = self.per_node();
        let (mut below, mut left) = (self.nodes(runs) - 1, runs);
        while left > 0 {
            let here = per_node.min(left);
            visit(below, here);
            (below, left) = (below - 1, left - here);
        }
    }

    /// Visits the operands in an extension with so many runs.
    #[inline(always)]
    pub(in crate::tape) fn each_operand(
        self,
        extension: &TapeNode,
        runs: usize,
        mut visit: impl FnMut(NodeId),
    ) {
        for run in 0..runs {
            for operand in 0..self.operands {
                let (low, high) = unpack(extension.pair(run * self.words + operand / 2));
                let bits = if operand.is_multiple_of(2) { low } else { high };
                visit(NodeId::from_bits(bits));
            }
        }
    }
}

/// What one run takes in, to be written.
#[derive(Clone, Copy)]
pub(crate) struct NewLink {
    words: [u64; LinkLayout::WORDS],
    layout: LinkLayout,
}

impl NewLink {
    #[inline(always)]
    pub(in crate::tape) fn layout(&self) -> LinkLayout {
        self.layout
    }

    /// What lies in one of its words.
    #[inline(always)]
    pub(in crate::tape) fn word(&self, word: usize) -> u64 {
        self.words[word]
    }

    #[inline(always)]
    pub(crate) fn new(layout: LinkLayout) -> Self {
        NewLink {
            words: [0; LinkLayout::WORDS],
            layout,
        }
    }
}

impl PayloadMut for NewLink {
    #[inline(always)]
    fn set_operand(&mut self, operand: usize, id: NodeId) {
        let word = &mut self.words[operand / 2];
        *word = if operand.is_multiple_of(2) {
            u64::from(id.bits())
        } else {
            *word | (u64::from(id.bits()) << 32)
        };
    }

    #[inline(always)]
    fn set_number(&mut self, number: usize, data: f64) {
        self.words[self.layout.operands.div_ceil(2) + number] = data.to_bits();
    }
}

/// What the runs that share an extension take in, to be written.
#[derive(Clone, Copy)]
pub(crate) struct NewExtension {
    node: TapeNode,
}

impl NewExtension {
    #[inline(always)]
    pub(crate) fn new() -> Self {
        NewExtension {
            node: TapeNode::extension(),
        }
    }

    #[inline(always)]
    pub(in crate::tape) fn into_node(self) -> TapeNode {
        self.node
    }

    /// Writes a run, counted from the first.
    #[inline(always)]
    pub(crate) fn set(&mut self, run: usize, link: NewLink) {
        for index in 0..LinkLayout::WORDS {
            if index < link.layout.words {
                let word = run * link.layout.words + index;
                self.node.set_pair(word, link.words[index]);
            }
        }
    }
}

/// What one run took in, to be read.
pub(crate) struct Link<'a> {
    nodes: Reached<'a>,
    node: NodeId,
    /// The first of its words.
    word: usize,
    layout: LinkLayout,
}

impl<'a> Link<'a> {
    /// A run among those in one extension.
    #[inline(always)]
    pub(in crate::tape) fn new(
        nodes: Reached<'a>,
        node: NodeId,
        run: usize,
        layout: LinkLayout,
    ) -> Self {
        Link {
            nodes,
            node,
            word: run * layout.words,
            layout,
        }
    }
}

impl Payload for Link<'_> {
    #[inline(always)]
    fn operand(&self, operand: usize) -> NodeRef {
        let pair = self
            .nodes
            .operation(self.node)
            .pair(self.word + operand / 2);
        let (low, high) = unpack(pair);
        let id = NodeId::from_bits(if operand.is_multiple_of(2) { low } else { high });
        NodeRef::new(id, self.nodes.node(id).data)
    }

    #[inline(always)]
    fn number(&self, number: usize) -> f64 {
        let word = self.word + self.layout.operands.div_ceil(2) + number;
        f64::from_bits(self.nodes.operation(self.node).pair(word))
    }
}
