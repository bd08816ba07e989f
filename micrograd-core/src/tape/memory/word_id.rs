//! Where a number is in a node.

use super::node_id::NodeId;

/// One of the words of 8 bytes in a node of the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordId(u32);

impl WordId {
    /// No word is there: the tape ends before it.
    pub(in crate::tape) const NOWHERE: WordId = WordId(NodeId::LEAF);

    const PER_NODE: u32 = NodeId::SCALE;
    const LAST: u32 = Self::PER_NODE - 1;

    /// A word of a node that is no leaf.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of words in a node.
    pub(in crate::tape) fn new(node: NodeId, word: usize) -> Self {
        debug_assert!(!node.is_leaf() && word < Self::PER_NODE as usize);
        WordId(node.bits() | word as u32)
    }

    /// The node that it is in.
    #[inline(always)]
    pub(in crate::tape) fn node(self) -> NodeId {
        NodeId::from_bits(self.0 & !Self::LAST)
    }

    /// So many words above this one, in the same node.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of words in a node.
    pub(in crate::tape) fn above(self, words: usize) -> Self {
        debug_assert!(words as u32 + self.0 % Self::PER_NODE <= Self::LAST);
        WordId(self.0 + words as u32)
    }

    #[inline(always)]
    pub(in crate::tape) const fn bits(self) -> u32 {
        self.0
    }

    #[inline(always)]
    pub(in crate::tape) fn from_bits(bits: u32) -> Self {
        WordId(bits)
    }

    /// The first word above the node that the word in the lower half is in; the upper half stays.
    #[inline(always)]
    pub(in crate::tape) fn end_of_node(word: u64) -> u64 {
        (word | u64::from(Self::LAST)) + 1
    }

    /// Whether there are so many words from here to the last one of the node, which is none of a payload's.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of words in a node.
    pub(in crate::tape) fn has_room(self, words: usize) -> bool {
        self.0 % Self::PER_NODE + words as u32 <= Self::LAST
    }

    /// Which word it is of the last node but one of a tape that ends there; for any other node more than there are.
    #[inline(always)]
    pub(in crate::tape) fn word_in_the_last_but_one(word: u64, end: u64) -> u64 {
        (word + u64::from(2 * Self::PER_NODE)).wrapping_sub(end)
    }

    /// How many words it lies above the first one of the tape.
    #[inline(always)]
    pub(in crate::tape) fn index(self) -> usize {
        self.0 as usize
    }
}
