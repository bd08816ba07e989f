//! Counted handles: which nodes are held from outside, and by how many values.

use super::bits::{Bits, Rank};
use super::node::NodeId;

/// What a `Value` stores: the number of its slot. The slot knows where the node is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SlotId(u32);

#[derive(Clone, Copy)]
enum Slot {
    Held { node: NodeId, handles: u32 },
    Free { next: Option<SlotId> },
}

/// The slots of a tape.
pub(super) struct Handles {
    slots: Vec<Slot>,
    free: Option<SlotId>,
    /// The nodes that at least one handle holds.
    held: Bits,
}

impl Handles {
    pub(super) const fn new() -> Self {
        Handles {
            slots: Vec::new(),
            free: None,
            held: Bits::new(),
        }
    }

    pub(super) fn held(&self) -> &Bits {
        &self.held
    }

    /// Makes room for nodes below `len` to be held.
    pub(super) fn resize(&mut self, len: usize) {
        self.held.resize(len);
    }

    pub(super) fn shrink_to(&mut self, len: usize) {
        self.held.shrink_to(len);
    }

    pub(super) fn bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Slot>() + self.held.bytes()
    }

    #[inline]
    pub(super) fn node(&self, slot: SlotId) -> NodeId {
        match self.slots[slot.0 as usize] {
            Slot::Held { node, .. } => node,
            Slot::Free { .. } => unreachable!("a value holds its slot"),
        }
    }

    /// A first handle for `node`, which nothing holds yet.
    #[inline(always)]
    pub(super) fn hold(&mut self, node: NodeId) -> SlotId {
        self.held.insert(node.index());
        let slot = Slot::Held { node, handles: 1 };
        if let Some(free) = self.free {
            let place = &mut self.slots[free.0 as usize];
            if let Slot::Free { next } = *place {
                self.free = next;
            }
            *place = slot;
            free
        } else {
            self.append(slot)
        }
    }

    #[cold]
    fn append(&mut self, slot: Slot) -> SlotId {
        let id = u32::try_from(self.slots.len()).expect("fewer than 2³² values are held");
        self.slots.push(slot);
        SlotId(id)
    }

    /// One more handle for the same node.
    #[inline]
    pub(super) fn share(&mut self, slot: SlotId) {
        if let Slot::Held { handles, .. } = &mut self.slots[slot.0 as usize] {
            *handles = handles
                .checked_add(1)
                .expect("fewer than 2³² clones of a value");
        }
    }

    /// One handle less; gives the node back when that was the last one.
    #[inline]
    pub(super) fn release(&mut self, slot: SlotId) -> Option<NodeId> {
        let place = &mut self.slots[slot.0 as usize];
        let Slot::Held { node, handles } = place else {
            return None;
        };
        *handles -= 1;
        if *handles > 0 {
            return None;
        }
        let node = *node;
        *place = Slot::Free { next: self.free };
        self.free = Some(slot);
        self.held.remove(node.index());
        Some(node)
    }

    /// Follows the nodes to their new places.
    pub(super) fn relocate(&mut self, kept: &Rank) {
        self.held.clear();
        for slot in &mut self.slots {
            if let Slot::Held { node, .. } = slot {
                *node = node.moved_to(kept.of(node.index()));
                self.held.insert(node.index());
            }
        }
    }
}
