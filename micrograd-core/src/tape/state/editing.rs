//! Changing leaves, and finding what was recorded before.

use super::operands::each_operand;
use super::tape::{Observer, Tape};
use super::thread::with;
use crate::tape::memory::NodeId;

/// A leaf that was changed after an operation on it had been recorded.
#[derive(Debug)]
pub(crate) struct EditedLeaf(NodeId);

impl EditedLeaf {
    /// What is wrong with a graph, after the name of the function that was called on it. Nobody has the tape.
    #[cold]
    pub(crate) fn message(&self) -> String {
        let (name, data) = with(|tape| (tape.name(self.0), tape.data(self.0)));
        let leaf = name.map_or("a leaf".to_owned(), |name| format!("the leaf `{name}`"));
        format!(
            "on a graph that was recorded before set_data changed {leaf} \
             (its data is now {data:?}): record the graph again after each change"
        )
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
        self.tell(Observer::before_edit);
        let end = self.nodes.end();
        if self.edits.edited_below != end {
            self.edits.edited_below = end;
            self.freeze_below();
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
        match self.find_edited(roots) {
            Some(leaf) => Err(EditedLeaf(leaf)),
            None => Ok(()),
        }
    }

    fn find_edited(&mut self, roots: &[NodeId]) -> Option<NodeId> {
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
            let (mut nodes, id) = (nodes.reach(), NodeId::new(index));
            each_operand(&mut nodes, statements, calls, id, |nodes, operand| {
                if !operand.is_leaf() {
                    marks.insert(operand.index());
                } else if index < edited_below {
                    let leaf = nodes.node(operand);
                    if leaf.last_setting().0.is_edit() && index < edits.made_at(leaf) {
                        edited = Some(operand);
                    }
                }
            });
            marks.remove(index);
        }
        edited
    }
}
