//! Recording calls.

use crate::source::Caller;
use crate::tape::memory::{NodeRef, Operation};
use crate::tape::state::{Arguments, Call, Details, RecordedCall, Tape};
use std::rc::Rc;

impl Tape {
    /// Records a call for which there is room.
    pub(crate) fn push_call(
        &mut self,
        data: f64,
        arguments: Arguments,
        call: Rc<dyn Call>,
        anomaly: Option<String>,
        caller: Caller,
    ) -> NodeRef {
        let index = self.nodes.len();
        #[allow(clippy::cast_possible_truncation)] // Fewer than nodes fit on a tape.
        let number = self.calls.all.len() as u32;
        self.calls.all.push(RecordedCall {
            index,
            arguments,
            call,
            anomaly,
            details: Details::None,
        });
        let source = self.sources.id(caller);
        let recorded = self.push(data, Operation::Call(number), source);
        self.observed_below = self.observed_below.max(index + 1);
        self.freeze_below();
        recorded
    }
}
