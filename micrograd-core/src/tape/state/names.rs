//! What nodes are called: at run time, or by the statements that made them.

use crate::tape::memory::node_id::NodeId;
use crate::tape::state::tape::Tape;

impl Tape {
    pub(crate) fn name(&mut self, id: NodeId) -> Option<String> {
        self.statements.update();
        if let Some(name) = self.given_name(id) {
            return Some(name.to_owned());
        }
        let node = self.node(id);
        if !node.is_statement() {
            return node.source().name().map(str::to_owned);
        }
        let statement = self.statements.get(node.statement_id());
        statement.result_name().map(str::to_owned)
    }

    /// The name that a node was given at run time.
    pub(crate) fn given_name(&self, id: NodeId) -> Option<&str> {
        self.names.get(&id).map(AsRef::as_ref)
    }

    pub(crate) fn set_name(&mut self, id: NodeId, name: Box<str>) {
        self.names.insert(id, name);
        if !id.is_leaf() {
            self.care_below = self.care_below.max(id.index() + 1);
            self.close_below();
        }
    }

    /// Names a node that has no name yet.
    pub(crate) fn name_if_unnamed(&mut self, id: NodeId, name: &'static str) {
        if self.names.contains_key(&id) {
            return;
        }
        let node = self.nodes.node_mut(id);
        if node.is_statement() {
            self.statements.update();
            let named = self.statements.named(node.statement_id(), name);
            node.set_statement(named);
        } else {
            node.set_source(self.sources.named(node.source(), name));
        }
    }

    /// Operations from an index upwards go away, and their names with them.
    pub(in crate::tape) fn forget_names_from(&mut self, len: usize) {
        while let Some(highest) = self.highest_name().filter(|id| id.index() >= len) {
            self.names.remove(&highest);
        }
    }

    /// The highest operation that has a name.
    pub(in crate::tape) fn highest_name(&self) -> Option<NodeId> {
        let operations = self.names.range(..NodeId::FIRST_AS_LEAF);
        operations.map(|(id, _)| *id).next_back()
    }

    /// Leaves without handles are free now, unless they are used.
    pub(in crate::tape) fn forget_names_of_dropped_leaves(
        &mut self,
        is_used: impl Fn(usize) -> bool,
    ) {
        let handles = &self.handles;
        let stays = |number| handles.is_held_leaf(number) || is_used(number);
        self.names
            .retain(|id, _| !id.is_leaf() || stays(id.leaf_number()));
    }
}
