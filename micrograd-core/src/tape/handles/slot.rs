//! What is known of one held node.

use crate::tape::NodeId;

/// What a `Value` stores: the number of its slot. The slot knows where the node is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SlotId(u32);

impl SlotId {
    /// In the place of a free slot's number, if there is none.
    pub(super) const NONE: SlotId = SlotId(u32::MAX);

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // There are no more slots than nodes.
    pub(super) fn new(index: usize) -> Self {
        SlotId(index as u32)
    }

    #[inline(always)]
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// With handles, where the held node is; without any, a free slot that links to the next one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    node_or_next: u32,
    handles: u32,
}

impl Slot {
    #[inline(always)]
    pub(super) fn held_once(node: NodeId) -> Self {
        Slot {
            node_or_next: node.bits(),
            handles: 1,
        }
    }

    pub(super) fn free(next: SlotId) -> Self {
        Slot {
            node_or_next: next.0,
            handles: 0,
        }
    }

    #[inline(always)]
    pub(super) fn is_held(self) -> bool {
        self.handles > 0
    }

    /// Whether there is more than one handle.
    #[inline(always)]
    pub(super) fn is_shared(self) -> bool {
        self.handles > 1
    }

    /// The node of a slot that is held.
    #[inline(always)]
    pub(super) fn node(self) -> NodeId {
        NodeId::from_bits(self.node_or_next)
    }

    /// The free slot after one that is free.
    #[inline(always)]
    pub(super) fn next(self) -> SlotId {
        SlotId(self.node_or_next)
    }

    /// A held slot follows its node.
    #[inline(always)]
    pub(super) fn move_to(&mut self, node: NodeId) {
        self.node_or_next = node.bits();
    }

    /// One more handle.
    #[inline(always)]
    pub(super) fn share(&mut self) {
        let more = self.handles.checked_add(1);
        self.handles = more.expect("fewer than 2³² clones of a value");
    }

    /// One handle less. With the last one the slot becomes free, and its node is given back.
    #[inline(always)]
    pub(super) fn release(&mut self, next: SlotId) -> Option<NodeId> {
        self.handles -= 1;
        if self.handles > 0 {
            return None;
        }
        let node = self.node();
        self.node_or_next = next.0;
        Some(node)
    }
}
