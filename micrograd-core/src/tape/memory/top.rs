//! Where the tape ends, and how often it has been disturbed.

use crate::tape::memory::node_id::NodeId;

/// In the lower half the place of the next node, as the bits of an id, which is how recording and popping need it; in the
/// upper half how often nodes have moved, or have been closed to what was recorded with them.
///
/// Both are compared at once, and so they are always written at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tape) struct Top(u64);

impl Top {
    /// Of an empty tape.
    pub(in crate::tape) const NEW: Top = Top(0);

    const DISTURBANCE: u64 = 1 << u32::BITS;

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // The lower half is wanted.
    pub(in crate::tape) fn end(self) -> NodeId {
        NodeId::from_bits(self.0 as u32)
    }

    /// The same with another end.
    #[inline(always)]
    pub(in crate::tape) fn ending_at(self, end: NodeId) -> Self {
        Top(self.disturbances() | u64::from(end.bits()))
    }

    /// The same after one more node.
    #[inline(always)]
    pub(in crate::tape) fn after_a_node(self) -> Self {
        Top(self.0 + u64::from(NodeId::NONE.after().bits()))
    }

    /// The upper half, in its place.
    #[inline(always)]
    pub(in crate::tape) fn disturbances(self) -> u64 {
        self.0 & !(Self::DISTURBANCE - 1)
    }

    /// The same after one more disturbance. The count does not begin again: it stays at its end, where no chain is open.
    pub(in crate::tape) fn disturbed(self) -> Self {
        Top(self.0.checked_add(Self::DISTURBANCE).unwrap_or(self.0))
    }

    #[cfg(test)]
    pub(in crate::tape) fn disturbed_often(self, times: u32) -> Self {
        Top(self.0 + u64::from(times) * Self::DISTURBANCE)
    }

    /// Whether further disturbances cannot be counted.
    #[inline(always)]
    pub(in crate::tape) fn is_at_the_end_of_counting(self) -> bool {
        self.0 >= 0_u64.wrapping_sub(Self::DISTURBANCE)
    }

    /// Both halves.
    #[inline(always)]
    pub(in crate::tape) fn bits(self) -> u64 {
        self.0
    }
}
