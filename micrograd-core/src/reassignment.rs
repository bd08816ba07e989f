//! A variable of `grad!` that becomes the result of arithmetic on itself: `x = r * x * (1 - x)` and `x += x * y`.
//!
//! It takes part as the first operand of one statement, and keeps its handle.

use crate::assignment::Place;
use crate::expression::{At, Kept, OperandList, Places, Target, Term, record_statement, room, tag};
use crate::operand::Participant;
use crate::tape::{Advanced, Caller, Site};
use crate::value::Value;
use std::panic::Location;

/// What can be computed from what it was.
pub trait Reassign: Participant {
    /// What arithmetic on it gives.
    type Result: Kept;

    /// Becomes what `build` makes of it and the operands.
    fn reassign<Os: OperandList, E: Term<Kept = Self::Result>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce((At<0, Self::Leaf>, Os::Terms)) -> E,
    );
}

impl Reassign for Value {
    type Result = Value;

    #[inline(always)]
    fn reassign<Os: OperandList, E: Term<Kept = Value>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce((Target, Os::Terms)) -> E,
    ) {
        let room = room::<(Target, Os::Terms), E>();
        self.advance(room, places.caller, |tape, slot| {
            let tag = tag::<(Target, Os::Terms), E>(places);
            let terms = (At::new(tape.recorded(slot)), operands.read(Some(tape)));
            Advanced::NewPlace(record_statement(tape, terms, build(terms), places, tag))
        });
    }
}

impl Reassign for f64 {
    type Result = f64;

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

impl<P: Reassign + ?Sized> Reassign for &mut P {
    type Result = P::Result;

    #[inline(always)]
    fn reassign<Os: OperandList, E: Term<Kept = P::Result>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce((At<0, P::Leaf>, Os::Terms)) -> E,
    ) {
        P::reassign(self, operands, places, build);
    }
}

impl<P: Reassign> Place<'_, P> {
    /// `=`, where the variable itself is of the result's type.
    #[inline(always)]
    #[track_caller]
    pub fn replace<Os: OperandList, E: Term<Kept = P>>(
        self,
        site: &'static Site,
        here: Caller,
        operands: Os,
        build: impl FnOnce((At<0, P::Leaf>, Os::Terms)) -> E,
    ) where
        P: Reassign<Result = P> + Kept,
    {
        self.update(site, here, operands, build);
    }

    /// An assigning operator, where the variable may be a reference.
    #[inline(always)]
    #[track_caller]
    pub fn update<Os: OperandList, E: Term<Kept = P::Result>>(
        self,
        site: &'static Site,
        here: Caller,
        operands: Os,
        build: impl FnOnce((At<0, P::Leaf>, Os::Terms)) -> E,
    ) {
        let places = Places::new(site, here, Location::caller());
        self.0.reassign(operands, places, build);
    }
}
