//! A variable of `grad!` that becomes the result of arithmetic on itself: `x = r * x * (1 - x)` and `x += x * y`.
//!
//! It takes part as the first operand of one statement, and keeps its handle.

use super::Place;
use crate::expression::{Arithmetic, CallSite, Kind, OperandList, Participant, Together, value_of};
use crate::tape::{Expanded, Rebound, Recorded, Site};
use crate::value::Value;
use std::panic::Location;

/// What arithmetic on itself can be assigned to by an operator.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be assigned to with this on the right",
    label = "this would have to become a `Value`",
    note = "a number that values are added to starts as one: `let mut sum = Value::new(0.0);`"
)]
pub trait Reassign<K>: Participant {
    /// Becomes what the formula makes of it and the operands.
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, operands: Os, at: CallSite)
    where
        (Self::Term, Os::Terms): Together<Computed = K>;
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
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, _: Os, _: CallSite)
    where
        (f64, Os::Terms): Together<Computed = ()>,
    {
        unreachable!("nothing is computed as this")
    }
}

impl Reassign<Value> for Value {
    #[inline(always)]
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, operands: Os, at: CallSite)
    where
        (Recorded, Os::Terms): Together<Computed = Value>,
    {
        type Statement<Os, A> = Kind<(Recorded, <Os as OperandList>::Terms), A>;
        let room = Statement::<Os, A>::room(at.site);
        self.rebind(room, at.caller, at.site, |tape, handle| {
            let tag = Statement::<Os, A>::tag(at);
            let operands = (tape.recorded(handle), operands.read(Some(tape)));
            let result = Statement::<Os, A>::record(tape, operands, at, tag);
            Rebound::NewPlace(result.id())
        });
    }
}

impl Reassign<f64> for f64 {
    #[inline(always)]
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, operands: Os, at: CallSite)
    where
        (f64, Os::Terms): Together<Computed = f64>,
    {
        *self = value_of::<A, _>(&(*self, operands.read(None)), at.site);
    }
}

impl<P: Reassign<K> + ?Sized, K> Reassign<K> for &mut P {
    #[inline(always)]
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, operands: Os, at: CallSite)
    where
        (P::Term, Os::Terms): Together<Computed = K>,
    {
        P::reassign::<A, Os>(self, operands, at);
    }
}

impl<P> Place<'_, P> {
    /// `=`, where the variable itself is of the result's type.
    #[inline(always)]
    #[track_caller]
    pub fn replace<S: Expanded<Arithmetic: Arithmetic>, K, Os: OperandList>(
        self,
        site: &'static Site,
        operands: Os,
    ) where
        P: Participant + Replace<K>,
        (P::Term, Os::Terms): Together<Computed = K>,
    {
        self.update::<S, K, Os>(site, operands);
    }

    /// An assigning operator, where the variable may be a reference.
    #[inline(always)]
    #[track_caller]
    pub fn update<S: Expanded<Arithmetic: Arithmetic>, K, Os: OperandList>(
        self,
        site: &'static Site,
        operands: Os,
    ) where
        P: Participant + Reassign<K>,
        (P::Term, Os::Terms): Together<Computed = K>,
    {
        let at = CallSite::new(site, S::Arithmetic::here(site), Location::caller());
        self.0.reassign::<S::Arithmetic, Os>(operands, at);
    }
}
