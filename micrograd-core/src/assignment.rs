//! The assigning operators of `grad!`: `+= -= *= /= %= **=`.

mod assigned_to;
mod loop_assignee;
mod reassignment;

pub use assigned_to::AssignedTo;
pub use loop_assignee::LoopAssignee;
pub use reassignment::{InPlaceOf, Reassign, ReassignedTo, Replace};

use crate::expression::{
    Arithmetic, Assigned, CallSite, Integer, Itself, Join, Kind, Links, OperandList, OperandTerm,
    Participant, Right, Terms, Together, Update, value_of,
};
use crate::operations::row;
use crate::sealed::Sealed;
use crate::tape::{Caller, Expanded, NodeRef, OpenChain, Site};
use crate::value::{JoinsValue, Value, accumulate};
use std::panic::Location;

/// The target of an assigning operator.
#[derive(Debug)]
pub struct Assignee<'a, P: ?Sized>(pub(crate) &'a mut P);

/// Begins `x = f(x)`, which changes x itself: a reference is no `Value`.
#[inline]
pub fn assignee<P: ?Sized>(target: &mut P) -> Assignee<'_, P> {
    Assignee(target)
}

/// Begins an assigning operation with its target. A method, so that it finds what a reference points to.
pub trait ToAssignee {
    /// The target of one operation.
    #[inline]
    fn __assignee(&mut self) -> Assignee<'_, Self> {
        Assignee(self)
    }

    /// The target of a loop that only adds to it.
    #[inline]
    fn __loop_assignee(&mut self) -> LoopAssignee<'_, Self> {
        LoopAssignee::new(self)
    }
}

impl<P: ?Sized> ToAssignee for P {}

/// What an assigning operator may change, with a term of some kind on the right.
pub trait Assign<K: Right>: Sealed {
    /// Changes the assignee by what the formula makes of the operands.
    #[track_caller]
    fn assign<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = <K as Right>::Computed>>,
    >(
        &mut self,
        operands: Os,
        at: CallSite,
    );

    /// The same as the only statement of a loop; `chain` is what the run before has left.
    #[inline(always)]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = <K as Right>::Computed>>,
    >(
        &mut self,
        chain: OpenChain,
        operands: Os,
        at: CallSite,
    ) -> OpenChain {
        self.assign::<O, A, Os>(operands, at);
        chain
    }
}

/// What an integer is changed by. A trait, so that a `Value` on the right is told what `Assign` says.
pub trait WholeOperand: Right<Computed = f64> {}

impl WholeOperand for i32 {}

macro_rules! assigning_operators {
    ($($name:ident $by_operand:ident $Row:ident;)*) => {$(
        /// The operator, with arithmetic on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $name<S: Expanded<Arithmetic: Arithmetic>, K: AssignedTo<P, Computed = K>, Os: OperandList<Terms: Together<Computed = K>>>(
            self,
            site: &'static Site,
            operands: Os,
        ) {
            let at = CallSite::new(site, S::Arithmetic::here(site), Location::caller());
            K::assign::<row::$Row, S::Arithmetic, Os>(self.0, operands, at);
        }

        /// The operator, with an operand on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $by_operand<K: AssignedTo<P>, X: Participant<Term: OperandTerm<Assigned = K, Computed = K::Computed>> + ?Sized>(
            self,
            site: &'static Site,
            here: Caller,
            operand: &X,
        ) {
            let at = CallSite::new(site, here, Location::caller());
            K::assign::<row::$Row, Itself, _>(self.0, (operand, ()), at);
        }
    )*};
}

impl<P: ?Sized> Assignee<'_, P> {
    assigning_operators! {
        add_assign add_assign_operand Add;
        sub_assign sub_assign_operand Sub;
        mul_assign mul_assign_operand Mul;
        div_assign div_assign_operand Div;
        rem_assign rem_assign_operand Rem;
        pow_assign pow_assign_operand Pow;
    }
}

/// A value takes part as the first operand of its statement, and becomes the result.
#[diagnostic::do_not_recommend]
impl<K: Right<Computed: JoinsValue>> Assign<K> for Value
where
    Value: Join<K::Computed, Output = Value>,
{
    #[inline(always)]
    fn assign<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = K::Computed>>,
    >(
        &mut self,
        operands: Os,
        at: CallSite,
    ) {
        let room = Kind::<(NodeRef, Os::Terms), Assigned<O, A>>::room(at.site);
        self.rebind(room, at.caller, at.site, |tape, handle| {
            Links::<O, Os::Terms, A>::record(tape, handle, operands, at)
        });
    }

    #[inline(always)]
    fn assign_in_loop<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = K::Computed>>,
    >(
        &mut self,
        chain: OpenChain,
        operands: Os,
        at: CallSite,
    ) -> OpenChain {
        if Links::<O, Os::Terms, A>::ARE_LINKS {
            return accumulate::<O, A, Os>(self, chain, operands, at);
        }
        <Value as Assign<K>>::assign::<O, A, Os>(self, operands, at);
        chain
    }
}

/// Only numbers, named one by one: so a `Value` on the right is told what `Assign` says above.
macro_rules! numbers {
    ($($K:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Assign<$K> for f64 {
            #[inline(always)]
            fn assign<O: Update, A: Arithmetic, Os: OperandList<Terms: Together<Computed = f64>>>(
                &mut self,
                operands: Os,
                at: CallSite,
            )
            {
                let operands = (*self, operands.read(None));
                *self = value_of::<Assigned<O, A>, _>(&operands, at.site);
            }
        }
    )*};
}

numbers! { f64, i32 }

#[diagnostic::do_not_recommend]
impl<P: Assign<K> + ?Sized, K: Right> Assign<K> for &mut P {
    #[inline(always)]
    #[track_caller]
    fn assign<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = <K as Right>::Computed>>,
    >(
        &mut self,
        operands: Os,
        at: CallSite,
    ) {
        P::assign::<O, A, Os>(self, operands, at);
    }

    #[inline(always)]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = <K as Right>::Computed>>,
    >(
        &mut self,
        chain: OpenChain,
        operands: Os,
        at: CallSite,
    ) -> OpenChain {
        P::assign_in_loop::<O, A, Os>(self, chain, operands, at)
    }
}

/// Counters: `k += 1` stays what it is in Rust.
macro_rules! integers {
    ($($Integer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<K: WholeOperand> Assign<K> for $Integer {
            #[inline(always)]
            #[track_caller]
            fn assign<O: Update, A: Arithmetic, Os: OperandList<Terms: Together<Computed = <K as Right>::Computed>>>(
                &mut self,
                operands: Os,
                _: CallSite,
            )
            {
                let right = operands.read(None).integer().expect("an integer is the only operand");
                let operand = Self::literal(right);
                let exponent = u32::try_from(right).ok();
                let result = operand.and_then(|operand| O::integer(*self, operand, exponent));
                match result {
                    Some(result) => *self = result,
                    None => panic!(
                        "{self} {sign}= {right}: the result is no `{Integer}`",
                        sign = O::SIGN,
                        Integer = Self::NAME,
                    ),
                }
            }
        }
    )*};
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }
