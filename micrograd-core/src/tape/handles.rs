//! Counted handles: which nodes are held from outside, and by how many values.

use super::bits::Rank;
use super::node_id::NodeId;
use super::unchecked::Unchecked;

/// What a `Value` stores: the number of its slot. The slot knows where the node is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SlotId(u32);

/// With handles, where the held node is; without any, a free slot that links to the next one.
#[derive(Clone, Copy)]
struct Slot {
    node_or_next: u32,
    handles: u32,
}

/// The slots of a tape.
pub(super) struct Handles {
    slots: Unchecked<Slot>,
    /// The first free slot, or `NONE`.
    free: u32,
}

impl Handles {
    const NONE: u32 = u32::MAX;

    pub(super) const fn new() -> Self {
        Handles {
            slots: Unchecked::new(),
            free: Self::NONE,
        }
    }

    /// The nodes that at least one handle holds.
    pub(super) fn held(&self) -> impl Iterator<Item = NodeId> {
        let slots = self.slots.as_slice().iter();
        let held = slots.filter(|slot| slot.handles > 0);
        held.map(|slot| NodeId::from_bits(slot.node_or_next))
    }

    pub(super) fn bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Slot>()
    }

    #[inline]
    pub(super) fn node(&self, slot: SlotId) -> NodeId {
        NodeId::from_bits(self.slots.at(slot.0 as usize).node_or_next)
    }

    /// A first handle for `node`, which nothing holds yet.
    #[inline(always)]
    pub(super) fn hold(&mut self, node: NodeId) -> SlotId {
        let held = Slot {
            node_or_next: node.bits(),
            handles: 1,
        };
        if self.free == Self::NONE {
            return self.append(held);
        }
        let id = SlotId(self.free);
        let slot = self.slots.at_mut(self.free as usize);
        self.free = slot.node_or_next;
        *slot = held;
        id
    }

    /// Whether a first handle takes a free slot.
    #[inline(always)]
    pub(super) fn has_free(&self) -> bool {
        self.free != Self::NONE
    }

    pub(super) fn make_free(&mut self) {
        if !self.has_free() {
            self.free = self
                .append(Slot {
                    node_or_next: Self::NONE,
                    handles: 0,
                })
                .0;
        }
    }

    #[cold]
    fn append(&mut self, slot: Slot) -> SlotId {
        let id = u32::try_from(self.slots.len()).expect("fewer than 2³² values are held");
        if self.slots.len() == self.slots.capacity() {
            self.slots.reserve_exact(self.slots.len().max(64));
        }
        self.slots.push(slot);
        SlotId(id)
    }

    /// Whether the slot has other handles than the one that asks.
    #[inline(always)]
    pub(super) fn is_shared(&self, slot: SlotId) -> bool {
        self.slots.at(slot.0 as usize).handles > 1
    }

    /// Lets a slot's only handle hold `node` instead, which nothing holds yet.
    #[inline(always)]
    pub(super) fn advance(&mut self, slot: SlotId, node: NodeId) {
        self.slots.at_mut(slot.0 as usize).node_or_next = node.bits();
    }

    /// One more handle for the same node.
    #[inline]
    pub(super) fn share(&mut self, slot: SlotId) {
        let handles = &mut self.slots.at_mut(slot.0 as usize).handles;
        *handles = handles
            .checked_add(1)
            .expect("fewer than 2³² clones of a value");
    }

    /// One handle less; gives the node back when that was the last one.
    #[inline(always)]
    pub(super) fn release(&mut self, id: SlotId) -> Option<NodeId> {
        let slot = self.slots.at_mut(id.0 as usize);
        slot.handles -= 1;
        if slot.handles > 0 {
            return None;
        }
        let node = NodeId::from_bits(slot.node_or_next);
        slot.node_or_next = self.free;
        self.free = id.0;
        Some(node)
    }

    /// Follows the nodes to their new places.
    pub(super) fn relocate(&mut self, kept: &Rank) {
        for slot in self.slots.as_mut_slice() {
            if slot.handles > 0 {
                let node = NodeId::from_bits(slot.node_or_next);
                let node = node.moved_to(kept.of(node.index()));
                slot.node_or_next = node.bits();
            }
        }
    }
}
