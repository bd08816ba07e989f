//! Free slots in a row, which a list of leaves takes together.

use super::SlotId;
use std::ops::Range;

/// Free slots in which anything may be.
pub(super) struct FreeRow {
    start: SlotId,
    end: SlotId,
}

impl FreeRow {
    pub(super) const fn new(start: SlotId, end: SlotId) -> Self {
        FreeRow { start, end }
    }

    pub(super) fn slots(&self) -> Range<usize> {
        self.start.index()..self.end.index()
    }

    pub(super) fn len(&self) -> usize {
        self.slots().len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Takes in a slot, if it is the one right above.
    #[inline(always)]
    pub(super) fn takes(&mut self, slot: SlotId) -> bool {
        let is_next = slot == self.end;
        if is_next {
            self.end = slot.next();
        }
        is_next
    }

    /// Gives so many slots from the end, or all.
    pub(super) fn give_last(&mut self, most: usize) -> Range<usize> {
        let Range { start, end } = self.slots();
        let middle = start.max(end.saturating_sub(most));
        self.end = SlotId::new(middle);
        middle..end
    }
}
