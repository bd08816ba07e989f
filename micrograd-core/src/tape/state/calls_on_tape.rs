//! The calls on a tape: what they take in, and what is known of them.

use crate::tape::memory::node_id::NodeId;
use crate::tape::state::calls::{Arguments, RecordedCall};
use crate::tape::state::tape::Tape;

impl Tape {
    /// Tells the nodes of calls their numbers, after calls below them have gone.
    pub(in crate::tape) fn number_calls(&mut self) {
        let Tape { nodes, calls, .. } = self;
        for (number, call) in (0..).zip(&calls.all) {
            nodes.at_mut(call.index).set_call(number);
        }
    }

    /// What the first operation inside a call was that gave no finite number.
    pub(crate) fn anomaly_inside(&self, id: NodeId) -> Option<String> {
        self.calls.get(self.node(id))?.anomaly.clone()
    }

    /// Appends the numbers of arguments.
    pub(crate) fn read_data(&self, arguments: &Arguments, to: &mut Vec<f64>) {
        to.reserve_exact(arguments.len());
        for run in &arguments.runs {
            to.extend(run.ids().map(|id| self.nodes.node(id).data));
        }
    }

    /// The same with their adjoints.
    pub(in crate::tape) fn read_adjoints(&self, arguments: &Arguments) -> Vec<f64> {
        let mut adjoints = Vec::with_capacity(arguments.len());
        for run in &arguments.runs {
            adjoints.extend(run.ids().map(|id| self.nodes.node(id).grad));
        }
        adjoints
    }

    /// The name of the function that a node is a call of.
    pub(crate) fn call_name(&self, id: NodeId) -> Option<&'static str> {
        let call = self.calls.get(self.node(id))?;
        Some(call.call.name())
    }

    /// Calls `visit` with every operand of a single operation or a call.
    pub(crate) fn each_operand_of(&self, id: NodeId, visit: impl FnMut(NodeId)) {
        let node = self.node(id);
        match self.calls.get(node) {
            Some(call) => call.arguments.ids().for_each(visit),
            None => node.each_operand(visit),
        }
    }

    /// Takes the calls that are gone.
    pub(in crate::tape) fn take_gone(&mut self) -> Vec<RecordedCall> {
        std::mem::take(&mut self.calls.gone)
    }
}
