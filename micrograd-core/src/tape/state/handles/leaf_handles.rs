//! The entries of leaves: which leaves there are, and which of them may be made anew.

use crate::tape::memory::{NodeId, mapped};
use crate::tape::state::handles::Handles;
use crate::tape::state::handles::entry::{Entry, HandleId};

/// Two lists of leaves without handles, linked through their entries.
pub(in crate::tape) struct LeafHandles {
    /// The first one that nothing on the tape is made of.
    free: HandleId,
    /// The last one that lost its handles since those before became free: what is on the tape may be made of it. The list
    /// begins in the entry of the leaf that is never made.
    last_dropped: HandleId,
    /// One more than the highest number.
    end: usize,
}

impl LeafHandles {
    pub(in crate::tape) const NEW: LeafHandles = LeafHandles {
        free: HandleId::NONE,
        last_dropped: HandleId::NONE,
        end: 2,
    };
}

impl Handles {
    #[inline(always)]
    pub(in crate::tape) fn has_free_leaf(&self) -> bool {
        self.leaves.free != HandleId::NONE
    }

    /// A first handle for a leaf that is free.
    #[inline(always)]
    pub(in crate::tape) fn hold_leaf(&mut self) -> HandleId {
        let id = self.leaves.free;
        let entry = self.entries.at_mut(id.index());
        self.leaves.free = entry.next();
        *entry = Entry::held_once(id.leaf());
        id
    }

    /// The same for as many leaves as there are numbers, or for all that are free; `make` makes each of its number.
    #[inline(always)]
    pub(in crate::tape) fn hold_leaves(
        &mut self,
        numbers: &[f64],
        mut make: impl FnMut(NodeId, f64),
    ) -> Vec<HandleId> {
        let mut free = self.leaves.free;
        let mut replace = self.entries.replacing();
        let ids = mapped(numbers, |data| {
            let id = free;
            if id == HandleId::NONE {
                return None;
            }
            free = replace(id.index(), Entry::held_once(id.leaf())).next();
            make(id.leaf(), data);
            Some(id)
        });
        drop(replace);
        self.leaves.free = free;
        ids
    }

    /// A leaf has lost its last handle.
    #[inline(always)]
    pub(in crate::tape) fn drop_leaf(&mut self, id: HandleId) {
        let last = self.leaves.last_dropped;
        *self.entries.at_mut(last.index()) = Entry::free(id);
        // Nobody reads a link of the last one.
        *self.entries.at_mut(id.index()) = Entry::free(id);
        self.leaves.last_dropped = id;
    }

    /// Whether some leaf has lost its handles since those before became free.
    #[inline(always)]
    pub(in crate::tape) fn has_dropped_leaves(&self) -> bool {
        self.leaves.last_dropped != HandleId::NONE
    }

    /// The leaves that have lost their handles since those before became free.
    pub(in crate::tape) fn dropped_leaves(&self) -> impl Iterator<Item = HandleId> {
        let last = self.leaves.last_dropped;
        let first = self.entries.at(HandleId::NONE.index()).next();
        let next = move |id: &HandleId| (*id != last).then(|| self.entries.at(id.index()).next());
        std::iter::successors(self.has_dropped_leaves().then_some(first), next)
    }

    /// All leaves without handles become free: nothing is on the tape. They are made anew in the order in which they went.
    pub(in crate::tape) fn free_dropped_leaves(&mut self) {
        if self.has_dropped_leaves() {
            let first = self.entries.at(HandleId::NONE.index()).next();
            *self.entries.at_mut(self.leaves.last_dropped.index()) = Entry::free(self.leaves.free);
            self.leaves.free = first;
            self.leaves.last_dropped = HandleId::NONE;
        }
    }

    /// The leaves without handles become free, but for those whose numbers are marked as used.
    pub(in crate::tape) fn free_leaves_but(&mut self, used: &[bool]) {
        self.leaves.free = HandleId::NONE;
        self.leaves.last_dropped = HandleId::NONE;
        for number in (2..self.leaves.end).rev() {
            let id = HandleId::of_leaf(number);
            if self.entries.at(id.index()).is_held() {
                continue;
            }
            if used[number] {
                self.drop_leaf(id);
            } else {
                *self.entries.at_mut(id.index()) = Entry::free(self.leaves.free);
                self.leaves.free = id;
            }
        }
    }

    /// Makes room for so many leaves, which become free.
    pub(in crate::tape) fn make_leaves(&mut self, end: usize) {
        let start = self.leaves.end;
        self.entries
            .make_room([start, self.len], end, self.entries.above());
        self.leaves.end = end;
        for number in (start..end).rev() {
            let id = HandleId::of_leaf(number);
            *self.entries.at_mut(id.index()) = Entry::free(self.leaves.free);
            self.leaves.free = id;
        }
    }

    /// One more than the highest number of a leaf.
    pub(in crate::tape) fn leaf_end(&self) -> usize {
        self.leaves.end
    }

    /// The highest number of a leaf that is held.
    pub(in crate::tape) fn highest_held_leaf(&self) -> Option<usize> {
        (2..self.leaves.end).rfind(|&number| self.is_held_leaf(number))
    }

    pub(in crate::tape) fn is_held_leaf(&self, number: usize) -> bool {
        let entry = HandleId::of_leaf(number);
        self.entries.at(entry.index()).is_held()
    }

    /// Whether so many leaves are free.
    pub(in crate::tape) fn has_free_leaves(&self, count: usize) -> bool {
        self.free_leaves().take(count).count() == count
    }

    /// The leaves that are free.
    pub(in crate::tape) fn free_leaves(&self) -> impl Iterator<Item = HandleId> {
        let present = |id: HandleId| (id != HandleId::NONE).then_some(id);
        let next = move |id: &HandleId| present(self.entries.at(id.index()).next());
        std::iter::successors(present(self.leaves.free), next)
    }

    /// Gives back the leaves from a number upwards, none of which is held; nothing is on the tape.
    pub(in crate::tape) fn give_back_leaves(&mut self, end: usize) {
        self.entries
            .make_room([end, self.len], end, self.entries.above());
        self.leaves.end = end;
        self.free_leaves_but(&vec![false; end]);
    }
}

#[cfg(test)]
mod tests {
    use crate::Value;
    use crate::tape::state::thread::with;

    #[test]
    fn leaves_that_have_been_free_for_long_are_not_counted_again() {
        let empty_the_tape = |x: Value| drop(x * 2.0);
        drop(Value::leaves_of(&[0.0; 1000]));
        empty_the_tape(Value::new(1.0));
        let dropped = || with(|tape| tape.handles.dropped_leaves().count());
        assert_eq!(dropped(), 0);
        drop(Value::leaves_of(&[1.0; 3]));
        assert_eq!(dropped(), 3);
    }
}
