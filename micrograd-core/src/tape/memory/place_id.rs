//! Where a number is in a node.

use crate::tape::memory::node_id::NodeId;

/// One of the places of 8 bytes in a node of the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceId(u32);

impl PlaceId {
    /// No place is there: the tape ends before it.
    pub(in crate::tape) const NOWHERE: PlaceId = PlaceId(NodeId::LEAF);

    const PER_NODE: u32 = NodeId::SCALE;
    const LAST: u32 = Self::PER_NODE - 1;

    /// A place of a node that is no leaf.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of places in a node.
    pub(in crate::tape) fn new(node: NodeId, place: usize) -> Self {
        debug_assert!(!node.is_leaf() && place < Self::PER_NODE as usize);
        PlaceId(node.bits() | place as u32)
    }

    /// The node that it is in.
    #[inline(always)]
    pub(in crate::tape) fn node(self) -> NodeId {
        NodeId::from_bits(self.0 & !Self::LAST)
    }

    /// So many places above this one, in the same node.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of places in a node.
    pub(in crate::tape) fn above(self, places: usize) -> Self {
        debug_assert!(places as u32 + self.0 % Self::PER_NODE <= Self::LAST);
        PlaceId(self.0 + places as u32)
    }

    #[inline(always)]
    pub(in crate::tape) const fn bits(self) -> u32 {
        self.0
    }

    #[inline(always)]
    pub(in crate::tape) fn from_bits(bits: u32) -> Self {
        PlaceId(bits)
    }

    /// The first place above the node that the place in the lower half is in; the upper half stays.
    #[inline(always)]
    pub(in crate::tape) fn end_of_node(place: u64) -> u64 {
        (place | u64::from(Self::LAST)) + 1
    }

    /// Whether there are so many places from here to the last one of the node, which is none of a payload's.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is below the number of places in a node.
    pub(in crate::tape) fn has_room(self, places: usize) -> bool {
        self.0 % Self::PER_NODE + places as u32 <= Self::LAST
    }

    /// Which place it is of the last node but one of a tape that ends there; for any other node more than there are.
    #[inline(always)]
    pub(in crate::tape) fn place_in_the_last_but_one(place: u64, end: u64) -> u64 {
        (place + u64::from(2 * Self::PER_NODE)).wrapping_sub(end)
    }

    /// How many places it lies above the first one of the tape.
    #[inline(always)]
    pub(in crate::tape) fn index(self) -> usize {
        self.0 as usize
    }
}
