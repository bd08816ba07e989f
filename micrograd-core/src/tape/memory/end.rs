//! Where the tape ends, and in which epoch.

use super::node_id::NodeId;

/// In the lower half the place of the next node, as the bits of an id, which is how recording and popping need it; in the
/// upper half the epoch: one ends when nodes move, or may no longer be extended.
///
/// Both are compared at once, and so they are always written at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tape) struct End(u64);

impl End {
    /// Of an empty tape.
    pub(in crate::tape) const NEW: End = End(0);

    const EPOCH: u64 = 1 << u32::BITS;

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // The lower half is wanted.
    pub(in crate::tape) fn end(self) -> NodeId {
        NodeId::from_bits(self.0 as u32)
    }

    /// The same with another end.
    #[inline(always)]
    pub(in crate::tape) fn ending_at(self, end: NodeId) -> Self {
        End(self.epoch() | u64::from(end.bits()))
    }

    /// The same after so many more nodes.
    #[inline(always)]
    pub(in crate::tape) fn after(self, nodes: usize) -> Self {
        End(self.0 + u64::from(NodeId::NONE.above(nodes).bits()))
    }

    /// The upper half, in its place.
    #[inline(always)]
    pub(in crate::tape) fn epoch(self) -> u64 {
        self.0 & !(Self::EPOCH - 1)
    }

    /// The same in the next epoch. The count does not begin again: it stays at its end, where no chain is open.
    pub(in crate::tape) fn in_the_next_epoch(self) -> Self {
        End(self.0.checked_add(Self::EPOCH).unwrap_or(self.0))
    }

    #[cfg(test)]
    pub(in crate::tape) fn after_epochs(self, times: u32) -> Self {
        End(self.0 + u64::from(times) * Self::EPOCH)
    }

    /// Whether further epochs cannot be counted.
    #[inline(always)]
    pub(in crate::tape) fn is_at_the_end_of_counting(self) -> bool {
        self.0 >= 0_u64.wrapping_sub(Self::EPOCH)
    }

    /// Both halves.
    #[inline(always)]
    pub(in crate::tape) fn bits(self) -> u64 {
        self.0
    }
}
