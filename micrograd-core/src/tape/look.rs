//! What only those who look at the tape want to know.

use super::{NodeId, Tape};

impl Tape {
    /// The name that a node was given at run time.
    pub(crate) fn given_name(&self, id: NodeId) -> Option<&str> {
        self.names.get(&id.index()).map(AsRef::as_ref)
    }

    pub(crate) fn name_at(&self, index: usize) -> Option<String> {
        self.name(NodeId::new(index, false))
    }
}
