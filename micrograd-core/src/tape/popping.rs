//! Giving handles back, and with the last one of the topmost node all that nothing holds any more.

use super::released_row::ReleasedRow;
use super::{NodeId, SlotId, Tape};

impl Tape {
    /// Everything so far lies below the floor.
    #[inline(always)]
    pub(crate) fn raise_floor(&mut self) {
        self.floor.raise(self.nodes.end());
    }

    /// One more handle for the same node, unless there are as many as can be counted.
    #[must_use]
    #[inline]
    pub(crate) fn share(&mut self, slot: SlotId) -> bool {
        self.handles.share(slot)
    }

    /// Gives a handle back; tells whether calls went with it, which are still to be dropped.
    #[must_use]
    #[inline(always)]
    pub(super) fn release(&mut self, slot: SlotId) -> bool {
        if let Some(id) = self.handles.unshare(slot) {
            let is_done = if self.floor.release(id) {
                self.give_up(id, slot);
                true
            } else {
                self.handles.free_in_a_row(slot);
                self.released.takes(id)
            };
            if !is_done || id.above() == self.nodes.end() {
                return self.release_or_pop(id);
            }
        }
        false
    }

    #[inline(always)]
    fn give_up(&mut self, id: NodeId, slot: SlotId) {
        self.handles.free(slot);
        self.nodes.node_mut(id).set_held(false);
    }

    /// What is left to do for the topmost node, and for one below the floor that the released row has not taken in.
    #[inline(never)]
    fn release_or_pop(&mut self, id: NodeId) -> bool {
        if !self.floor.is_above(id) && !self.released.places().contains(&id.index()) {
            self.nodes.node_mut(id).set_held(false);
            self.unmark_released();
            self.released = ReleasedRow::right_above(id);
        }
        if id.above() == self.nodes.end() {
            self.pop();
        }
        self.calls.has_gone()
    }

    /// The leaves of the released row lose their marks.
    pub(super) fn unmark_released(&mut self) {
        for place in self.released.places() {
            self.nodes.at_mut(place).set_held(false);
        }
        self.released = ReleasedRow::EMPTY;
    }

    /// Pops what nothing holds from the top.
    fn pop(&mut self) {
        let released = self.released.places();
        let len = self.floor.held_len(self.nodes.as_slice(), released.clone());
        if len <= released.start {
            self.released = ReleasedRow::EMPTY;
        }
        let popped = self.nodes.len() - len;
        if len < self.care_below {
            self.prepare_pop(len);
        }
        if len < self.closed_below.index() {
            self.edits.pop(len);
            self.edited_at = NodeId::NONE;
            self.leaves_below = self.leaves_below.min(len);
            self.close_below();
        }
        self.nodes.truncate(len);
        self.raise_floor();
        if len <= self.lowest_swept {
            self.lowest_swept = usize::MAX;
        }
        if self.nodes.capacity() > Self::KEPT_CAPACITY {
            self.shrink_when_idle(popped);
        }
        if len == 0 {
            self.handles.begin_anew();
            self.free_if_unused();
        }
    }

    #[cold]
    fn prepare_pop(&mut self, len: usize) {
        self.watch_pop(len);
        while let Some(name) = self.names.last_entry()
            && *name.key() >= len
        {
            name.remove();
        }
        self.calls.pop(len);
        let named = self.names.last_key_value().map_or(0, |(last, _)| last + 1);
        self.care_below = if self.watch.is_some() {
            usize::MAX
        } else {
            named.max(self.calls.end())
        };
    }

    /// At the end of its thread, an empty tape has no further use for its memory.
    pub(super) fn free_if_unused(&mut self) {
        if self.thread_ends && self.nodes.len() == 0 && !self.calls.has_gone() {
            *self = Tape::new();
        }
    }

    /// Gives memory back once a tape has been far too large for a long time; a training loop that
    /// fills its tape at every step keeps it.
    fn shrink_when_idle(&mut self, popped: usize) {
        let capacity = self.nodes.capacity();
        if self.nodes.len() + popped > capacity / 4 {
            self.idle = 0;
        } else {
            self.idle += popped;
        }
        if self.idle > capacity {
            self.shrink();
        }
    }

    /// Gives half of the room for nodes back, and what other memory is far from needed.
    pub(super) fn shrink(&mut self) {
        self.idle = 0;
        self.nodes.shrink_to(self.nodes.capacity() / 2);
        self.marks.make_room(self.nodes.capacity());
        self.edits.give_back();
        self.handles.give_back();
    }
}
