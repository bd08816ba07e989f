//! Leaves that lose their last handles one after the other, as those of a list do.

use super::{NodeId, SlotId};
use std::ops::Range;

/// Leaves without handles below the floor, in slots that lie in a row as they do. They are still marked as held, and their
/// slots are not free yet: all of them are given up together.
pub(super) struct ReleasedRow {
    first: NodeId,
    /// In the lower half the leaf right above the row, in the upper half the slot right above its slots. They are compared
    /// at once, and so they are written at once.
    next: u64,
}

/// What is given up together.
pub(super) struct Released {
    pub(super) leaves: Range<usize>,
    pub(super) slots: Range<usize>,
}

impl ReleasedRow {
    /// There are not so many slots that one would be the next.
    pub(super) const EMPTY: ReleasedRow = ReleasedRow {
        first: NodeId::NONE,
        next: (u32::MAX as u64) << u32::BITS,
    };

    /// A row of one leaf.
    pub(super) fn new(leaf: NodeId, slot: SlotId) -> Self {
        ReleasedRow {
            first: leaf,
            next: pair(leaf, slot) + Self::ONE_MORE,
        }
    }

    const ONE_MORE: u64 = (1 << u32::BITS) + NodeId::NONE.after().bits() as u64;

    /// Takes a node in, if it is the leaf right above the row, and its slot is the one right above.
    #[inline(always)]
    pub(super) fn takes(&mut self, node: NodeId, slot: SlotId) -> bool {
        let is_next = pair(node, slot) == self.next;
        if is_next {
            self.next += Self::ONE_MORE;
        }
        is_next
    }

    /// The places of its leaves.
    pub(super) fn leaves(&self) -> Range<usize> {
        #[allow(clippy::cast_possible_truncation)] // The lower half is wanted.
        let next = NodeId::from_bits(self.next as u32);
        self.first.index()..next.index()
    }

    /// Leaves an empty row.
    pub(super) fn take(&mut self) -> Released {
        let row = std::mem::replace(self, ReleasedRow::EMPTY);
        let leaves = row.leaves();
        let end = match leaves.len() {
            0 => 0,
            _ => (row.next >> u32::BITS) as usize,
        };
        let slots = end - leaves.len()..end;
        Released { leaves, slots }
    }
}

#[inline(always)]
fn pair(node: NodeId, slot: SlotId) -> u64 {
    u64::from(node.bits()) | (slot.index() as u64) << u32::BITS
}
