//! The nodes of a tape during a sweep.

use crate::tape::memory::node::Node;
use crate::tape::memory::node_id::NodeId;
use std::marker::PhantomData;

/// The node so many places of 8 bytes above the first one: a processor adds such an index without a shift of its own.
///
/// # Safety
///
/// There has to be one.
#[inline(always)]
pub(in crate::tape) unsafe fn node_at(first: *const Node, place: isize) -> *const Node {
    // SAFETY: the caller knows.
    unsafe { first.cast::<u64>().offset(place).cast() }
}

/// All nodes of a tape; small enough for a register.
pub(crate) struct Reached<'a> {
    pub(super) first: *mut Node,
    #[cfg(debug_assertions)]
    pub(super) bounds: (usize, usize),
    pub(super) nodes: PhantomData<&'a mut [Node]>,
}

impl Reached<'_> {
    /// The same nodes, for as long as this is not used.
    #[inline(always)]
    pub(in crate::tape) fn again(&mut self) -> Reached<'_> {
        Reached { ..*self }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(in crate::tape) fn node(&self, id: NodeId) -> &Node {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.first, id.first_place()) }
    }

    /// A node of the tape that is no leaf.
    #[inline(always)]
    pub(in crate::tape) fn operation(&self, id: NodeId) -> &Node {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.first, id.first_place_of_operation()) }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(in crate::tape) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant; nobody else reaches for nodes meanwhile.
        unsafe { &mut *node_at(self.first, id.first_place()).cast_mut() }
    }
}
