//! Changes to leaves: an operation that was recorded before a leaf among its operands was changed has no derivative any
//! more, since its number is of one point and its operand's of another.

use super::{NodeId, Tape, each_operand};

/// A leaf that was changed after an operation on it had been recorded.
#[derive(Debug)]
pub(crate) struct EditedLeaf(pub(crate) NodeId);

/// The times at which leaves were changed. A leaf keeps the time of its last edit; here is which nodes were recorded before.
pub(super) struct Edits {
    /// Both numbers rise from mark to mark.
    marks: Vec<Mark>,
    now: u64,
}

/// A leaf that was changed at this time, or between the mark before and this one, is younger than the nodes below an index.
struct Mark {
    time: u64,
    older: usize,
}

impl Edits {
    /// The time of a leaf's last edit if there has been none.
    pub(super) const NEVER: u64 = 0;

    pub(super) const fn new() -> Self {
        Edits {
            marks: Vec::new(),
            now: Self::NEVER,
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.marks.capacity() * size_of::<Mark>()
    }

    /// The nodes below this index were recorded before the last edit of all.
    #[inline]
    pub(super) fn older_than_the_last(&self) -> usize {
        self.marks.last().map_or(0, |mark| mark.older)
    }

    /// An edit is made when the tape has so many nodes.
    fn mark(&mut self, len: usize) {
        self.now += 1;
        self.marks.push(Mark {
            time: self.now,
            older: len,
        });
    }

    /// The nodes below this index were recorded before an edit.
    fn older_than(&self, time: u64) -> usize {
        if time == Self::NEVER {
            return 0;
        }
        let mark = self.marks.partition_point(|mark| mark.time < time);
        self.marks[mark].older
    }

    /// The nodes from `len` upwards go away.
    pub(super) fn pop(&mut self, len: usize) {
        let mut popped = false;
        while self.older_than_the_last() >= len && self.marks.pop().is_some() {
            popped = true;
        }
        if popped {
            // The last mark is that of the last edit.
            let time = self.now;
            self.marks.push(Mark { time, older: len });
        }
    }

    /// Nodes have moved: `moved` is the new place of an index.
    pub(super) fn move_along(&mut self, moved: impl Fn(usize) -> usize) {
        for mark in &mut self.marks {
            mark.older = moved(mark.older);
        }
        self.marks.dedup_by(|later, mark| {
            let is_same = later.older == mark.older;
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
        let time = self.time_of_edit();
        self.edit(leaf, data, time);
    }

    /// The same at a time that is known.
    #[inline(always)]
    pub(crate) fn edit(&mut self, leaf: NodeId, data: f64, time: u64) {
        self.nodes.node_mut(leaf).edit(data, time);
    }

    /// The time of edits that are made now.
    #[inline(always)]
    pub(crate) fn time_of_edit(&mut self) -> u64 {
        if self.edited_at != self.nodes.end() {
            self.prepare_edit();
        }
        self.edits.now
    }

    #[cold]
    #[inline(never)]
    fn prepare_edit(&mut self) {
        self.report_what_was_recorded();
        let len = self.nodes.len();
        if self.edits.older_than_the_last() != len {
            self.edits.mark(len);
            self.close_below();
        }
        if self.watch.is_none() {
            self.edited_at = self.nodes.end();
        }
    }

    /// After `care_below` or an edit has changed which nodes are to stay as they are.
    pub(super) fn close_below(&mut self) {
        let closed = self.care_below.max(self.edits.older_than_the_last());
        let closed = NodeId::new(closed.min(NodeId::LIMIT), false);
        if closed > self.closed_below {
            self.nodes.disturb();
        }
        self.closed_below = closed;
    }

    /// Whether what is below a node may have been recorded before a leaf was changed.
    pub(super) fn may_be_older_than_an_edit(&mut self, root: NodeId) -> bool {
        let edited = self.edits.older_than_the_last();
        if root.index() < edited {
            return true;
        }
        // The leaves of a model lie at the bottom, and are all that is older.
        while self.leaves_below < edited && self.nodes.at(self.leaves_below).is_leaf() {
            self.leaves_below += 1;
        }
        self.leaves_below < edited
    }

    /// Whether the operations that `roots` reach are younger than the edits of the leaves that are their operands.
    pub(crate) fn check_for_edits(&mut self, roots: &[NodeId]) -> Result<(), EditedLeaf> {
        let is_young = |root: &NodeId| !self.may_be_older_than_an_edit(*root);
        if roots.iter().all(is_young) {
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
        let edited_below = edits.older_than_the_last();
        let (mut end, mut edited) = (0, None);
        for root in roots.iter().filter(|root| !root.is_leaf()) {
            marks.insert(root.index());
            end = end.max(root.index() + 1);
        }
        while let Some(index) = marks.last_below(end) {
            end = index;
            each_operand(nodes, statements, calls, index, |nodes, operand| {
                if !operand.is_leaf() {
                    marks.insert(operand.index());
                } else if index < edited_below
                    && index < edits.older_than(nodes.node(operand).last_edit())
                {
                    edited = Some(EditedLeaf(operand));
                }
            });
            marks.remove(index);
        }
        edited
    }
}
