//! Recording calls.

use crate::source::Caller;
use crate::tape::memory::node::operation::Operation;
use crate::tape::memory::recorded::Recorded;
use crate::tape::state::calls::{Arguments, Call, Details, RecordedCall};
use crate::tape::state::tape::Tape;
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
    ) -> Recorded {
        let index = self.nodes.len();
        self.push_recorded_call(
            data,
            RecordedCall {
                index,
                arguments,
                call,
                anomaly,
                details: Details::None,
            },
            caller,
        )
    }

    /// A call whose node is the next one.
    pub(in crate::tape) fn push_recorded_call(
        &mut self,
        data: f64,
        call: RecordedCall,
        caller: Caller,
    ) -> Recorded {
        let index = call.index;
        #[allow(clippy::cast_possible_truncation)] // Fewer than nodes fit on a tape.
        let number = self.calls.all.len() as u32;
        self.calls.all.push(call);
        let recorded = self.push(data, Operation::Call(number), caller);
        self.care_below = self.care_below.max(index + 1);
        self.close_below();
        recorded
    }
}
