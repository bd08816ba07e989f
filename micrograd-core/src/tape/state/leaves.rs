//! Leaves. They lie in an arena of their own, and not among the operations, since they tend to outlive them.
//!
//! A leaf without handles is free when nothing on the tape can be made of it: when the tape is empty, or when a search
//! has found no operation that uses it.

use super::handles::entry::HandleId;
use super::operands::each_operand;
use super::tape::{FullTape, Tape};
use crate::source::{Caller, SourceId};
use crate::tape::memory::{NodeId, TapeNode};

impl Tape {
    const FIRST_LEAVES: usize = 64;

    /// The position of a leaf, if it can be made and held without a call.
    #[inline(always)]
    pub(crate) fn ready_for_a_leaf(&self, caller: Caller) -> Option<SourceId> {
        if self.handles.has_free_leaf() {
            self.sources.known(caller)
        } else {
            None
        }
    }

    /// Looks the position in the source up; tells whether there is room for a leaf.
    pub(crate) fn get_ready_for_a_leaf(&mut self, caller: Caller) -> bool {
        self.sources.id(caller);
        self.handles.has_free_leaf()
    }

    /// A leaf with a first handle, for which there is room.
    #[inline(always)]
    pub(crate) fn held_leaf(&mut self, data: f64, source: SourceId) -> HandleId {
        let (time, end) = self.edits.time_of_a_leaf(self.nodes.end());
        let handle = self.handles.hold_leaf();
        *self.nodes.node_mut(handle.leaf()) = TapeNode::leaf(data, source, time, end);
        handle
    }

    /// A leaf with a first handle for each number, or for as many as there is room for.
    #[inline(never)]
    pub(crate) fn held_leaves(&mut self, numbers: &[f64], caller: Caller) -> Vec<HandleId> {
        let source = self.sources.id(caller);
        let (time, end) = self.edits.time_of_a_leaf(self.nodes.end());
        let mut nodes = self.nodes.reach();
        self.handles.hold_leaves(numbers, |leaf, data| {
            *nodes.node_mut(leaf) = TapeNode::leaf(data, source, time, end);
        })
    }

    pub(in crate::tape) fn make_room_for_leaves(&mut self, count: usize) -> Result<(), FullTape> {
        if self.nodes.len() == 0 {
            self.free_dropped_leaves();
        }
        if self.handles.has_free_leaves(count) {
            return Ok(());
        }
        // A search takes longer than it is worth where leaves take less memory than operations.
        let is_searched = self.nodes.len() <= 4 * self.handles.leaf_end();
        if is_searched && self.handles.has_dropped_leaves() {
            self.free_leaves_without_users();
            // So a search comes not before as many leaves have been made again.
            if self
                .handles
                .has_free_leaves(count.max(self.handles.leaf_end() / 2))
            {
                return Ok(());
            }
        }
        let (end, limit) = (self.handles.leaf_end(), self.limit);
        if end + count > limit {
            return Err(FullTape { len: end, limit });
        }
        let more = end.max(count).max(Self::FIRST_LEAVES);
        let end = (end + more).min(limit);
        self.nodes.make_room_for_leaves(end, TapeNode::no_leaf());
        self.handles.make_leaves(end);
        Ok(())
    }

    /// Leaves without handles become free that are operands of nothing.
    fn free_leaves_without_users(&mut self) {
        self.statements.update();
        let Tape {
            nodes,
            statements,
            calls,
            ..
        } = self;
        let mut used = vec![false; self.handles.leaf_end()];
        for id in (0..nodes.len()).map(NodeId::new) {
            each_operand(&mut nodes.reach(), statements, calls, id, |_, operand| {
                if operand.is_leaf() {
                    used[operand.leaf_number()] = true;
                }
            });
        }
        self.forget_names_of_dropped_leaves(|number| used[number]);
        self.handles.free_leaves_but(&used);
    }

    /// Leaves without handles become free, since the tape is empty.
    pub(in crate::tape) fn free_dropped_leaves(&mut self) {
        if !self.handles.has_dropped_leaves() {
            return;
        }
        self.forget_names_of_dropped_leaves(|_| false);
        let end = self.handles.leaf_end();
        if end <= Self::KEPT_CAPACITY {
            self.handles.free_dropped_leaves();
        } else {
            // Only those are counted: there may be many more that have been free for long.
            let more = self.handles.dropped_leaves().count();
            self.handles.free_dropped_leaves();
            self.idle_leaves = if more > end / 4 {
                0
            } else {
                self.idle_leaves + more
            };
            if self.idle_leaves > end {
                self.give_back_leaves();
            }
        }
    }

    /// Gives back the leaves above the highest one that is held, if they are many; the tape is empty.
    fn give_back_leaves(&mut self) {
        self.idle_leaves = 0;
        let highest = self.handles.highest_held_leaf().unwrap_or(1);
        let (end, now) = (highest + 1, self.handles.leaf_end());
        let end = end.max(now / 2);
        if end > now / 4 * 3 {
            return; // A leaf far up is held: that would take long for little.
        }
        self.handles.give_back_leaves(end);
        self.nodes.make_room_for_leaves(end, TapeNode::no_leaf());
    }

    /// How many leaves are held, or are operands of something.
    pub(in crate::tape) fn leaves_in_use(&mut self) -> usize {
        if self.nodes.len() == 0 {
            self.free_dropped_leaves();
        } else if self.handles.has_dropped_leaves() {
            self.free_leaves_without_users();
        }
        (2..self.handles.leaf_end()).len() - self.handles.free_leaves().count()
    }
}
