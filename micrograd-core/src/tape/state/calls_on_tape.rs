//! The calls on a tape: what they take in, and what is known of them.

use super::calls::{Arguments, RecordedCall};
use super::tape::Tape;

impl Tape {
    /// Tells the nodes of calls their numbers, after calls below them have gone.
    pub(in crate::tape) fn number_calls(&mut self) {
        let Tape { nodes, calls, .. } = self;
        for (number, call) in (0..).zip(&calls.all) {
            nodes.at_mut(call.index).set_call(number);
        }
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

    /// Takes the calls that are gone.
    pub(in crate::tape) fn take_gone(&mut self) -> Vec<RecordedCall> {
        std::mem::take(&mut self.calls.gone)
    }
}
