//! Leaves that lose their last handles one after the other, as those of a list do.

use super::NodeId;
use std::ops::Range;

/// Leaves without handles that lie one above the other. They are still marked as held: they lose the mark together, if they
/// are not popped before.
pub(super) struct ReleasedRow {
    first: NodeId,
    /// The leaf right above the row.
    next: NodeId,
}

impl ReleasedRow {
    /// At the bottom of the tape.
    pub(super) const EMPTY: ReleasedRow = ReleasedRow {
        first: NodeId::NONE,
        next: NodeId::NONE.of_leaf(),
    };

    /// An empty row right above a node.
    pub(super) fn right_above(node: NodeId) -> Self {
        ReleasedRow {
            first: node.above(),
            next: node.above().of_leaf(),
        }
    }

    /// Takes a node in, if it is the leaf right above the row.
    #[inline(always)]
    pub(super) fn takes(&mut self, node: NodeId) -> bool {
        let is_next = node == self.next;
        if is_next {
            self.next = node.leaf_above(1);
        }
        is_next
    }

    /// The places of its leaves.
    pub(super) fn places(&self) -> Range<usize> {
        self.first.index()..self.next.index()
    }
}
