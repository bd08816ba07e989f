//! Results that only later statements of their block use: nodes on the tape that no handle holds.
//!
//! The macro knows that nothing but arithmetic on variables runs until the last use. So nothing is dropped from the top
//! of the tape, and the sites of those statements let no node move.

use super::Value;
use crate::expression::{
    Arithmetic, CallSite, Kind, OperandList, Participant, Together, one_by_one,
};
use crate::sealed::Sealed;
use crate::tape::{self, NodeRef, Tape};
use std::marker::PhantomData;

/// A result of the kind [`Value`] without a handle.
#[derive(Clone, Copy, Debug)]
pub struct Intermediate {
    node: NodeRef,
    /// It is a node on this thread's tape.
    this_thread: PhantomData<*const ()>,
    #[cfg(debug_assertions)]
    epoch: u64,
}

impl Sealed for Intermediate {}

impl Participant for Intermediate {
    type Term = NodeRef;
    type Itself = Intermediate;

    #[inline(always)]
    fn itself(&self) -> &Intermediate {
        self
    }

    #[inline(always)]
    fn term(&self, tape: Option<&Tape>) -> NodeRef {
        #[cfg(debug_assertions)]
        assert!(
            tape.is_some_and(|tape| { tape.epoch() == self.epoch && tape.has(self.node.id()) }),
            "a result without a handle may have moved"
        );
        let _ = tape;
        self.node
    }
}

impl Intermediate {
    /// Records a statement.
    #[inline(always)]
    pub(super) fn of<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Value>>>(
        operands: Os,
        at: CallSite,
    ) -> Intermediate {
        let room = Kind::<Os::Terms, A>::room(at.site);
        tape::with_room(room, at.caller, Some(at.site), |tape| {
            let tag = Kind::<Os::Terms, A>::tag(at);
            let operands = operands.read(Some(tape));
            let node = match tag {
                Some(tag) => {
                    Kind::<Os::Terms, A>::push(tape, operands, at.site, tag.without_handle())
                }
                None => one_by_one(tape, &operands, A::ASSIGNED_BY, at),
            };
            Intermediate {
                node,
                this_thread: PhantomData,
                #[cfg(debug_assertions)]
                epoch: tape.epoch(),
            }
        })
    }
}
