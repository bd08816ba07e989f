//! Values in the statements of `grad!`: what one gives is recorded.

use super::{Unheld, Value};
use crate::expression::{
    Arithmetic, HasFunctions, Join, Kept, Kind, Leaf, Links, OperandList, Participant, Places,
    Right, Together, one_by_one,
};
use crate::operations::row;
use crate::sealed::Sealed;
use crate::tape::{self, Part, Recorded, Tape};

impl Sealed for Value {}

impl HasFunctions for Value {}

#[diagnostic::do_not_recommend]
impl Participant for Value {
    type Leaf = Recorded;
    type Itself = Value;

    #[inline]
    fn itself(&self) -> &Value {
        self
    }

    #[inline(always)]
    fn leaf(&self, tape: Option<&Tape>) -> Recorded {
        tape.expect("a statement with a value has a tape")
            .recorded(self.slot())
    }
}

impl Right for Value {
    type Kept = Value;
}

impl Leaf for Recorded {
    type Kept = Value;
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
}

impl Kept for Value {
    const IS_NODE: bool = true;
    type Unheld = Unheld;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn unheld<A: Arithmetic, Os: OperandList<Terms: Together<Kept = Value>>>(
        operands: Os,
        places: Places,
    ) -> Unheld {
        Unheld::of::<A, Os>(operands, places)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn of<A: Arithmetic, Os: OperandList<Terms: Together<Kept = Value>>>(
        operands: Os,
        places: Places,
    ) -> Value {
        let room = Kind::<Os::Terms, A>::room(places.site);
        Value::holding(tape::with_room(
            room,
            places.caller,
            Some(places.site),
            |tape| {
                let tag = Kind::<Os::Terms, A>::tag(places);
                let operands = operands.read(Some(tape));
                let result = Kind::<Os::Terms, A>::record(tape, operands, places, tag);
                tape.hold_statement(result)
            },
        ))
    }

    #[inline]
    fn total<A: Arithmetic, Os: OperandList<Terms: Together<Kept = Value>>>(
        first: Option<&Value>,
        mut operands: impl ExactSizeIterator<Item = Os>,
        places: Places,
    ) -> Value {
        let count = operands.len();
        if let (Some(first), 0) = (first, count) {
            return first.clone();
        }
        if count == 0 {
            return Value::leaf(0.0, places.caller);
        }
        let room = Links::<row::Add, Os::Terms, A>::room(places.site, count);
        Value::holding(tape::with_room(room, places.caller, None, |tape| {
            let first = first.map(|first| tape.recorded(first.slot()));
            let first = first.or_else(|| {
                let term = operands.next()?.read(Some(tape));
                Some(one_by_one::<Os::Terms, A>(
                    tape,
                    &term,
                    places.site,
                    Some(places.caller),
                ))
            });
            let first = first.expect("there is a first term");
            let result = Links::<row::Add, Os::Terms, A>::total(tape, first, operands, places);
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
pub trait OnTape: Leaf<Kept: JoinsValue> {}

impl<L: Leaf<Kept: JoinsValue>> OnTape for L {}
