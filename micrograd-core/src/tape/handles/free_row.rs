//! Free slots in a row, which can be taken together.

use super::slot::{Slot, SlotId};
use std::ops::Range;

/// Free slots, each of which links to its neighbour, in the order in which they link. Values that were made together
/// and dropped one after the other leave such a row.
///
/// To compare a link with the neighbour's number takes less time than to follow it: the processor does not wait for it.
pub(super) enum FreeRow {
    Upwards(Range<usize>),
    Downwards(Range<usize>),
}

impl FreeRow {
    /// The row that begins with this free slot, but no more of it than so many slots.
    pub(super) fn new(first: SlotId, slots: &[Slot], most: usize) -> Self {
        let first = first.index();
        let links_to = |&(slot, next): &(&Slot, usize)| slot.next() == SlotId::new(next);
        if links_to(&(&slots[first], first + 1)) {
            let end = slots.len().min(first + most);
            let links = slots[first..end - 1].iter().zip(first + 1..end);
            FreeRow::Upwards(first..first + 1 + links.take_while(links_to).count())
        } else {
            let start = (first + 1).saturating_sub(most);
            let links = slots[start + 1..=first].iter().zip(start..first).rev();
            FreeRow::Downwards(first - links.take_while(links_to).count()..first + 1)
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            FreeRow::Upwards(row) | FreeRow::Downwards(row) => row.len(),
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
