//! Where a node is on the tape.

use super::Node;

/// The place of a node on the tape, and whether it is a leaf.
///
/// The leaf mark is the top bit, so that leaves compare above all operations: the reverse sweep
/// keeps the lowest operation it has reached by a plain minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(u32);

const _: () = assert!(NodeId::SCALE as usize * size_of::<u64>() == size_of::<Node>());

impl NodeId {
    const LEAF: u32 = 1 << 31;
    /// The index is scaled so that a processor reaches a node without a shift: it counts places of 8 bytes.
    const SCALE: u32 = 4;

    /// How many nodes a tape can hold: the place after the last one must not look like a leaf.
    pub(super) const LIMIT: usize = (Self::LEAF / Self::SCALE) as usize - 1;

    pub(crate) const NONE: NodeId = NodeId(0);

    #[inline]
    #[allow(clippy::cast_possible_truncation)] // Recording stops at `LIMIT`.
    pub(super) fn new(index: usize, is_leaf: bool) -> Self {
        debug_assert!(index <= Self::LIMIT);
        NodeId((index as u32 * Self::SCALE) | if is_leaf { Self::LEAF } else { 0 })
    }

    #[inline]
    pub(crate) fn index(self) -> usize {
        ((self.0 & !Self::LEAF) / Self::SCALE) as usize
    }

    /// How many places of 8 bytes it lies above the first node.
    #[inline(always)]
    pub(super) fn first_place(self) -> usize {
        (self.0 & !Self::LEAF) as usize
    }

    /// The same of an operation, or of the end of the tape: no mark is to be removed.
    #[inline(always)]
    pub(super) fn first_place_of_operation(self) -> usize {
        debug_assert!(!self.is_leaf());
        self.0 as usize
    }

    /// The place alone.
    #[inline(always)]
    pub(super) fn place(self) -> Self {
        NodeId(self.0 & !Self::LEAF)
    }

    /// The place right above.
    #[inline(always)]
    pub(super) fn above(self) -> Self {
        NodeId((self.0 & !Self::LEAF) + Self::SCALE)
    }

    /// The same of an operation, or of the end of the tape.
    #[inline(always)]
    pub(super) fn after(self) -> Self {
        debug_assert!(!self.is_leaf());
        NodeId(self.0 + Self::SCALE)
    }

    /// How many nodes there are from here up to `end`, which is none for less than that.
    #[inline(always)]
    pub(super) fn nodes_below(self, end: NodeId) -> usize {
        ((end.0 - self.0) / Self::SCALE) as usize
    }

    /// The same place, known to be a leaf's.
    #[inline(always)]
    pub(super) const fn of_leaf(self) -> Self {
        NodeId(self.0 | Self::LEAF)
    }

    /// The leaf that lies so many nodes above this one.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is on the tape.
    pub(super) fn leaf_above(self, nodes: usize) -> Self {
        debug_assert!(self.is_leaf());
        NodeId(self.0 + nodes as u32 * Self::SCALE)
    }

    /// The node of the same kind that lies so many nodes above this one.
    #[inline]
    pub(super) fn nodes_above(self, nodes: usize) -> Self {
        NodeId::new(self.index() + nodes, self.is_leaf())
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
    pub(super) fn bits(self) -> u32 {
        self.0
    }

    #[inline]
    pub(super) fn from_bits(bits: u32) -> Self {
        NodeId(bits)
    }

    /// The same node after it has moved.
    pub(super) fn moved_to(self, index: usize) -> Self {
        NodeId::new(index, self.is_leaf())
    }
}

/// One of the places of 8 bytes in a node of the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceId(u32);

impl PlaceId {
    /// No place is there: the tape ends before it.
    pub(super) const NOWHERE: PlaceId = PlaceId(NodeId::LEAF);

    const PER_NODE: u32 = NodeId::SCALE;
    const LAST: u32 = Self::PER_NODE - 1;

    /// A place of a node that is no leaf.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of places in a node.
    pub(super) fn new(node: NodeId, place: usize) -> Self {
        debug_assert!(!node.is_leaf() && place < Self::PER_NODE as usize);
        PlaceId(node.0 | place as u32)
    }

    /// The node that it is in.
    #[inline(always)]
    pub(super) fn node(self) -> NodeId {
        NodeId(self.0 & !Self::LAST)
    }

    /// So many places above this one, in the same node.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of places in a node.
    pub(super) fn above(self, places: usize) -> Self {
        debug_assert!(places as u32 + self.0 % Self::PER_NODE <= Self::LAST);
        PlaceId(self.0 + places as u32)
    }

    #[inline(always)]
    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    #[inline(always)]
    pub(super) fn from_bits(bits: u32) -> Self {
        PlaceId(bits)
    }

    /// The first place above the node that the place in the lower half is in; the upper half stays.
    #[inline(always)]
    pub(super) fn end_of_node(place: u64) -> u64 {
        (place | u64::from(Self::LAST)) + 1
    }

    /// Whether there are so many places from here to the last one of the node, which is none of a payload's.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of places in a node.
    pub(super) fn has_room(self, places: usize) -> bool {
        self.0 % Self::PER_NODE + places as u32 <= Self::LAST
    }

    /// Which place it is of the last node but one of a tape that ends there; for any other node more than there are.
    #[inline(always)]
    pub(super) fn place_in_the_last_but_one(place: u64, end: u64) -> u64 {
        (place + u64::from(2 * Self::PER_NODE)).wrapping_sub(end)
    }

    /// How many places it lies above the first one of the tape.
    #[inline(always)]
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}
