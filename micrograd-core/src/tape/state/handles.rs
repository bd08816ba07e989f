//! Counted handles: which nodes are held from outside, and by how many values.

pub(in crate::tape) mod leaf_slots;
pub(in crate::tape) mod slot;

use crate::tape::memory::bits::Rank;
use crate::tape::memory::node_id::NodeId;
use crate::tape::memory::unchecked::two_sided::TwoSided;
use leaf_slots::LeafSlots;
use slot::{Slot, SlotId};

/// The slots of a tape: those of operations upwards, those of leaves downwards.
pub(in crate::tape) struct Handles {
    slots: TwoSided<Slot>,
    /// How many slots there are for operations.
    len: usize,
    /// The first free one of them.
    free: SlotId,
    leaves: LeafSlots,
}

impl Handles {
    /// So many slots get links at once.
    const LINKED_AT_ONCE: usize = 64;

    /// Fewer slots take too little memory to be given back.
    const MANY: usize = 1 << 16;

    pub(in crate::tape) const fn new() -> Self {
        Handles {
            slots: TwoSided::new(),
            len: 0,
            free: SlotId::NONE,
            leaves: LeafSlots::NEW,
        }
    }

    /// The operations that at least one handle holds.
    pub(in crate::tape) fn held(&self) -> impl Iterator<Item = NodeId> {
        let slots = (0..self.len).map(|slot| *self.slots.at(SlotId::new(slot).index()));
        slots.filter(|slot| slot.is_held()).map(Slot::node)
    }

    /// How many slots there are for operations, free ones included.
    pub(in crate::tape) fn slots(&self) -> usize {
        self.len
    }

    pub(in crate::tape) fn bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Slot>()
    }

    #[inline]
    pub(in crate::tape) fn node(&self, slot: SlotId) -> NodeId {
        self.slots.at(slot.index()).node()
    }

    /// A first handle for an operation, which nothing holds yet.
    #[inline(always)]
    pub(in crate::tape) fn hold(&mut self, node: NodeId) -> SlotId {
        if !self.has_free() {
            self.make_free();
        }
        let id = self.free;
        let slot = self.slots.at_mut(id.index());
        self.free = slot.next();
        *slot = Slot::held_once(node);
        id
    }

    /// Whether there is a slot for a first handle of an operation.
    #[inline(always)]
    pub(in crate::tape) fn has_free(&self) -> bool {
        self.free != SlotId::NONE
    }

    #[cold]
    pub(in crate::tape) fn make_free(&mut self) {
        if self.len == self.slots.above() {
            let above = self.len + self.len.max(64);
            self.slots
                .make_room([self.slots.below(), self.len], self.slots.below(), above);
        }
        let start = self.len;
        self.len = self.slots.above().min(start + Self::LINKED_AT_ONCE);
        for slot in (start..self.len).rev() {
            self.free(SlotId::new(slot));
        }
    }

    /// Whether the slot has other handles than the one that asks.
    #[inline(always)]
    pub(in crate::tape) fn is_shared(&self, slot: SlotId) -> bool {
        self.slots.at(slot.index()).is_shared()
    }

    /// Lets a slot's only handle hold `node` instead, which nothing holds yet.
    #[inline(always)]
    pub(in crate::tape) fn advance(&mut self, slot: SlotId, node: NodeId) {
        debug_assert!(!slot.is_leaf() && !self.is_shared(slot));
        *self.slots.at_mut(slot.index()) = Slot::held_once(node);
    }

    /// One more handle for the same node, unless there are as many as can be counted.
    #[inline]
    pub(in crate::tape) fn share(&mut self, slot: SlotId) -> bool {
        self.slots.at_mut(slot.index()).share()
    }

    /// One handle less, unless it is the last one, whose node this gives.
    #[inline(always)]
    pub(in crate::tape) fn unshare(&mut self, id: SlotId) -> Option<NodeId> {
        let slot = self.slots.at_mut(id.index());
        if slot.is_shared() {
            slot.unshare();
            return None;
        }
        Some(slot.node())
    }

    /// Frees an operation's slot.
    #[inline(always)]
    pub(in crate::tape) fn free(&mut self, id: SlotId) {
        *self.slots.at_mut(id.index()) = Slot::free(self.free);
        self.free = id;
    }

    /// When no operation is held: the next ones take the lowest slots, so that those above can be given back.
    pub(in crate::tape) fn begin_anew(&mut self) {
        if self.len > Self::MANY {
            (self.len, self.free) = (0, SlotId::NONE);
        }
    }

    /// Gives back the slots above the highest one that is held; of the other free ones, the lowest will be taken first.
    pub(in crate::tape) fn give_back(&mut self) {
        let is_held = |slot: &usize| self.slots.at(SlotId::new(*slot).index()).is_held();
        let len = (0..self.len)
            .rfind(is_held)
            .map_or(0, |highest| highest + 1);
        self.len = len;
        self.slots
            .make_room([self.slots.below(), len], self.slots.below(), 2 * len);
        self.free = SlotId::NONE;
        for slot in (0..len).rev().map(SlotId::new) {
            if !self.slots.at(slot.index()).is_held() {
                self.free(slot);
            }
        }
    }

    /// Follows the operations to their new places.
    pub(in crate::tape) fn relocate(&mut self, kept: &Rank) {
        for slot in (0..self.len).map(SlotId::new) {
            let slot = self.slots.at_mut(slot.index());
            if slot.is_held() {
                let node = slot.node();
                *slot = slot.moved_to(node.moved(|index| kept.of(index)));
            }
        }
    }
}
