//! A variable of `grad!` that becomes the result of arithmetic on itself: `x = r * x * (1 - x)` and `x += x * y`.
//!
//! It takes part as the first operand of one statement, and keeps its handle.

use crate::assignment::Place;
use crate::expression::{At, OperandList, Places, Target, Term, record_statement, room, tag};
use crate::operand::Participant;
use crate::tape::{Advanced, Caller, Site};
use crate::value::Value;
use std::panic::Location;

/// What arithmetic on itself can be assigned to by an operator.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be assigned to with this on the right",
    label = "this would have to become a `Value`",
    note = "a number that values are added to starts as one: `let mut sum = Value::new(0.0);`"
)]
pub trait Reassign<K>: Participant {
    /// Becomes what `build` makes of it and the operands.
    fn reassign<Os: OperandList, E: Term<Kept = K>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce((At<0, Self::Leaf>, Os::Terms)) -> E,
    );
}

/// What arithmetic on itself can be assigned to.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become the result of this",
    label = "the result is of another type",
    note = "arithmetic with a `Value` gives a `Value`; what a reference points to is changed by `*x = …`"
)]
pub trait Replace<K>: Reassign<K> {}

impl Replace<Value> for Value {}
impl Replace<f64> for f64 {}

/// Nothing is computed as this. Had a number one impl only, rustc would take it for granted, and complain about what is
/// computed instead of the number.
impl Replace<()> for f64 {}

impl Reassign<()> for f64 {
    fn reassign<Os: OperandList, E: Term<Kept = ()>>(
        &mut self,
        _: Os,
        _: Places,
        _: impl FnOnce((At<0, f64>, Os::Terms)) -> E,
    ) {
        unreachable!("no term becomes this")
    }
}

impl Reassign<Value> for Value {
    #[inline(always)]
    fn reassign<Os: OperandList, E: Term<Kept = Value>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce((Target, Os::Terms)) -> E,
    ) {
        let room = room::<(Target, Os::Terms), E>();
        self.advance(room, places.caller, places.site, |tape, slot| {
            let tag = tag::<(Target, Os::Terms), E>(places);
            let terms = (At::new(tape.recorded(slot)), operands.read(Some(tape)));
            let result = record_statement(tape, terms, build(terms), places, tag);
            Advanced::NewPlace(result.id())
        });
    }
}

impl Reassign<f64> for f64 {
    #[inline(always)]
    fn reassign<Os: OperandList, E: Term<Kept = f64>>(
        &mut self,
        operands: Os,
        _: Places,
        build: impl FnOnce((At<0, f64>, Os::Terms)) -> E,
    ) {
        *self = build((At::new(*self), operands.read(None))).number();
    }
}

impl<P: Reassign<K> + ?Sized, K> Reassign<K> for &mut P {
    #[inline(always)]
    fn reassign<Os: OperandList, E: Term<Kept = K>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce((At<0, P::Leaf>, Os::Terms)) -> E,
    ) {
        P::reassign(self, operands, places, build);
    }
}

impl<P> Place<'_, P> {
    /// `=`, where the variable itself is of the result's type.
    #[inline(always)]
    #[track_caller]
    pub fn replace<Os: OperandList, E: Term>(
        self,
        site: &'static Site,
        here: Caller,
        operands: Os,
        build: impl FnOnce((At<0, P::Leaf>, Os::Terms)) -> E,
    ) where
        P: Participant + Replace<E::Kept>,
    {
        self.update(site, here, operands, build);
    }

    /// An assigning operator, where the variable may be a reference.
    #[inline(always)]
    #[track_caller]
    pub fn update<Os: OperandList, E: Term>(
        self,
        site: &'static Site,
        here: Caller,
        operands: Os,
        build: impl FnOnce((At<0, P::Leaf>, Os::Terms)) -> E,
    ) where
        P: Participant + Reassign<E::Kept>,
    {
        let places = Places::new(site, here, Location::caller());
        self.0.reassign(operands, places, build);
    }
}
