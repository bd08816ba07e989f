//! A variable of `grad!` that becomes the result of arithmetic on itself: `x = r * x * (1 - x)` and `x += x * y`.
//!
//! The variable is the first operand of one statement, and keeps its handle.

use super::Assignee;
use crate::expression::{Arithmetic, CallSite, Kind, OperandList, Participant, Together, value_of};
use crate::tape::{Expanded, NodeRef, Rebound, Site};
use crate::value::Value;
use std::panic::Location;

/// What arithmetic on itself can be assigned to by an operator.
pub trait Reassign<K>: Participant {
    /// Becomes what the formula makes of it and the operands.
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, operands: Os, at: CallSite)
    where
        (Self::Term, Os::Terms): Together<Computed = K>;
}

/// What arithmetic on itself can be assigned to.
pub trait Replace<K>: Reassign<K> {}

/// What arithmetic on an assignee gives, if an assigning operator may put it there. Asked of the result, as `AssignedTo` is of
/// the right-hand side.
#[diagnostic::on_unimplemented(
    message = "`{P}` cannot be assigned to with this on the right",
    label = "this would have to become a `{Self}`",
    note = "what values are added to starts as one: `let mut sum: Value = 0;`, over `T: Scalar` as `let mut sum: T = 0;`",
    note = "an integer is assigned to by `n += 1`, or `n = (n + m) as usize`"
)]
pub trait ReassignedTo<P> {
    /// [`Reassign::reassign`]
    fn reassign<A: Arithmetic, Os: OperandList>(assignee: &mut P, operands: Os, at: CallSite)
    where
        P: Participant,
        (P::Term, Os::Terms): Together<Computed = Self>;
}

#[diagnostic::do_not_recommend]
impl<K, P: Reassign<K>> ReassignedTo<P> for K {
    #[inline(always)]
    fn reassign<A: Arithmetic, Os: OperandList>(assignee: &mut P, operands: Os, at: CallSite)
    where
        (P::Term, Os::Terms): Together<Computed = K>,
    {
        P::reassign::<A, Os>(assignee, operands, at);
    }
}

/// What arithmetic on a variable gives, if it may replace it.
#[diagnostic::on_unimplemented(
    message = "`{P}` cannot become the result of this",
    label = "the result is of another type",
    note = "arithmetic with a `Value` gives a `Value`; what a reference points to is changed by `*x = …`",
    note = "an integer is assigned to by `n += 1`, or `n = (n + m) as usize`"
)]
pub trait InPlaceOf<P>: ReassignedTo<P> {}

#[diagnostic::do_not_recommend]
impl<K, P: Replace<K>> InPlaceOf<P> for K {}

impl Replace<Value> for Value {}
impl Replace<f64> for f64 {}

impl Reassign<Value> for Value {
    #[inline(always)]
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, operands: Os, at: CallSite)
    where
        (NodeRef, Os::Terms): Together<Computed = Value>,
    {
        type Statement<Os, A> = Kind<(NodeRef, <Os as OperandList>::Terms), A>;
        let room = Statement::<Os, A>::room(at.site);
        self.rebind(room, at.caller, at.site, |tape, handle| {
            let tag = Statement::<Os, A>::tag(at);
            let operands = (tape.node_ref(handle), operands.read(Some(tape)));
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

impl<P> Assignee<'_, P> {
    /// `=`, where the variable itself is of the result's type.
    #[inline(always)]
    #[track_caller]
    pub fn replace<S: Expanded<Arithmetic: Arithmetic>, K: InPlaceOf<P>, Os: OperandList>(
        self,
        site: &'static Site,
        operands: Os,
    ) where
        P: Participant,
        (P::Term, Os::Terms): Together<Computed = K>,
    {
        self.update::<S, K, Os>(site, operands);
    }

    /// An assigning operator, where the variable may be a reference.
    #[inline(always)]
    #[track_caller]
    pub fn update<S: Expanded<Arithmetic: Arithmetic>, K: ReassignedTo<P>, Os: OperandList>(
        self,
        site: &'static Site,
        operands: Os,
    ) where
        P: Participant,
        (P::Term, Os::Terms): Together<Computed = K>,
    {
        let at = CallSite::new(site, S::Arithmetic::here(site), Location::caller());
        K::reassign::<S::Arithmetic, Os>(self.0, operands, at);
    }
}
