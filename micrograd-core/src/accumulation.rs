//! Loops of `grad!` that do nothing but add to one place: `for x in xs { sum += x * x; }`.

use crate::assignment::{Assign, Right, Update};
use crate::expression::{Join, JoinsValue, Links, OperandList, Places, Target, Term, room};
use crate::operations::row;
use crate::tape::{self, Caller, NextRun, OpenChain, Site};
use crate::value::Value;
use std::panic::Location;

/// The target of a loop whose only statement is one assigning operation.
#[derive(Debug)]
pub struct LoopPlace<'a, P: ?Sized> {
    place: &'a mut P,
    chain: OpenChain,
}

/// Begins such a loop with its target.
#[inline]
pub fn loop_place<P: ?Sized>(target: &mut P) -> LoopPlace<'_, P> {
    LoopPlace {
        place: target,
        chain: OpenChain::NOT_BEGUN,
    }
}

macro_rules! assigning_operators_in_loops {
    ($($name:ident $Row:ident;)*) => {$(
        /// The operator.
        #[inline(always)]
        #[track_caller]
        pub fn $name<K, Os: OperandList, E: Term<Assigned = K, Kept = <K as Right>::Kept>>(
            &mut self,
            site: &'static Site,
            here: Caller,
            operands: Os,
            build: impl FnOnce(Os::Terms) -> E,
        ) where
            P: Assign<K>,
            K: Right,
        {
            let caller = Location::caller();
            let places = Places::new(site, here, caller);
            let Self { place, chain } = self;
            *chain = place.assign_in_loop::<row::$Row, Os, E>(*chain, operands, places, build);
        }
    )*};
}

impl<P: ?Sized> LoopPlace<'_, P> {
    assigning_operators_in_loops! {
        add_assign Add;
        sub_assign Sub;
    }
}

/// One more run; `chain` is what the run before has left.
#[inline(always)]
pub(crate) fn accumulate<O: Update, Os: OperandList, E: Term<Kept: JoinsValue>>(
    target: &mut Value,
    chain: OpenChain,
    operands: Os,
    places: Places,
    build: impl FnOnce(Os::Terms) -> E,
) -> OpenChain
where
    Value: Join<E::Kept, Output = Value>,
{
    match tape::with(|tape| Links::<O, Os::Terms, E>::next_run(tape, chain)) {
        NextRun::IntoTheExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, E>::lengthen(tape, chain, operands, build)
            });
        }
        NextRun::IntoANewExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, E>::extend(tape, target.slot(), chain, operands, build)
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
        run_after_a_break::<O, Os, E>(target, operands, site, caller, elsewhere, build)
    } else {
        first_run::<O, Os, E>(target, operands, site, caller, elsewhere, build)
    }
}

/// Begins a chain at once, for more runs will follow.
#[inline(never)]
fn first_run<O: Update, Os: OperandList, E: Term<Kept: JoinsValue>>(
    target: &mut Value,
    operands: Os,
    site: &'static Site,
    caller: Caller,
    elsewhere: Option<Caller>,
    build: impl FnOnce(Os::Terms) -> E,
) -> OpenChain
where
    Value: Join<E::Kept, Output = Value>,
{
    let places = Places {
        site,
        caller,
        elsewhere,
    };
    let room = room::<(Target, Os::Terms), O::Term<Target, E>>();
    target.advance(room, caller, site, |tape, slot| {
        Links::<O, Os::Terms, E>::record_link(tape, slot, operands, build, places)
    });
    tape::with(|tape| Links::<O, Os::Terms, E>::open_chain(tape, target.slot()))
}

/// Something else has been recorded since the run before: that will happen again, and each run is a statement of its
/// own.
#[cold]
#[inline(never)]
fn run_after_a_break<O: Update, Os: OperandList, E: Term<Kept: JoinsValue>>(
    target: &mut Value,
    operands: Os,
    site: &'static Site,
    caller: Caller,
    elsewhere: Option<Caller>,
    build: impl FnOnce(Os::Terms) -> E,
) -> OpenChain
where
    Value: Join<E::Kept, Output = Value>,
{
    let places = Places {
        site,
        caller,
        elsewhere,
    };
    let room = room::<(Target, Os::Terms), O::Term<Target, E>>();
    target.advance(room, caller, site, |tape, slot| {
        Links::<O, Os::Terms, E>::record(tape, slot, operands, build, places)
    });
    OpenChain::BROKEN
}
