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

/// The words of 8 bytes and the halves of them that nodes keep numbers and operands in, by their distance from the first one of a node.
/// They lie in that node or in one near it, and are none of a tag.
impl Reached<'_> {
    /// The operand in a half of a word.
    #[inline(always)]
    pub(in crate::tape) fn operand(&self, node: NodeId, halves: isize) -> NodeId {
        self.check(node, halves);
        // SAFETY: see the invariant.
        unsafe { self.words(node).cast::<NodeId>().offset(halves).read() }
    }

    /// Keeps an operand in a half of a word.
    #[inline(always)]
    pub(in crate::tape) fn set_operand(&mut self, node: NodeId, halves: isize, operand: NodeId) {
        self.check(node, halves);
        // SAFETY: see the invariant.
        unsafe {
            let halves = self.words(node).cast::<NodeId>().offset(halves);
            halves.cast_mut().write(operand);
        }
    }

    /// What lies in a word.
    #[inline(always)]
    pub(in crate::tape) fn word(&self, node: NodeId, words: isize) -> u64 {
        self.check(node, 2 * words);
        // SAFETY: see the invariant.
        unsafe { self.words(node).offset(words).read() }
    }

    /// Writes a word.
    #[inline(always)]
    pub(in crate::tape) fn set_word(&mut self, node: NodeId, words: isize, bits: u64) {
        self.check(node, 2 * words);
        // SAFETY: see the invariant.
        unsafe { self.words(node).offset(words).cast_mut().write(bits) };
    }

    /// The words of a node that is no leaf, and those around it.
    #[inline(always)]
    fn words(&self, node: NodeId) -> *const u64 {
        // SAFETY: see the invariant.
        unsafe { node_at(self.first, node.first_word_of_operation()).cast() }
    }

    #[inline(always)]
    #[cfg_attr(not(debug_assertions), allow(unused_variables))]
    fn check(&self, node: NodeId, halves: isize) {
        #[cfg(debug_assertions)]
        {
            let half = halves.rem_euclid(NodeId::HALVES);
            let index = node
                .index()
                .checked_add_signed(halves.div_euclid(NodeId::HALVES));
            assert!(half < NodeId::HALVES - 1 && index.is_some_and(|index| index < self.bounds.1));
        }
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
