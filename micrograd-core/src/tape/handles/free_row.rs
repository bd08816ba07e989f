//! Free slots in a row, which can be taken together.

use super::slot::{Slot, SlotId};
use std::ops::Range;

/// Free slots, each of which links to its neighbour, in the order in which they link. Values that were made together
/// and dropped one after the other leave such a row.
pub(super) enum FreeRow {
    Upwards(Range<usize>),
    Downwards(Range<usize>),
}

impl FreeRow {
    /// So many links are looked at together, as a processor can.
    const BLOCK: usize = 8;

    /// The row that begins with this free slot, but no more of it than so many slots.
    pub(super) fn new(first: SlotId, slots: &[Slot], most: usize) -> Self {
        let first = first.index();
        if slots[first] == Slot::free(SlotId::new(first + 1)) {
            let most = most.min(slots.len() - first);
            let reach = &slots[first..first + most];
            let blocks = reach.chunks_exact(Self::BLOCK).enumerate();
            let linked = blocks.take_while(|(block, slots)| {
                let lowest = first + block * Self::BLOCK;
                link_each_to(slots, lowest + 1)
            });
            let mut len = 1 + linked.count() * Self::BLOCK;
            while len < most && link_each_to(&reach[len - 1..len], first + len) {
                len += 1;
            }
            FreeRow::Upwards(first..first + len.min(most))
        } else {
            let most = most.min(first + 1);
            let start = first + 1 - most;
            let reach = &slots[start..=first];
            let blocks = reach[1..].rchunks_exact(Self::BLOCK).enumerate();
            let linked = blocks.take_while(|(block, slots)| {
                let lowest = first + 1 - (block + 1) * Self::BLOCK;
                link_each_to(slots, lowest - 1)
            });
            let mut len = 1 + linked.count() * Self::BLOCK;
            while len < most && link_each_to(&reach[most - len..=most - len], first - len) {
                len += 1;
            }
            FreeRow::Downwards(first + 1 - len..first + 1)
        }
    }

    /// The slot of the row that is taken last.
    pub(super) fn last(&self) -> usize {
        match self {
            FreeRow::Upwards(row) => row.end - 1,
            FreeRow::Downwards(row) => row.start,
        }
    }
}

/// Whether the first of these slots links to this one, the second to the one after it, and so on.
#[inline(always)]
fn link_each_to(slots: &[Slot], first: usize) -> bool {
    let expected = (first..).map(|next| Slot::free(SlotId::new(next)));
    let differ = slots.iter().zip(expected);
    differ.fold(0, |bits, (slot, expected)| bits | slot.differs_from(expected)) == 0
}
