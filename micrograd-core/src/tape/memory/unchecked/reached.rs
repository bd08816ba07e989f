//! The nodes of a tape during a sweep.

use crate::tape::memory::node::TapeNode;
use crate::tape::memory::node_id::NodeId;
use std::marker::PhantomData;
use std::ops::Range;

/// The node so many words of 8 bytes above the first one: a processor adds such an index without a shift of its own.
///
/// # Safety
///
/// There has to be one.
#[inline(always)]
pub(in crate::tape) unsafe fn node_at(first: *const TapeNode, place: isize) -> *const TapeNode {
    // SAFETY: the caller knows.
    unsafe { first.cast::<u64>().offset(place).cast() }
}

/// All nodes of a tape; small enough for a register.
pub(crate) struct Reached<'a> {
    pub(super) first: *mut TapeNode,
    #[cfg(debug_assertions)]
    pub(super) bounds: (usize, usize),
    pub(super) nodes: PhantomData<&'a mut [TapeNode]>,
}

impl Reached<'_> {
    /// The same nodes, for as long as this is not used.
    #[inline(always)]
    pub(in crate::tape) fn again(&mut self) -> Reached<'_> {
        Reached { ..*self }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(in crate::tape) fn node(&self, id: NodeId) -> &TapeNode {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.first, id.first_word()) }
    }

    /// A node of the tape that is no leaf.
    #[inline(always)]
    pub(in crate::tape) fn operation(&self, id: NodeId) -> &TapeNode {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.first, id.first_word_of_operation()) }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(in crate::tape) fn node_mut(&mut self, id: NodeId) -> &mut TapeNode {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant; nobody else reaches for nodes meanwhile.
        unsafe { &mut *node_at(self.first, id.first_word()).cast_mut() }
    }
}

impl Reached<'_> {
    /// Of the pairs of two rows side by side from the last to the first: adds to the gradient of each node the other's number times
    /// `factor`. Both may be one node.
    #[inline(always)]
    pub(in crate::tape) fn add_of_each_other(
        &mut self,
        [xs, ys]: [NodeId; 2],
        pairs: Range<usize>,
        factor: f64,
    ) {
        #[cfg(debug_assertions)]
        for id in pairs.clone().flat_map(|k| [xs.later(k), ys.later(k)]) {
            assert!(id.is_within(self.bounds.0, self.bounds.1));
        }
        let node = |row: NodeId, k: usize| {
            let word = row.first_word() + k.cast_signed() * row.words_between();
            // SAFETY: see the invariant.
            unsafe { node_at(self.first, word).cast_mut() }
        };
        for k in pairs.rev() {
            let (x, y) = (node(xs, k), node(ys, k));
            // SAFETY: see the invariant; nobody else reaches for nodes meanwhile.
            unsafe {
                let (by_x, by_y) = ((*y).data * factor, (*x).data * factor);
                (*x).grad += by_x;
                (*y).grad += by_y;
            }
        }
    }
}
