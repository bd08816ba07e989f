//! Loops of `grad!` that do nothing but add to one place: `for x in xs { sum += x * x; }`.

use crate::assignment::{Assign, Right, Update};
use crate::expression::{
    Assigned, Formula, Itself, Join, JoinsValue, Kind, Leaf, Links, OperandList, Places, Together,
};
use crate::operand::Participant;
use crate::operations::row;
use crate::tape::{self, Caller, NextRun, OpenChain, Recorded, Site};
use crate::value::Value;
use std::panic::Location;

/// The target of a loop whose only statement is one assigning operation.
#[derive(Debug)]
pub struct LoopPlace<'a, P: ?Sized> {
    place: &'a mut P,
    chain: OpenChain,
}

impl<'a, P: ?Sized> LoopPlace<'a, P> {
    /// Begins such a loop with its target.
    #[inline]
    pub(crate) fn new(target: &'a mut P) -> Self {
        LoopPlace {
            place: target,
            chain: OpenChain::NOT_BEGUN,
        }
    }
}

macro_rules! assigning_operators_in_loops {
    ($($name:ident $by_operand:ident $Row:ident;)*) => {$(
        /// The operator, with arithmetic on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $name<S: Formula, K: Right<Kept = K>, Os: OperandList<Terms: Together<Kept = K>>>(
            &mut self,
            site: &'static Site,
            here: Caller,
            operands: Os,
        ) where
            P: Assign<K>,
        {
            let places = Places::new(site, here, Location::caller());
            let Self { place, chain } = self;
            *chain = place.assign_in_loop::<row::$Row, S, Os>(*chain, operands, places);
        }

        /// The operator, with an operand on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $by_operand<K: Right, X: Participant<Leaf: Leaf<Assigned = K, Kept = K::Kept>> + ?Sized>(
            &mut self,
            site: &'static Site,
            here: Caller,
            operand: &X,
        ) where
            P: Assign<K>,
        {
            let places = Places::new(site, here, Location::caller());
            let Self { place, chain } = self;
            *chain = place.assign_in_loop::<row::$Row, Itself, _>(*chain, (operand, ()), places);
        }
    )*};
}

impl<P: ?Sized> LoopPlace<'_, P> {
    assigning_operators_in_loops! {
        add_assign add_assign_operand Add;
        sub_assign sub_assign_operand Sub;
    }
}

/// One more run; `chain` is what the run before has left.
#[inline(always)]
pub(crate) fn accumulate<
    O: Update,
    S: Formula,
    Os: OperandList<Terms: Together<Kept: JoinsValue>>,
>(
    target: &mut Value,
    chain: OpenChain,
    operands: Os,
    places: Places,
) -> OpenChain
where
    Value: Join<<Os::Terms as Together>::Kept, Output = Value>,
{
    match tape::with(|tape| Links::<O, Os::Terms, S>::next_run(tape, chain)) {
        NextRun::IntoTheExtension => {
            return tape::with(|tape| Links::<O, Os::Terms, S>::lengthen(tape, chain, operands));
        }
        NextRun::IntoANewExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, S>::extend(tape, target.slot(), chain, operands)
            });
        }
        NextRun::Elsewhere => {}
    }
    // What is given in one piece would be written to memory in every run, for the one in which it is needed.
    let Places {
        site,
        caller,
        elsewhere,
    } = places;
    if chain.is_begun() {
        run_after_a_break::<O, S, Os>(target, operands, site, caller, elsewhere)
    } else {
        first_run::<O, S, Os>(target, operands, site, caller, elsewhere)
    }
}

/// Begins a chain at once, for more runs will follow.
#[inline(never)]
fn first_run<O: Update, S: Formula, Os: OperandList<Terms: Together<Kept: JoinsValue>>>(
    target: &mut Value,
    operands: Os,
    site: &'static Site,
    caller: Caller,
    elsewhere: Option<Caller>,
) -> OpenChain
where
    Value: Join<<Os::Terms as Together>::Kept, Output = Value>,
{
    let places = Places {
        site,
        caller,
        elsewhere,
    };
    let room = Kind::<(Recorded, Os::Terms), Assigned<O, S>>::ROOM;
    target.advance(room, caller, site, |tape, slot| {
        Links::<O, Os::Terms, S>::record_link(tape, slot, operands, places)
    });
    tape::with(|tape| Links::<O, Os::Terms, S>::open_chain(tape, target.slot()))
}

/// Something else has been recorded since the run before: that will happen again, and each run is a statement of its
/// own.
#[cold]
#[inline(never)]
fn run_after_a_break<O: Update, S: Formula, Os: OperandList<Terms: Together<Kept: JoinsValue>>>(
    target: &mut Value,
    operands: Os,
    site: &'static Site,
    caller: Caller,
    elsewhere: Option<Caller>,
) -> OpenChain
where
    Value: Join<<Os::Terms as Together>::Kept, Output = Value>,
{
    let places = Places {
        site,
        caller,
        elsewhere,
    };
    let room = Kind::<(Recorded, Os::Terms), Assigned<O, S>>::ROOM;
    target.advance(room, caller, site, |tape, slot| {
        Links::<O, Os::Terms, S>::record(tape, slot, operands, places)
    });
    OpenChain::BROKEN
}
