//! Loops of `grad!` that only add to one assignee: `for x in xs { sum += x * x; }`.

use super::AssignedTo;
use crate::expression::{
    Arithmetic, CallSite, Itself, OperandList, OperandTerm, Participant, Together,
};
use crate::operations::row;
use crate::tape::{Caller, Expanded, OpenChain, Site};
use std::panic::Location;

/// The target of a loop whose only statement is one assigning operation.
#[derive(Debug)]
pub struct LoopAssignee<'a, P: ?Sized> {
    assignee: &'a mut P,
    chain: OpenChain,
}

impl<'a, P: ?Sized> LoopAssignee<'a, P> {
    /// Begins such a loop with its target.
    #[inline]
    pub(crate) fn new(target: &'a mut P) -> Self {
        LoopAssignee {
            assignee: target,
            chain: OpenChain::NOT_BEGUN,
        }
    }
}

macro_rules! assigning_operators_in_loops {
    ($($name:ident $by_operand:ident $Row:ident;)*) => {$(
        /// The operator, with arithmetic on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $name<S: Expanded<Arithmetic: Arithmetic>, K: AssignedTo<P, Computed = K>, Os: OperandList<Terms: Together<Computed = K>>>(
            &mut self,
            site: &'static Site,
            operands: Os,
        ) {
            let at = CallSite::new(site, S::Arithmetic::here(site), Location::caller());
            let Self { assignee, chain } = self;
            *chain = K::assign_in_loop::<row::$Row, S::Arithmetic, Os>(assignee, *chain, operands, at);
        }

        /// The operator, with an operand on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $by_operand<K: AssignedTo<P>, X: Participant<Term: OperandTerm<Assigned = K, Computed = K::Computed>> + ?Sized>(
            &mut self,
            site: &'static Site,
            here: Caller,
            operand: &X,
        ) {
            let at = CallSite::new(site, here, Location::caller());
            let Self { assignee, chain } = self;
            *chain = K::assign_in_loop::<row::$Row, Itself, _>(assignee, *chain, (operand, ()), at);
        }
    )*};
}

impl<P: ?Sized> LoopAssignee<'_, P> {
    assigning_operators_in_loops! {
        add_assign add_assign_operand Add;
        sub_assign sub_assign_operand Sub;
    }
}
