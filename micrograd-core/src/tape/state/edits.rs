//! When leaves were set. An operation has no derivative any more once a leaf among its operands was changed: its own
//! number belongs to one point, and the leaf's to another.

use crate::tape::memory::{NodeId, SettingTime, TapeNode};

/// A leaf keeps the time at which its data was last set, and where the tape ended then. Here is how short the tape has been since:
/// what is above that was recorded later.
pub(in crate::tape) struct Edits {
    /// Both numbers rise from mark to mark.
    marks: Vec<Mark>,
    now: SettingTime,
    /// Where the tape ended at the most when a leaf was set since the last mark, or at the last mark.
    set_below: NodeId,
    /// What is below this was recorded before the last edit of all.
    pub(in crate::tape) edited_below: NodeId,
}

/// Since this time, the tape has been as short as this.
struct Mark {
    time: u64,
    end: NodeId,
}

impl Edits {
    pub(in crate::tape) const fn new() -> Self {
        Edits {
            marks: Vec::new(),
            now: SettingTime::FIRST,
            set_below: NodeId::NONE,
            edited_below: NodeId::NONE,
        }
    }

    pub(in crate::tape) fn bytes(&self) -> usize {
        self.marks.capacity() * size_of::<Mark>()
    }

    /// The nodes below this were recorded before the last edit of all.
    #[inline]
    pub(in crate::tape) fn edited_below(&self) -> NodeId {
        self.edited_below
    }

    /// The time at which leaves are made when the tape ends here.
    #[inline(always)]
    pub(in crate::tape) fn time_of_a_leaf(&mut self, end: NodeId) -> (SettingTime, NodeId) {
        // Of many leaves, only the first has something to write.
        if self.set_below < end {
            self.set_below = end;
        }
        (self.now, end)
    }

    /// The same for leaves that are changed.
    #[inline(always)]
    pub(in crate::tape) fn time_of_an_edit(&mut self, end: NodeId) -> (SettingTime, NodeId) {
        let (time, end) = self.time_of_a_leaf(end);
        (time.of_an_edit(), end)
    }

    /// The operations below this index were recorded before the leaf was set.
    pub(in crate::tape) fn made_at(&self, leaf: &TapeNode) -> usize {
        let (time, end) = leaf.last_setting();
        let later = self.marks.partition_point(|mark| mark.time <= time.time());
        let lowest = self.marks.get(later).map_or(end, |mark| mark.end.min(end));
        lowest.index()
    }

    /// The nodes from `len` upwards go away.
    #[inline(always)]
    pub(in crate::tape) fn pop(&mut self, len: usize) {
        let end = NodeId::new(len);
        self.edited_below = self.edited_below.min(end);
        if end < self.set_below {
            self.mark(end);
        }
    }

    #[inline(never)]
    fn mark(&mut self, end: NodeId) {
        while self.marks.pop_if(|mark| mark.end >= end).is_some() {}
        self.now = self.now.next();
        let time = self.now.time();
        self.marks.push(Mark { time, end });
        self.set_below = end;
    }

    /// Nodes have moved.
    pub(in crate::tape) fn move_along(&mut self, moved: impl Fn(NodeId) -> NodeId) {
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
    pub(in crate::tape) fn give_back(&mut self) {
        self.marks.shrink_to(2 * self.marks.len());
    }
}
