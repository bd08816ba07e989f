//! Squeezing out the dead nodes that live ones have caught below them.

use super::bits::Rank;
use super::{NodeId, Tape};

impl Tape {
    /// Removes what no handle can reach, if that is at least half of the tape; the order of the
    /// rest stays. It runs when the tape is full, so each node pays for it a bounded number of
    /// times.
    pub(super) fn squeeze(&mut self) {
        let Some(top) = self.nodes.len().checked_sub(1) else {
            return;
        };
        self.marks.copy_from(self.handles.held());
        let nodes = &self.nodes;
        self.marks.descend(top, |marks, index| {
            nodes[index].each_operand(|operand| marks.insert(operand.index()));
            0
        });
        if self.marks.count() <= self.nodes.len() / 2 {
            self.keep_marked();
        }
        self.marks.clear();
    }

    fn keep_marked(&mut self) {
        self.watch_squeeze();
        let kept = Rank::new(&self.marks);
        let moved = |id: NodeId| id.moved_to(kept.of(id.index()));
        let mut len = 0;
        for index in 0..self.nodes.len() {
            if self.marks.contains(index) {
                self.nodes[len] = self.nodes[index].with_operands(moved);
                if let Some(&grad) = self.grads.get(index) {
                    self.grads[len] = grad;
                }
                len += 1;
            }
        }
        self.nodes.truncate(len);
        self.grads.truncate(kept.of(self.grads.len()));
        self.names = std::mem::take(&mut self.names)
            .into_iter()
            .filter(|&(index, _)| self.marks.contains(index))
            .map(|(index, name)| (kept.of(index), name))
            .collect();
        self.handles.relocate(&kept);
        if self.lowest_swept != usize::MAX {
            self.lowest_swept = kept.of(self.lowest_swept);
        }
        self.forget_edits();
    }
}
