//! What is known of one held node.

use crate::tape::NodeId;

/// What a `Value` stores: the number of its slot. The slot knows where the node is now.
///
/// Each leaf has a slot of its own, with the negative of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SlotId(u32);

impl SlotId {
    /// In the place of a free slot's number, if there is none.
    ///
    /// It is the slot of the leaf with the number 1, which is never made.
    pub(super) const NONE: SlotId = SlotId(u32::MAX);

    /// The slot for an operation's result.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // There are no more slots than nodes.
    pub(super) fn new(index: usize) -> Self {
        SlotId(index as u32)
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // No more leaves are made than a tape can hold.
    pub(super) fn of_leaf(number: usize) -> Self {
        SlotId((number as u32).wrapping_neg())
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_wrap)] // A leaf's number is to become negative.
    pub(super) fn index(self) -> isize {
        self.0 as i32 as isize
    }

    #[inline(always)]
    pub(crate) fn is_leaf(self) -> bool {
        self.index() < 0
    }

    /// The slots of leaves in a row that begins here.
    #[inline(always)]
    pub(crate) fn leaves_from_here(self) -> impl Iterator<Item = SlotId> {
        (0..u32::MAX).map(move |k| SlotId(self.0.wrapping_sub(k)))
    }

    /// Something but 0 if it is another slot.
    #[inline(always)]
    pub(crate) fn difference(self, other: SlotId) -> u32 {
        self.0 ^ other.0
    }

    /// The leaf that this slot belongs to.
    #[inline(always)]
    pub(crate) fn leaf(self) -> NodeId {
        debug_assert!(self.is_leaf());
        NodeId::from_bits(self.0 << NodeId::SCALE.trailing_zeros())
    }
}

/// In the upper half the number of handles. With some, the node is in the lower half; without any, the slot is free, and
/// the number of the next free one is there.
///
/// Both are always written at once: a processor stalls on a word of which a part has just been written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot(u64);

impl Slot {
    const HANDLE: u64 = 1 << u32::BITS;

    #[inline(always)]
    pub(super) fn held_once(node: NodeId) -> Self {
        Slot(u64::from(node.bits()) | Self::HANDLE)
    }

    #[inline(always)]
    pub(super) fn free(next: SlotId) -> Self {
        Slot(u64::from(next.0))
    }

    #[inline(always)]
    pub(super) fn is_held(self) -> bool {
        self.0 >= Self::HANDLE
    }

    /// Whether there is more than one handle.
    #[inline(always)]
    pub(super) fn is_shared(self) -> bool {
        self.0 >= 2 * Self::HANDLE
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is wanted.
    fn lower_half(self) -> u32 {
        self.0 as u32
    }

    /// The node of a slot that is held.
    #[inline(always)]
    pub(super) fn node(self) -> NodeId {
        NodeId::from_bits(self.lower_half())
    }

    /// The free slot after one that is free.
    #[inline(always)]
    pub(super) fn next(self) -> SlotId {
        SlotId(self.lower_half())
    }

    /// As many handles of a node that has moved.
    pub(super) fn moved_to(self, node: NodeId) -> Self {
        Slot(self.0 - u64::from(self.lower_half()) + u64::from(node.bits()))
    }

    /// One more handle, unless there are as many as can be counted.
    #[inline(always)]
    pub(super) fn share(&mut self) -> bool {
        let more = self.0.checked_add(Self::HANDLE);
        self.0 = more.unwrap_or(self.0);
        more.is_some()
    }

    /// One handle less, of several.
    #[inline(always)]
    pub(super) fn unshare(&mut self) {
        self.0 -= Self::HANDLE;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_that_cannot_be_counted_are_not_given() {
        let mut slot =
            Slot(Slot::held_once(NodeId::of_leaf(7)).0 + (u64::from(u32::MAX) - 2) * Slot::HANDLE);
        assert!(slot.share());
        assert!(!slot.share());
        assert_eq!(slot.node(), NodeId::of_leaf(7));
        slot.unshare();
        assert!(slot.share());
    }
}
