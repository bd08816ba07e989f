//! Dropped handles. The last handle of the topmost node takes with it all nodes down to the highest one that is still
//! held.

use super::handles::entry::HandleId;
use super::tape::Tape;
use crate::tape::memory::{NodeId, TapeNode};

impl Tape {
    /// One more handle for the same node, unless there are as many as can be counted.
    #[must_use]
    #[inline]
    pub(crate) fn share(&mut self, handle: HandleId) -> bool {
        self.handles.share(handle)
    }

    /// Gives a handle back; tells whether it was that of the topmost operation, which is then to be popped.
    #[must_use]
    #[inline(always)]
    pub(in crate::tape) fn release(&mut self, handle: HandleId) -> bool {
        let Some(id) = self.handles.unshare(handle) else {
            return false;
        };
        if handle.is_leaf() {
            self.release_leaf(handle);
        } else {
            self.handles.free(handle);
            self.held -= 1;
            self.nodes.operation_mut(id).set_held(false);
            return id.is_right_below(self.nodes.end());
        }
        false
    }

    #[inline(always)]
    fn release_leaf(&mut self, handle: HandleId) {
        let is_first = !self.handles.has_dropped_leaves();
        self.handles.drop_leaf(handle);
        if is_first {
            self.release_first_leaf();
        }
    }

    /// At the end of its thread, a tape waits for the last value.
    #[inline(never)]
    fn release_first_leaf(&mut self) {
        if self.thread_ends && self.nodes.len() == 0 {
            self.free_dropped_leaves();
            self.free_if_unused();
        }
    }

    /// Pops what nothing holds from the top; tells whether calls went with it, which are still to be dropped.
    #[must_use]
    #[inline]
    pub(in crate::tape) fn pop(&mut self) -> bool {
        let len = self.held_len();
        let popped = self.nodes.len() - len;
        if len < self.observed_below {
            self.prepare_pop(len);
        }
        self.edits.pop(len);
        if len < self.frozen_below.index() {
            self.edited_at = NodeId::NONE;
            self.freeze_below();
        }
        self.nodes.truncate(len);
        if len <= self.lowest_swept {
            self.lowest_swept = usize::MAX;
        }
        if self.nodes.capacity() > Self::KEPT_CAPACITY {
            self.shrink_when_idle(popped);
        }
        if len == 0 {
            self.handles.begin_anew();
            self.free_dropped_leaves();
            self.free_if_unused();
        }
        self.calls.has_gone()
    }

    /// How many nodes there are up to the highest one that is held.
    fn held_len(&self) -> usize {
        if self.held == 0 {
            return 0;
        }
        let highest = self.nodes.as_slice().iter().rposition(TapeNode::is_held);
        highest.map_or(0, |highest| highest + 1)
    }

    #[cold]
    fn prepare_pop(&mut self, len: usize) {
        self.tell(|observer, tape| observer.before_pop(tape, len));
        self.forget_names_from(len);
        self.calls.pop(len);
        let named = self.highest_name().map_or(0, |highest| highest.index() + 1);
        self.observed_below = if self.observer.is_some() {
            usize::MAX
        } else {
            named.max(self.calls.end())
        };
    }

    /// At the end of its thread, an empty tape has no further use for its memory.
    pub(in crate::tape) fn free_if_unused(&mut self) {
        let is_unused = self.nodes.len() == 0 && !self.calls.has_gone();
        if self.thread_ends && is_unused && self.leaves_in_use() == 0 {
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
        if self.idle / self.patience > capacity {
            self.shrink();
        }
    }

    /// Gives half of the room for nodes back, and what other memory is far from needed.
    pub(in crate::tape) fn shrink(&mut self) {
        self.idle = 0;
        self.has_shrunk = true;
        self.nodes.shrink_to(self.nodes.capacity() / 2);
        self.marks.make_room(self.nodes.capacity());
        self.edits.give_back();
        self.handles.give_back();
    }
}
