//! Counted handles: which nodes are held from outside, and by how many values.

mod free_row;
mod slot;

pub(crate) use slot::SlotId;

use super::bits::Rank;
use super::node_id::NodeId;
use super::unchecked::Unchecked;
use free_row::FreeRow;
use slot::Slot;

/// The slots of a tape.
pub(super) struct Handles {
    slots: Unchecked<Slot>,
    /// The first free slot.
    free: SlotId,
}

impl Handles {
    /// After a row of fewer slots there is no order to be expected,
    const SHORT_ROW: usize = 8;
    /// and so many are taken one by one.
    const TAKEN_WITHOUT_ROWS: usize = 64;

    pub(super) const fn new() -> Self {
        Handles {
            slots: Unchecked::new(),
            free: SlotId::NONE,
        }
    }

    /// The nodes that at least one handle holds.
    pub(super) fn held(&self) -> impl Iterator<Item = NodeId> {
        let slots = self.slots.as_slice().iter();
        let held = slots.copied().filter(|slot| slot.is_held());
        held.map(Slot::node)
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
        let mut ids = Vec::with_capacity(count);
        while ids.len() < count && self.has_free() {
            let leaf = first.leaf_above(ids.len());
            let row = FreeRow::new(self.free, self.slots.as_slice(), count - ids.len());
            let is_short = row.len() < Self::SHORT_ROW;
            self.free = self.slots.at(row.last()).next();
            let slots = self.slots.as_mut_slice();
            match row {
                FreeRow::Upwards(row) => {
                    hold_each(slots[row.clone()].iter_mut(), leaf);
                    ids.extend(row.map(SlotId::new));
                }
                FreeRow::Downwards(row) => {
                    hold_each(slots[row.clone()].iter_mut().rev(), leaf);
                    ids.extend(row.rev().map(SlotId::new));
                }
            }
            if is_short {
                // In a list without order, looking for rows takes longer than going without them.
                let end = count.min(ids.len() + Self::TAKEN_WITHOUT_ROWS);
                while ids.len() < end && self.has_free() {
                    ids.push(self.hold(first.leaf_above(ids.len())));
                }
            }
        }
        let slots = self.slots.len();
        let left = count - ids.len();
        let leaves = (ids.len()..count).map(|leaf| first.leaf_above(leaf));
        self.slots.extend(leaves.map(Slot::held_once));
        ids.extend((slots..slots + left).map(SlotId::new));
        ids
    }

    /// Whether there is a slot for a first handle.
    #[inline(always)]
    pub(super) fn has_free(&self) -> bool {
        self.free != SlotId::NONE
    }

    #[cold]
    pub(super) fn make_free(&mut self) {
        if self.slots.len() == self.slots.capacity() {
            self.slots.reserve_exact(self.slots.len().max(64));
        }
        self.free = SlotId::new(self.slots.len());
        self.slots.push(Slot::free(SlotId::NONE));
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

    /// One more handle for the same node.
    #[inline]
    pub(super) fn share(&mut self, slot: SlotId) {
        self.slots.at_mut(slot.index()).share();
    }

    /// One handle less; gives the node back when that was the last one.
    #[inline(always)]
    pub(super) fn release(&mut self, id: SlotId) -> Option<NodeId> {
        let slot = self.slots.at_mut(id.index());
        if slot.is_shared() {
            slot.unshare();
            return None;
        }
        let node = slot.node();
        *slot = Slot::free(self.free);
        self.free = id;
        Some(node)
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

/// A first handle for each of the leaves from `first` upwards.
fn hold_each<'a>(slots: impl Iterator<Item = &'a mut Slot>, first: NodeId) {
    for (leaf, slot) in slots.enumerate() {
        *slot = Slot::held_once(first.leaf_above(leaf));
    }
}
