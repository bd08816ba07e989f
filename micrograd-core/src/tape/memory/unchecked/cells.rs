//! The nodes of a tape.

use crate::tape::memory::end::End;
use crate::tape::memory::node::TapeNode;
use crate::tape::memory::node_id::NodeId;
use crate::tape::memory::tag::Tag;
use crate::tape::memory::unchecked::reached::{Reached, node_at};
use crate::tape::memory::unchecked::two_sided::TwoSided;
use crate::tape::memory::word_id::WordId;
use std::marker::PhantomData;
use std::mem::offset_of;

/// The operations, from the lowest upwards, and below them the leaves, from the first downwards.
#[derive(Debug)]
pub(in crate::tape) struct Cells {
    memory: TwoSided<TapeNode>,
    end: End,
    /// The first place for which there is no memory.
    room: NodeId,
}

impl Cells {
    pub(in crate::tape) const fn new() -> Self {
        Cells {
            memory: TwoSided::new(),
            end: End::NEW,
            room: NodeId::NONE,
        }
    }

    #[inline(always)]
    pub(in crate::tape) fn len(&self) -> usize {
        self.end.end().index()
    }

    pub(in crate::tape) fn capacity(&self) -> usize {
        self.room.index()
    }

    /// The place of the next node.
    #[inline(always)]
    pub(in crate::tape) fn end(&self) -> NodeId {
        self.end.end()
    }

    #[inline(always)]
    pub(in crate::tape) fn end_and_epoch(&self) -> End {
        self.end
    }

    /// Nodes have moved, or are to stay as they are from now on.
    pub(in crate::tape) fn begin_epoch(&mut self) {
        self.end = self.end.in_the_next_epoch();
    }

    #[cfg(test)]
    pub(in crate::tape) fn epoch(&self) -> u32 {
        u32::try_from(self.end.epoch() >> u32::BITS).expect("it is the upper half")
    }

    #[cfg(test)]
    pub(in crate::tape) fn set_epoch(&mut self, count: u32) {
        self.end = End::NEW.ending_at(self.end());
        self.end = self.end.after_epochs(count);
    }

    #[inline(always)]
    pub(in crate::tape) fn has_room(&self, count: usize) -> bool {
        self.end.end().nodes_below(self.room) >= count
    }

    pub(in crate::tape) fn as_slice(&self) -> &[TapeNode] {
        // SAFETY: all nodes below the end have been written.
        unsafe { std::slice::from_raw_parts(self.memory.middle, self.len()) }
    }

    /// Gives room for so many operations, of which all are kept, and so many leaves, of which the first so many are.
    fn make_room(&mut self, kept: usize, leaves: usize, operations: usize) {
        let len = self.len();
        self.memory.make_room([kept, len], leaves, operations);
        self.room = NodeId::new(operations.min(NodeId::LIMIT));
    }

    /// How many bytes there are, for leaves too.
    pub(in crate::tape) fn bytes(&self) -> usize {
        self.memory.capacity() * size_of::<TapeNode>()
    }

    pub(in crate::tape) fn reserve_exact(&mut self, more: usize) {
        let (below, wanted) = (self.memory.below(), self.len() + more);
        self.make_room(below, below, wanted.max(self.capacity()));
    }

    pub(in crate::tape) fn shrink_to(&mut self, capacity: usize) {
        let below = self.memory.below();
        self.make_room(below, below, capacity.max(self.len()));
    }

    /// Gives room for leaves with lower numbers than this one, and no others. New ones are like this.
    pub(in crate::tape) fn make_room_for_leaves(&mut self, end: usize, new: TapeNode) {
        let kept = self.memory.below().min(end);
        self.make_room(kept, end, self.capacity());
        for number in kept + 1..=end {
            *self.node_mut(NodeId::of_leaf(number)) = new;
        }
    }

    /// Whether there is such a node.
    pub(in crate::tape) fn has(&self, id: NodeId) -> bool {
        id.is_within(self.memory.below(), self.len())
    }

    pub(in crate::tape) fn truncate(&mut self, len: usize) {
        debug_assert!(len <= self.len());
        self.end = self.end.ending_at(NodeId::new(len));
    }

    /// Appends a node for which there is room, and gives its place.
    #[inline(always)]
    pub(in crate::tape) fn push(&mut self, node: TapeNode) -> NodeId {
        debug_assert!(self.has_room(1));
        let id = self.end.end();
        // SAFETY: whoever records has made room for all it records before.
        unsafe {
            let place = node_at(self.memory.middle, id.first_word_of_operation());
            place.cast_mut().write(node);
        };
        self.end = self.end.after(1);
        id
    }

    /// Appends the nodes of a statement, for which there is room, and gives the place of its result. The words in which it keeps
    /// operands and numbers are still to be written.
    #[inline(always)]
    pub(in crate::tape) fn push_statement(
        &mut self,
        count: usize,
        tag: Tag,
        data: f64,
    ) -> (Reached<'_>, NodeId) {
        debug_assert!(self.has_room(count));
        let first = self.end.end();
        let result = first.above(count - 1);
        self.end = self.end.after(count);
        let nodes = self.reach();
        let place = |id: NodeId| {
            // SAFETY: whoever records has made room for all it records before.
            unsafe { node_at(nodes.first, id.first_word_of_operation()).cast_mut() }
        };
        for extension in 0..count - 1 {
            let extension = place(first.above(extension));
            // SAFETY: there is room for it.
            unsafe {
                (&raw mut (*extension).first).write(NodeId::NONE);
                (&raw mut (*extension).tag).write(Tag::EXTENSION);
            }
        }
        let node = place(result);
        // SAFETY: there is room for it.
        unsafe {
            (&raw mut (*node).data).write(data);
            (&raw mut (*node).grad).write(0.0);
            (&raw mut (*node).first).write(NodeId::NONE);
            (&raw mut (*node).tag).write(tag);
        }
        (nodes, result)
    }

    /// The node with an index that the invariant allows.
    #[inline(always)]
    pub(in crate::tape) fn at(&self, index: usize) -> &TapeNode {
        self.operation(NodeId::new(index))
    }

    /// The node with an index that the invariant allows.
    #[inline(always)]
    pub(in crate::tape) fn at_mut(&mut self, index: usize) -> &mut TapeNode {
        self.operation_mut(NodeId::new(index))
    }

    #[inline(always)]
    fn check(&self, id: NodeId) {
        debug_assert!(self.has(id));
    }

    /// A node of the tape.
    #[inline(always)]
    pub(in crate::tape) fn node(&self, id: NodeId) -> &TapeNode {
        self.check(id);
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.memory.middle, id.first_word()) }
    }

    /// A node of the tape that is no leaf.
    #[inline(always)]
    pub(in crate::tape) fn operation(&self, id: NodeId) -> &TapeNode {
        self.check(id);
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.memory.middle, id.first_word_of_operation()) }
    }

    /// A node of the tape that is no leaf.
    #[inline(always)]
    pub(in crate::tape) fn operation_mut(&mut self, id: NodeId) -> &mut TapeNode {
        self.check(id);
        let first = self.memory.middle;
        // SAFETY: see the invariant.
        unsafe { &mut *node_at(first, id.first_word_of_operation()).cast_mut() }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(in crate::tape) fn node_mut(&mut self, id: NodeId) -> &mut TapeNode {
        self.check(id);
        // SAFETY: see the invariant.
        unsafe { &mut *node_at(self.memory.middle, id.first_word()).cast_mut() }
    }

    /// Adds to each sum the products of a row of its own with one row that they share, from the left. Sums side by side take the
    /// time of one: none waits for another.
    #[inline(always)]
    pub(in crate::tape) fn add_products<const N: usize>(
        &self,
        mut sums: [f64; N],
        rows: [NodeId; N],
        shared: NodeId,
        len: usize,
    ) -> [f64; N] {
        for first in rows.into_iter().chain([shared]) {
            self.check(first);
            self.check(if len > 0 { first.later(len - 1) } else { first });
        }
        let number = |first: NodeId, k: usize| {
            let word = first.first_word() + k.cast_signed() * first.words_between();
            // SAFETY: see the invariant; it lies between two nodes of the tape.
            unsafe { (*node_at(self.memory.middle, word)).data }
        };
        for k in 0..len {
            let x = number(shared, k);
            for (sum, row) in sums.iter_mut().zip(rows) {
                *sum += number(row, k) * x;
            }
        }
        sums
    }

    /// Writes into one of the three words of an extension.
    #[inline(always)]
    pub(in crate::tape) fn write_word(&mut self, word: WordId, bits: u64) {
        debug_assert!(word.has_room(1) && word.node().index() < self.len());
        const { assert!(offset_of!(TapeNode, data) == 0 && TapeNode::WORDS_ARE_IN_A_ROW) };
        // SAFETY: see the invariant; a node begins with three numbers, which may have any bits.
        unsafe {
            let words = self.memory.middle.cast::<u64>();
            words.add(word.index()).write(bits);
        }
    }

    /// All nodes, to be changed during a sweep.
    #[inline(always)]
    pub(in crate::tape) fn reach(&mut self) -> Reached<'_> {
        Reached {
            first: self.memory.middle,
            #[cfg(debug_assertions)]
            bounds: (self.memory.below(), self.len()),
            nodes: PhantomData,
        }
    }
}
