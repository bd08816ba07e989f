//! When leaves were set: an operation that was recorded before a leaf among its operands was changed has no derivative any
//! more, since its number is of one point and its operand's of another.

use super::node::Node;
use super::{NodeId, Tape, each_operand};

/// A leaf that was changed after an operation on it had been recorded.
#[derive(Debug)]
pub(crate) struct EditedLeaf(pub(crate) NodeId);

/// The time at which a leaf was made or changed, and which of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SettingTime(u64);

impl SettingTime {
    const EDIT: u64 = 1;

    #[inline(always)]
    pub(super) fn bits(self) -> u64 {
        self.0
    }

    #[inline(always)]
    pub(super) fn from_bits(bits: u64) -> Self {
        SettingTime(bits)
    }

    fn is_edit(self) -> bool {
        self.0 & Self::EDIT != 0
    }

    fn time(self) -> u64 {
        self.0 >> 1
    }
}

/// A leaf keeps the time at which its data was last set, and where the tape ended then. Here is how short the tape has been since:
/// what is above that was recorded later.
pub(super) struct Edits {
    /// Both numbers rise from mark to mark.
    marks: Vec<Mark>,
    now: u64,
    /// Where the tape ended at the most when a leaf was set since the last mark, or at the last mark.
    set_below: NodeId,
    /// What is below this was recorded before the last edit of all.
    edited_below: NodeId,
}

/// Since this time, the tape has been as short as this.
struct Mark {
    time: u64,
    end: NodeId,
}

impl Edits {
    pub(super) const fn new() -> Self {
        Edits {
            marks: Vec::new(),
            now: 0,
            set_below: NodeId::NONE,
            edited_below: NodeId::NONE,
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.marks.capacity() * size_of::<Mark>()
    }

    /// The nodes below this were recorded before the last edit of all.
    #[inline]
    pub(super) fn edited_below(&self) -> NodeId {
        self.edited_below
    }

    /// The time at which leaves are made when the tape ends here.
    #[inline(always)]
    pub(super) fn time_of_a_leaf(&mut self, end: NodeId) -> (SettingTime, NodeId) {
        self.set_below = self.set_below.max(end);
        (SettingTime(self.now << 1), end)
    }

    /// The same for leaves that are changed.
    #[inline(always)]
    fn time_of_an_edit(&mut self, end: NodeId) -> (SettingTime, NodeId) {
        let (SettingTime(bits), end) = self.time_of_a_leaf(end);
        (SettingTime(bits | SettingTime::EDIT), end)
    }

    /// The operations below this index were recorded before the leaf was set.
    pub(super) fn made_at(&self, leaf: &Node) -> usize {
        let (time, end) = leaf.last_setting();
        let later = self.marks.partition_point(|mark| mark.time <= time.time());
        let lowest = self.marks.get(later).map_or(end, |mark| mark.end.min(end));
        lowest.index()
    }

    /// The nodes from `len` upwards go away.
    #[inline(always)]
    pub(super) fn pop(&mut self, len: usize) {
        let end = NodeId::new(len);
        self.edited_below = self.edited_below.min(end);
        if end < self.set_below {
            self.mark(end);
        }
    }

    #[inline(never)]
    fn mark(&mut self, end: NodeId) {
        while self.marks.pop_if(|mark| mark.end >= end).is_some() {}
        self.now += 1;
        let time = self.now;
        self.marks.push(Mark { time, end });
        self.set_below = end;
    }

    /// Nodes have moved.
    pub(super) fn move_along(&mut self, moved: impl Fn(NodeId) -> NodeId) {
        self.set_below = moved(self.set_below);
        self.edited_below = moved(self.edited_below);
        for mark in &mut self.marks {
            mark.end = moved(mark.end);
        }
        // The later one of two that are at the same place says all.
        self.marks.dedup_by(|later, mark| {
            let is_same = later.end == mark.end;
            if is_same {
                mark.time = later.time;
            }
            is_same
        });
    }

    /// Gives memory back that is used no more.
    pub(super) fn give_back(&mut self) {
        self.marks.shrink_to(2 * self.marks.len());
    }
}

impl Tape {
    /// Changes a leaf's data and remembers when.
    #[inline(always)]
    pub(crate) fn set_data(&mut self, leaf: NodeId, data: f64) {
        let end = self.nodes.end();
        if self.edited_at != end {
            self.prepare_edit();
        }
        let (time, end) = self.edits.time_of_an_edit(end);
        self.nodes.node_mut(leaf).set(data, time, end);
    }

    /// The same for many leaves.
    pub(crate) fn set_data_of(&mut self, leaves: impl Iterator<Item = (NodeId, f64)>) {
        let end = self.nodes.end();
        if self.edited_at != end {
            self.prepare_edit();
        }
        let (time, end) = self.edits.time_of_an_edit(end);
        for (leaf, data) in leaves {
            self.nodes.node_mut(leaf).set(data, time, end);
        }
    }

    #[cold]
    #[inline(never)]
    fn prepare_edit(&mut self) {
        self.report_what_was_recorded();
        let end = self.nodes.end();
        if self.edits.edited_below != end {
            self.edits.edited_below = end;
            self.close_below();
        }
        if self.watch.is_none() {
            self.edited_at = end;
        }
    }

    /// After `care_below` or an edit has changed which nodes are to stay as they are.
    pub(super) fn close_below(&mut self) {
        let cared_for = NodeId::new(self.care_below.min(NodeId::LIMIT));
        let closed = cared_for.max(self.edits.edited_below());
        if closed > self.closed_below {
            self.nodes.disturb();
        }
        self.closed_below = closed;
    }

    /// Whether the operations that `roots` reach are younger than the edits of the leaves that are their operands.
    pub(crate) fn check_for_edits(&mut self, roots: &[NodeId]) -> Result<(), EditedLeaf> {
        if self.edits.edited_below() == NodeId::NONE {
            return Ok(());
        }
        self.find_edited(roots).map_or(Ok(()), Err)
    }

    fn find_edited(&mut self, roots: &[NodeId]) -> Option<EditedLeaf> {
        self.statements.update();
        let Tape {
            nodes,
            statements,
            calls,
            marks,
            edits,
            ..
        } = self;
        let edited_below = edits.edited_below().index();
        let (mut end, mut edited) = (0, None);
        for root in roots.iter().filter(|root| !root.is_leaf()) {
            marks.insert(root.index());
            end = end.max(root.index() + 1);
        }
        while end > 0
            && let Some(index) = marks.last_below(end)
        {
            end = index;
            each_operand(nodes, statements, calls, index, |nodes, operand| {
                if !operand.is_leaf() {
                    marks.insert(operand.index());
                } else if index < edited_below {
                    let leaf = nodes.node(operand);
                    if leaf.last_setting().0.is_edit() && index < edits.made_at(leaf) {
                        edited = Some(EditedLeaf(operand));
                    }
                }
            });
            marks.remove(index);
        }
        edited
    }
}
