//! What is known of one held node.

use crate::tape::memory::NodeId;

/// What a `Value` stores: the number of its entry. The entry knows where the node is now.
///
/// Each leaf has an entry of its own, with the negative of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct HandleId(u32);

impl HandleId {
    /// In the place of a free entry's number, if there is none.
    ///
    /// It is the entry of the leaf with the number 1, which is never made.
    pub(in crate::tape) const NONE: HandleId = HandleId(u32::MAX);

    /// The entry for an operation's result.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // There are no more entries than nodes.
    pub(in crate::tape) fn new(index: usize) -> Self {
        HandleId(index as u32)
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // No more leaves are made than a tape can hold.
    pub(in crate::tape) fn of_leaf(number: usize) -> Self {
        HandleId((number as u32).wrapping_neg())
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_wrap)] // A leaf's number is to become negative.
    pub(in crate::tape) fn index(self) -> isize {
        self.0 as i32 as isize
    }

    #[inline(always)]
    pub(crate) fn is_leaf(self) -> bool {
        self.index() < 0
    }

    /// The handles of leaves in a row that begins here.
    #[inline(always)]
    pub(crate) fn leaves_from_here(self) -> impl Iterator<Item = HandleId> {
        (0..u32::MAX).map(move |k| HandleId(self.0.wrapping_sub(k)))
    }

    /// Something but 0 if it is another handle.
    #[inline(always)]
    pub(crate) fn difference(self, other: HandleId) -> u32 {
        self.0 ^ other.0
    }

    /// The leaf that this entry belongs to.
    #[inline(always)]
    pub(crate) fn leaf(self) -> NodeId {
        debug_assert!(self.is_leaf());
        NodeId::from_bits(self.0 << NodeId::SCALE.trailing_zeros())
    }
}

/// In the upper half the number of handles. With some, the node is in the lower half; without any, the entry is free, and
/// the number of the next free one is there.
///
/// Both are always written at once: a processor stalls on a word of which a part has just been written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry(u64);

impl Entry {
    const HANDLE: u64 = 1 << u32::BITS;

    #[inline(always)]
    pub(in crate::tape) fn held_once(node: NodeId) -> Self {
        Entry(u64::from(node.bits()) | Self::HANDLE)
    }

    #[inline(always)]
    pub(in crate::tape) fn free(next: HandleId) -> Self {
        Entry(u64::from(next.0))
    }

    #[inline(always)]
    pub(in crate::tape) fn is_held(self) -> bool {
        self.0 >= Self::HANDLE
    }

    /// Whether there is more than one handle.
    #[inline(always)]
    pub(crate) fn is_shared(self) -> bool {
        self.0 >= 2 * Self::HANDLE
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // It is wanted.
    fn lower_half(self) -> u32 {
        self.0 as u32
    }

    /// The node of an entry that is held.
    #[inline(always)]
    pub(crate) fn node(self) -> NodeId {
        NodeId::from_bits(self.lower_half())
    }

    /// The free entry after one that is free.
    #[inline(always)]
    pub(in crate::tape) fn next(self) -> HandleId {
        HandleId(self.lower_half())
    }

    /// As many handles of a node that has moved.
    pub(in crate::tape) fn moved_to(self, node: NodeId) -> Self {
        Entry(self.0 - u64::from(self.lower_half()) + u64::from(node.bits()))
    }

    /// One more handle, unless there are as many as can be counted.
    #[inline(always)]
    pub(in crate::tape) fn share(&mut self) -> bool {
        let more = self.0.checked_add(Self::HANDLE);
        self.0 = more.unwrap_or(self.0);
        more.is_some()
    }

    /// One handle less, of several.
    #[inline(always)]
    pub(in crate::tape) fn unshare(&mut self) {
        self.0 -= Self::HANDLE;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_that_cannot_be_counted_are_not_given() {
        let mut entry = Entry(
            Entry::held_once(NodeId::of_leaf(7)).0 + (u64::from(u32::MAX) - 2) * Entry::HANDLE,
        );
        assert!(entry.share());
        assert!(!entry.share());
        assert_eq!(entry.node(), NodeId::of_leaf(7));
        entry.unshare();
        assert!(entry.share());
    }
}
