//! Counted handles: which nodes are held from outside, and by how many values.

pub(in crate::tape) mod entry;
pub(in crate::tape) mod leaf_handles;

use crate::tape::memory::{NodeId, Rank, TwoSided};
use entry::{Entry, HandleId};
use leaf_handles::LeafHandles;

/// The entries of a tape: those of operations upwards, those of leaves downwards.
pub(in crate::tape) struct Handles {
    entries: TwoSided<Entry>,
    /// How many entries there are for operations.
    len: usize,
    /// The first free one of them.
    free: HandleId,
    leaves: LeafHandles,
}

impl Handles {
    /// So many entries get links at once.
    const LINKED_AT_ONCE: usize = 64;

    /// Fewer entries take too little memory to be given back.
    const MANY: usize = 1 << 16;

    pub(in crate::tape) const fn new() -> Self {
        Handles {
            entries: TwoSided::new(),
            len: 0,
            free: HandleId::NONE,
            leaves: LeafHandles::NEW,
        }
    }

    /// The operations that at least one handle holds.
    pub(in crate::tape) fn held(&self) -> impl Iterator<Item = NodeId> {
        let entries = (0..self.len).map(|entry| *self.entries.at(HandleId::new(entry).index()));
        entries.filter(|entry| entry.is_held()).map(Entry::node)
    }

    /// How many entries there are for operations, free ones included.
    pub(in crate::tape) fn entries(&self) -> usize {
        self.len
    }

    pub(in crate::tape) fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>()
    }

    #[inline]
    pub(in crate::tape) fn node(&self, entry: HandleId) -> NodeId {
        self.entry(entry).node()
    }

    #[inline(always)]
    pub(in crate::tape) fn entry(&self, entry: HandleId) -> Entry {
        *self.entries.at(entry.index())
    }

    /// A first handle for an operation, which nothing holds yet.
    #[inline(always)]
    pub(in crate::tape) fn hold(&mut self, node: NodeId) -> HandleId {
        if !self.has_free() {
            self.make_free();
        }
        let id = self.free;
        let entry = self.entries.at_mut(id.index());
        self.free = entry.next();
        *entry = Entry::held_once(node);
        id
    }

    /// Whether there is an entry for a first handle of an operation.
    #[inline(always)]
    pub(in crate::tape) fn has_free(&self) -> bool {
        self.free != HandleId::NONE
    }

    #[cold]
    pub(in crate::tape) fn make_free(&mut self) {
        if self.len == self.entries.above() {
            let above = self.len + self.len.max(64);
            self.entries.make_room(
                [self.entries.below(), self.len],
                self.entries.below(),
                above,
            );
        }
        let start = self.len;
        self.len = self.entries.above().min(start + Self::LINKED_AT_ONCE);
        for entry in (start..self.len).rev() {
            self.free(HandleId::new(entry));
        }
    }

    /// Whether the entry has other handles than the one that asks.
    #[inline(always)]
    pub(in crate::tape) fn is_shared(&self, entry: HandleId) -> bool {
        self.entry(entry).is_shared()
    }

    /// Lets an entry's only handle hold `node` instead, which nothing holds yet.
    #[inline(always)]
    pub(in crate::tape) fn rebind(&mut self, entry: HandleId, node: NodeId) {
        debug_assert!(!entry.is_leaf() && !self.is_shared(entry));
        *self.entries.at_mut(entry.index()) = Entry::held_once(node);
    }

    /// One more handle for the same node, unless there are as many as can be counted.
    #[inline]
    pub(in crate::tape) fn share(&mut self, entry: HandleId) -> bool {
        self.entries.at_mut(entry.index()).share()
    }

    /// One handle less, unless it is the last one, whose node this gives.
    #[inline(always)]
    pub(in crate::tape) fn unshare(&mut self, id: HandleId) -> Option<NodeId> {
        let entry = self.entries.at_mut(id.index());
        if entry.is_shared() {
            entry.unshare();
            return None;
        }
        Some(entry.node())
    }

    /// Frees an operation's entry.
    #[inline(always)]
    pub(in crate::tape) fn free(&mut self, id: HandleId) {
        *self.entries.at_mut(id.index()) = Entry::free(self.free);
        self.free = id;
    }

    /// When no operation is held: the next ones take the lowest entries, so that those above can be given back.
    pub(in crate::tape) fn begin_anew(&mut self) {
        if self.len > Self::MANY {
            (self.len, self.free) = (0, HandleId::NONE);
        }
    }

    /// Gives back the entries above the highest one that is held; of the other free ones, the lowest will be taken first.
    pub(in crate::tape) fn give_back(&mut self) {
        let is_held = |entry: &usize| self.entries.at(HandleId::new(*entry).index()).is_held();
        let len = (0..self.len)
            .rfind(is_held)
            .map_or(0, |highest| highest + 1);
        self.len = len;
        self.entries
            .make_room([self.entries.below(), len], self.entries.below(), 2 * len);
        self.free = HandleId::NONE;
        for entry in (0..len).rev().map(HandleId::new) {
            if !self.entries.at(entry.index()).is_held() {
                self.free(entry);
            }
        }
    }

    /// Follows the operations to their new places.
    pub(in crate::tape) fn relocate(&mut self, kept: &Rank) {
        for entry in (0..self.len).map(HandleId::new) {
            let entry = self.entries.at_mut(entry.index());
            if entry.is_held() {
                let node = entry.node();
                *entry = entry.moved_to(node.moved(|index| kept.of(index)));
            }
        }
    }
}
