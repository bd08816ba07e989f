//! Free slots in a row, which a list of leaves takes together.

use std::ops::Range;

/// Free slots without links.
pub(super) struct FreeRow {
    start: usize,
    end: usize,
}

impl FreeRow {
    pub(super) const EMPTY: FreeRow = FreeRow { start: 0, end: 0 };

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }

    /// Takes so many slots from the start, or all.
    pub(super) fn take_first(&mut self, most: usize) -> Range<usize> {
        let end = self.end.min(self.start + most);
        std::mem::replace(&mut self.start, end)..end
    }

    /// Takes so many slots from the end, or all.
    pub(super) fn take_last(&mut self, most: usize) -> Range<usize> {
        let start = self.start.max(self.end.saturating_sub(most));
        start..std::mem::replace(&mut self.end, start)
    }

    /// Adds slots; what has no place in a row with them, or with what is there, is left over.
    pub(super) fn add(&mut self, slots: Range<usize>) -> Range<usize> {
        if self.end == slots.start {
            self.end = slots.end;
        } else if slots.end == self.start {
            self.start = slots.start;
        } else if slots.len() <= self.len() {
            return slots;
        } else {
            let shorter = self.start..self.end;
            (self.start, self.end) = (slots.start, slots.end);
            return shorter;
        }
        0..0
    }
}
