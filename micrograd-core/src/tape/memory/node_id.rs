//! Where a node is on the tape.

/// The place of an operation on the tape, or of a leaf in the arena of leaves.
///
/// Leaves lie below the tape's first operation, from there downwards: a leaf's place is a negative number. So a processor
/// reaches both kinds in the same way, by a signed index, and the top bit tells them apart. As numbers without a
/// sign, leaves compare above all operations: the reverse sweep keeps the lowest operation it has reached by a plain minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(transparent)]
pub struct NodeId(u32);

impl NodeId {
    pub(in crate::tape) const LEAF: u32 = 1 << 31;
    /// The index is scaled so that a processor reaches a node without a shift: it counts words of 8 bytes.
    pub(in crate::tape) const SCALE: u32 = 4;

    /// How many halves of a word a node has, each large enough for an id.
    pub(in crate::tape) const HALVES: isize = 2 * Self::SCALE.cast_signed() as isize;

    /// How many operations a tape can hold, and how many leaves: the place after the last operation must not look like a leaf.
    pub(in crate::tape) const LIMIT: usize = (Self::LEAF / Self::SCALE) as usize - 1;

    pub(crate) const NONE: NodeId = NodeId(0);

    /// Compares above all operations, and not above leaves.
    pub(in crate::tape) const FIRST_AS_LEAF: NodeId = NodeId(Self::LEAF);

    /// The operation with an index.
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // Recording stops at `LIMIT`.
    pub(crate) fn new(index: usize) -> Self {
        debug_assert!(index <= Self::LIMIT);
        NodeId(index as u32 * Self::SCALE)
    }

    /// The leaf with a number, which is at least 1.
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // No more leaves are made than `LIMIT`.
    pub(in crate::tape) fn of_leaf(number: usize) -> Self {
        debug_assert!(0 < number && number <= Self::LIMIT);
        NodeId((number as u32 * Self::SCALE).wrapping_neg())
    }

    /// The index of an operation.
    #[inline]
    pub(crate) fn index(self) -> usize {
        debug_assert!(!self.is_leaf());
        (self.0 / Self::SCALE) as usize
    }

    /// The number of a leaf.
    #[inline]
    pub(in crate::tape) fn leaf_number(self) -> usize {
        debug_assert!(self.is_leaf());
        (self.0.wrapping_neg() / Self::SCALE) as usize
    }

    /// How many words of 8 bytes it lies above the first operation.
    #[inline(always)]
    #[allow(clippy::cast_possible_wrap)] // A leaf's number is to become negative.
    pub(in crate::tape) fn first_word(self) -> isize {
        self.0 as i32 as isize
    }

    /// The same of an operation, or of the end of the tape: no mark is to be removed.
    #[inline(always)]
    #[allow(clippy::cast_possible_wrap)] // It has no sign.
    pub(in crate::tape) fn first_word_of_operation(self) -> isize {
        debug_assert!(!self.is_leaf());
        self.0 as isize
    }

    /// Whether it is among so many leaves, or so many operations.
    #[inline]
    pub(in crate::tape) fn is_within(self, leaves: usize, operations: usize) -> bool {
        if self.is_leaf() {
            self.leaf_number() <= leaves
        } else {
            self.index() < operations
        }
    }

    /// The place so many nodes above an operation, or the end of the tape.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // There is room on the tape.
    pub(in crate::tape) fn above(self, nodes: usize) -> Self {
        debug_assert!(!self.is_leaf());
        NodeId(self.0 + nodes as u32 * Self::SCALE)
    }

    /// How many nodes there are from here up to `end`, which is none for less than that.
    #[inline(always)]
    pub(in crate::tape) fn nodes_below(self, end: NodeId) -> usize {
        ((end.0 - self.0) / Self::SCALE) as usize
    }

    /// Whether it is the operation right below `end`.
    #[inline(always)]
    pub(in crate::tape) fn is_right_below(self, end: NodeId) -> bool {
        self.0.wrapping_add(Self::SCALE) == end.0
    }

    /// The node of the same kind that was made so many nodes later, if they were made in a row.
    #[inline]
    pub(in crate::tape) fn later(self, nodes: usize) -> Self {
        if self.is_leaf() {
            NodeId::of_leaf(self.leaf_number() + nodes)
        } else {
            NodeId::new(self.index() + nodes)
        }
    }

    /// The node after this one in a row that begins with `first`.
    #[inline(always)]
    pub(crate) fn next(self, first: NodeId) -> Self {
        NodeId(self.0.wrapping_add(first.step()))
    }

    /// How many words of 8 bytes the nodes of a row are apart: leaves lie downwards.
    #[inline(always)]
    pub(in crate::tape) fn words_between(self) -> isize {
        const SCALE: isize = NodeId::SCALE.cast_signed() as isize;
        if self.is_leaf() { -SCALE } else { SCALE }
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is to wrap around.
    fn step(self) -> u32 {
        self.words_between() as u32
    }

    /// The operation that lies so many nodes below this one.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is less than the index.
    pub(crate) fn below(self, nodes: usize) -> Self {
        debug_assert!(!self.is_leaf() && nodes <= self.index());
        NodeId(self.0 - nodes as u32 * Self::SCALE)
    }

    /// Where a sweep goes on below an operation of so many nodes; below the lowest node nothing is looked at.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is at most one more than the index.
    pub(crate) fn past(self, nodes: usize) -> Self {
        debug_assert!(!self.is_leaf() && nodes <= self.index() + 1);
        NodeId(self.0.wrapping_sub(nodes as u32 * Self::SCALE))
    }

    #[inline]
    pub(crate) fn is_leaf(self) -> bool {
        self.0 & Self::LEAF != 0
    }

    #[inline]
    pub(in crate::tape) fn bits(self) -> u32 {
        self.0
    }

    #[inline]
    pub(in crate::tape) fn from_bits(bits: u32) -> Self {
        NodeId(bits)
    }

    /// The same node after operations have moved: `moved` is the new index of one. Leaves stay.
    pub(in crate::tape) fn moved(self, moved: impl Fn(usize) -> usize) -> Self {
        if self.is_leaf() {
            return self;
        }
        NodeId::new(moved(self.index()))
    }
}
