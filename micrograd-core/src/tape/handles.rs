//! Counted handles: which nodes are held from outside, and by how many values.

mod free_row;
mod slot;

pub(crate) use slot::SlotId;

use super::bits::Rank;
use super::node_id::NodeId;
use super::unchecked::Unchecked;
use free_row::FreeRow;
use slot::Slot;
use std::ops::Range;

/// The slots of a tape.
pub(super) struct Handles {
    slots: Unchecked<Slot>,
    /// The first free slot that links to others.
    free: SlotId,
    /// Those without links.
    row: FreeRow,
}

impl Handles {
    /// So many slots get links at once.
    const LINKED_AT_ONCE: usize = 64;

    /// Fewer slots take too little memory to be given back.
    const MANY: usize = 1 << 16;

    pub(super) const fn new() -> Self {
        Handles {
            slots: Unchecked::new(),
            free: SlotId::NONE,
            row: FreeRow::new(SlotId::FIRST, SlotId::FIRST),
        }
    }

    /// The nodes that at least one handle holds.
    pub(super) fn held(&self) -> impl Iterator<Item = NodeId> {
        let slots = self.slots.as_slice().iter();
        let held = slots.copied().filter(|slot| slot.is_held());
        held.map(Slot::node)
    }

    /// How many slots there are, free ones included.
    pub(super) fn slots(&self) -> usize {
        self.slots.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Slot>()
    }

    #[inline]
    pub(super) fn node(&self, slot: SlotId) -> NodeId {
        self.slots.at(slot.index()).node()
    }

    /// A first handle for `node`, which nothing holds yet.
    #[inline(always)]
    pub(super) fn hold(&mut self, node: NodeId) -> SlotId {
        if !self.has_free() {
            self.make_free();
        }
        let id = self.free;
        let slot = self.slots.at_mut(id.index());
        self.free = slot.next();
        *slot = Slot::held_once(node);
        id
    }

    /// A first handle for each of so many leaves that lie one above the other, which nothing holds yet.
    pub(super) fn hold_leaves(&mut self, first: NodeId, count: usize) -> Vec<SlotId> {
        if first.index() == 0 && self.row.len() < count {
            // In whatever order slots were freed: no handle is left.
            self.free = SlotId::NONE;
            self.row = FreeRow::new(SlotId::FIRST, SlotId::new(self.slots.len()));
        }
        let row = self.row.give_last(count);
        let leaves = (0..count).map(|leaf| first.leaf_above(leaf));
        let slots = &mut self.slots.as_mut_slice()[row.clone()];
        for (slot, leaf) in slots.iter_mut().zip(leaves) {
            *slot = Slot::held_once(leaf);
        }
        let mut ids = Vec::with_capacity(count);
        ids.extend(row.map(SlotId::new));
        if ids.len() < count {
            self.hold_further_leaves(first, count, &mut ids);
        }
        if self.row.is_empty()
            && let Some(&first) = ids.first()
        {
            // The list is likely to be dropped from its first leaf on.
            self.row = FreeRow::new(first, first);
        }
        ids
    }

    /// For leaves for which the row had no slots.
    #[cold]
    fn hold_further_leaves(&mut self, first: NodeId, count: usize, ids: &mut Vec<SlotId>) {
        while ids.len() < count && self.has_free() {
            ids.push(self.hold(first.leaf_above(ids.len())));
        }
        let (made, slots) = (ids.len(), self.slots.len());
        let leaves = (made..count).map(|leaf| first.leaf_above(leaf));
        self.slots.extend(leaves.map(Slot::held_once));
        ids.extend((slots..self.slots.len()).map(SlotId::new));
    }

    /// Whether there is a slot for a first handle.
    #[inline(always)]
    pub(super) fn has_free(&self) -> bool {
        self.free != SlotId::NONE
    }

    #[cold]
    pub(super) fn make_free(&mut self) {
        if self.slots.len() == self.slots.capacity() {
            if !self.row.is_empty() {
                let slots = self.row.give_last(Self::LINKED_AT_ONCE);
                return self.link(slots);
            }
            self.slots.reserve_exact(self.slots.len().max(64));
        }
        let start = self.slots.len();
        let end = self.slots.capacity().min(start + Self::LINKED_AT_ONCE);
        let new = (start..end).map(|_| Slot::free(SlotId::NONE));
        self.slots.extend(new);
        self.link(start..end);
    }

    fn link(&mut self, slots: Range<usize>) {
        for slot in slots.rev() {
            self.free(SlotId::new(slot));
        }
    }

    /// Whether the slot has other handles than the one that asks.
    #[inline(always)]
    pub(super) fn is_shared(&self, slot: SlotId) -> bool {
        self.slots.at(slot.index()).is_shared()
    }

    /// Lets a slot's only handle hold `node` instead, which nothing holds yet.
    #[inline(always)]
    pub(super) fn advance(&mut self, slot: SlotId, node: NodeId) {
        debug_assert!(!self.is_shared(slot));
        *self.slots.at_mut(slot.index()) = Slot::held_once(node);
    }

    /// One more handle for the same node, unless there are as many as can be counted.
    #[inline]
    pub(super) fn share(&mut self, slot: SlotId) -> bool {
        self.slots.at_mut(slot.index()).share()
    }

    /// One handle less, unless it is the last one, whose node this gives.
    #[inline(always)]
    pub(super) fn unshare(&mut self, id: SlotId) -> Option<NodeId> {
        let slot = self.slots.at_mut(id.index());
        if slot.is_shared() {
            slot.unshare();
            return None;
        }
        Some(slot.node())
    }

    /// Frees a slot that had one handle.
    #[inline(always)]
    pub(super) fn free(&mut self, id: SlotId) {
        *self.slots.at_mut(id.index()) = Slot::free(self.free);
        self.free = id;
    }

    /// Frees a slot that had one handle, and whose neighbours may follow it.
    #[inline(always)]
    pub(super) fn free_in_a_row(&mut self, id: SlotId) {
        if !self.row.takes(id) {
            self.free(id);
        }
    }

    /// Lets all free slots look so.
    pub(super) fn clear_row(&mut self) {
        let row = self.row.slots();
        self.slots.as_mut_slice()[row].fill(Slot::free(SlotId::NONE));
    }

    /// When no handle is left: the next ones take the lowest slots, so that those above can be given back.
    pub(super) fn begin_anew(&mut self) {
        if self.slots.len() > Self::MANY {
            self.slots.truncate(0);
            self.free = SlotId::NONE;
            self.row = FreeRow::new(SlotId::FIRST, SlotId::FIRST);
        }
    }

    /// Gives back the slots above the highest one that is held; of the other free ones, the lowest will be taken first.
    pub(super) fn give_back(&mut self) {
        self.clear_row();
        let highest = self
            .slots
            .as_slice()
            .iter()
            .rposition(|slot| slot.is_held());
        let len = highest.map_or(0, |highest| highest + 1);
        self.slots.truncate(len);
        self.slots.shrink_to(2 * len);
        self.free = SlotId::NONE;
        self.row = FreeRow::new(SlotId::FIRST, SlotId::FIRST);
        for slot in (0..len).rev() {
            if !self.slots.at(slot).is_held() {
                self.free(SlotId::new(slot));
            }
        }
    }

    /// Follows the nodes to their new places.
    pub(super) fn relocate(&mut self, kept: &Rank) {
        for slot in self.slots.as_mut_slice() {
            if slot.is_held() {
                let node = slot.node();
                *slot = slot.moved_to(node.moved_to(kept.of(node.index())));
            }
        }
    }
}
