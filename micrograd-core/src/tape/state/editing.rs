//! Changing leaves, and finding what was recorded before.

use crate::tape::memory::node_id::NodeId;
use crate::tape::state::operands::each_operand;
use crate::tape::state::tape::Tape;

/// A leaf that was changed after an operation on it had been recorded.
#[derive(Debug)]
pub(crate) struct EditedLeaf(pub(crate) NodeId);

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

    #[cold]
    #[inline(never)]
    fn prepare_edit(&mut self) {
        self.tell(|observer, tape| observer.before_edit(tape));
        let end = self.nodes.end();
        if self.edits.edited_below != end {
            self.edits.edited_below = end;
            self.close_below();
        }
        if self.observer.is_none() {
            self.edited_at = end;
        }
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
