//! Compaction: it frees the dead nodes below live ones.

use super::operands::each_operand;
use super::tape::Tape;
use crate::tape::memory::{Bits, NodeId, Rank};

impl Tape {
    /// Removes what no handle can reach, if that is at least half of the tape; the order of the
    /// rest stays. It runs when the tape is full, so each node pays for it a bounded number of
    /// times.
    pub(in crate::tape) fn compact(&mut self) {
        if self.nodes.len() == 0 {
            return;
        }
        for held in self.handles.held() {
            self.marks.insert(held.index());
        }
        self.statements.update();
        let Tape {
            nodes,
            statements,
            calls,
            marks,
            ..
        } = self;
        let mut end = nodes.len();
        while let Some(index) = marks.last_below(end) {
            end = index;
            let node = nodes.at(index);
            if node.is_statement() {
                let extensions = 1..statements.get(node.statement_id()).form.nodes(node);
                extensions.for_each(|below| _ = marks.insert(index - below));
            }
            let (mut nodes, id) = (nodes.reach(), NodeId::new(index));
            each_operand(&mut nodes, statements, calls, id, |_, operand| {
                if !operand.is_leaf() {
                    marks.insert(operand.index());
                }
            });
        }
        if self.marks.count() <= self.nodes.len() / 2 {
            self.keep_marked();
        }
        self.marks.clear();
        let capacity = self.nodes.capacity();
        if capacity > Tape::KEPT_CAPACITY && self.nodes.len() <= capacity / 8 {
            self.shrink();
        }
    }

    fn keep_marked(&mut self) {
        let mut empty = Bits::new();
        empty.make_room(self.nodes.capacity());
        let marks = std::mem::replace(&mut self.marks, empty);
        let kept = Rank::new(&marks);
        self.tell(|observer, tape| observer.before_compaction(tape, &kept));
        let moved = |id: NodeId| id.moved(|index| kept.of(index));
        let old_end = self.nodes.end();
        let mut len = 0;
        for index in 0..self.nodes.len() {
            if marks.contains(index) {
                let node = *self.nodes.at(index);
                *self.nodes.at_mut(len) = if node.is_single() {
                    node.with_operands(moved)
                } else {
                    node
                };
                if node.is_statement() {
                    // Its extensions have moved before it.
                    self.move_operands(len, moved);
                }
                len += 1;
            }
        }
        self.nodes.truncate(len);
        self.names = std::mem::take(&mut self.names)
            .into_iter()
            .filter(|&(id, _)| id.is_leaf() || marks.contains(id.index()))
            .map(|(id, name)| (moved(id), name))
            .collect();
        self.handles.relocate(&kept);
        self.calls.move_along(&kept, |index| marks.contains(index));
        self.number_calls();
        if self.lowest_swept != usize::MAX {
            self.lowest_swept = kept.of(self.lowest_swept);
        }
        self.edits.move_along(moved);
        for number in 2..self.handles.leaf_end() {
            let leaf = self.nodes.node_mut(NodeId::of_leaf(number));
            leaf.move_setting(|end| moved(end.min(old_end)));
        }
        self.edited_at = NodeId::NONE;
        self.nodes.begin_epoch();
        self.freeze_below();
        self.marks = marks;
    }

    /// Replaces the operands of the statement whose result is at `index`.
    fn move_operands(&mut self, index: usize, moved: impl Fn(NodeId) -> NodeId) {
        let result = *self.nodes.at(index);
        let form = self.statements.get(result.statement_id()).form;
        let (mut nodes, id) = (self.nodes.reach(), NodeId::new(index));
        for operand in 0..form.kept_operands(&result) {
            let half = form.half(&result, operand);
            nodes.set_operand(id, half, moved(nodes.operand(id, half)));
        }
    }
}
