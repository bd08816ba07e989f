//! Changes to leaves: their data change under graphs that were recorded before, which must be noticed.

use super::node::Edit;
use super::{NodeId, Tape};

/// A leaf that was changed after the graph that a sweep was asked for had been recorded.
#[derive(Debug)]
pub(crate) struct EditedLeaf(pub(crate) NodeId);

impl Tape {
    /// Changes a leaf's data and remembers when.
    #[allow(clippy::cast_possible_truncation)] // The tape is shorter than 2³¹ nodes.
    pub(crate) fn set_data(&mut self, leaf: NodeId, data: f64) {
        let edit = Edit {
            tape_len: self.nodes.len() as u32,
            generation: self.generation,
        };
        self.nodes.node_mut(leaf).edit(data, edit);
        self.edited_below = self.nodes.len();
        self.close_below();
    }

    /// After `care_below` or `edited_below` has changed.
    pub(super) fn close_below(&mut self) {
        let closed = self.care_below.max(self.edited_below);
        self.closed_below = NodeId::new(closed.min(NodeId::LIMIT), false);
        self.nodes.disturb();
    }

    /// When everything that is older than an edit has gone, or has moved.
    pub(super) fn forget_edits(&mut self) {
        self.edited_below = 0;
        self.generation = self.generation.wrapping_add(1);
        self.close_below();
    }

    /// Whether a graph is as it was recorded.
    pub(crate) fn check_for_edits(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
        if root.is_leaf() || self.edited_below <= root.index() {
            return Ok(());
        }
        let reachable = self.reachable(&[root]);
        let edited = reachable.into_iter().find(|&id| {
            let edit = self.nodes.at(id.index()).last_edit();
            id.is_leaf()
                && edit.generation == self.generation
                && edit.tape_len as usize > root.index()
        });
        edited.map_or(Ok(()), |leaf| Err(EditedLeaf(leaf)))
    }
}
