//! Values in the statements of `grad!`: what one gives is recorded.

use super::{Intermediate, Value};
use crate::expression::{
    Accepted, Arithmetic, CallSite, Computed, HasFunctions, Join, Kind, Links, OperandList,
    OperandTerm, Participant, Right, Together, one_by_one,
};
use crate::operations::{Op, row};
use crate::sealed::Sealed;
use crate::tape::{self, HandleId, NodeRef, Part, PayloadMut, Site, Tape};

impl Sealed for Value {}

impl HasFunctions for Value {}

#[diagnostic::do_not_recommend]
impl Participant for Value {
    type Term = NodeRef;
    type Itself = Value;

    #[inline]
    fn itself(&self) -> &Value {
        self
    }

    #[inline(always)]
    fn term(&self, tape: Option<&Tape>) -> NodeRef {
        tape.expect("a statement with a value has a tape")
            .node_ref(self.handle())
    }
}

impl Right for Value {
    type Computed = Value;
}

impl Accepted for NodeRef {}

impl OperandTerm for NodeRef {
    type Computed = Value;
    type Assigned = Value;
    const KIND: u64 = 1;
    const IS_NODE: bool = true;
    const IS_INTEGER: bool = false;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn primal(&self) -> f64 {
        self.data()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn part(&self) -> Part {
        Part::Node(*self)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn store(&self, payload: &mut impl PayloadMut, nodes: usize, _numbers: usize) {
        payload.set_operand(nodes, self.id());
    }
}

/// Records a statement for which there is room.
#[cfg_attr(not(debug_assertions), inline(always))]
fn record<A: Arithmetic, Os: OperandList>(
    tape: &mut Tape,
    operands: Os,
    site: &'static Site,
) -> HandleId {
    let tag = Kind::<Os::Terms, A>::tag_of_statement(site);
    let operands = operands.read(Some(tape));
    let result = Kind::<Os::Terms, A>::push(tape, operands, site, tag);
    tape.hold_statement(result)
}

/// Records so many operations one by one.
#[cold]
#[inline(never)]
fn record_one_by_one<Os: OperandList>(
    operands: Os,
    operations: usize,
    assigned_by: Option<Op>,
    at: CallSite,
) -> HandleId {
    tape::with_room(operations, at.caller, Some(at.site), |tape| {
        let operands = operands.read(Some(tape));
        let result = one_by_one(tape, &operands, assigned_by, at);
        tape.hold(result)
    })
}

impl Computed for Value {
    const IS_NODE: bool = true;
    type Intermediate = Intermediate;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn intermediate<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Value>>>(
        operands: Os,
        at: CallSite,
    ) -> Intermediate {
        Intermediate::of::<A, Os>(operands, at)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Value>>>(
        operands: Os,
        at: CallSite,
    ) -> Value {
        let site = at.site;
        if !Kind::<Os::Terms, A>::is_one_statement(at) {
            let operations = A::SUMMARY.operations(site);
            let result = record_one_by_one(operands, operations, A::ASSIGNED_BY, at);
            return Value::holding(result);
        }
        let nodes = Kind::<Os::Terms, A>::NODES;
        tape::make_room(nodes, at.caller, Some(site));
        Value::holding(record::<A, Os>(&mut tape::lend(), operands, site))
    }

    #[inline]
    fn total<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Value>>>(
        first: Option<&Value>,
        mut operands: impl ExactSizeIterator<Item = Os>,
        at: CallSite,
    ) -> Value {
        let count = operands.len();
        if let (Some(first), 0) = (first, count) {
            return first.clone();
        }
        if count == 0 {
            return Value::leaf(0.0, at.caller);
        }
        let room = Links::<row::Add, Os::Terms, A>::room(at.site, count);
        Value::holding(tape::with_room(room, at.caller, None, |tape| {
            let first = first.map(|first| tape.node_ref(first.handle()));
            let first = first.or_else(|| {
                let term = operands.next()?.read(Some(tape));
                let at = CallSite::at(at.site, at.caller);
                Some(one_by_one(tape, &term, A::ASSIGNED_BY, at))
            });
            let first = first.expect("there is a first term");
            let result = Links::<row::Add, Os::Terms, A>::total(tape, first, operands, at);
            tape.mark_held(result);
            tape.hold_statement(result)
        }))
    }
}

/// What gives a value beside one.
pub trait JoinsValue: Join<Value, Output = Value> {}

impl JoinsValue for Value {}
impl JoinsValue for f64 {}

#[diagnostic::do_not_recommend]
impl<R: JoinsValue> Join<R> for Value {
    type Output = Value;
}

/// An operand that stands beside values.
pub trait OnTape: Accepted + OperandTerm<Computed: JoinsValue> {}

impl<L: Accepted + OperandTerm<Computed: JoinsValue>> OnTape for L {}
