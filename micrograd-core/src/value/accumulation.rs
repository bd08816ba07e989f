//! A loop that adds to a value, one run after the other.

use super::Value;
use crate::expression::{Assigned, Formula, Kind, Links, OperandList, Places};
use crate::operations::BinaryRow;
use crate::tape::{self, Caller, NextRun, OpenChain, Recorded, Site};

/// One more run; `chain` is what the run before has left.
#[inline(always)]
pub(crate) fn accumulate<O: BinaryRow, S: Formula, Os: OperandList>(
    target: &mut Value,
    chain: OpenChain,
    operands: Os,
    places: Places,
) -> OpenChain {
    match tape::with(|tape| Links::<O, Os::Terms, S>::next_run(tape, chain)) {
        NextRun::IntoTheExtension => {
            return tape::with(|tape| Links::<O, Os::Terms, S>::lengthen(tape, chain, operands));
        }
        NextRun::IntoANewExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, S>::extend(tape, target.handle(), chain, operands)
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
fn first_run<O: BinaryRow, S: Formula, Os: OperandList>(
    target: &mut Value,
    operands: Os,
    site: &'static Site,
    caller: Caller,
    elsewhere: Option<Caller>,
) -> OpenChain {
    let places = Places {
        site,
        caller,
        elsewhere,
    };
    let room = Kind::<(Recorded, Os::Terms), Assigned<O, S>>::ROOM;
    target.rebind(room, caller, site, |tape, handle| {
        Links::<O, Os::Terms, S>::record_link(tape, handle, operands, places)
    });
    tape::with(|tape| Links::<O, Os::Terms, S>::open_chain(tape, target.handle()))
}

/// Something else has been recorded since the run before: that will happen again, and each run is a statement of its
/// own.
#[cold]
#[inline(never)]
fn run_after_a_break<O: BinaryRow, S: Formula, Os: OperandList>(
    target: &mut Value,
    operands: Os,
    site: &'static Site,
    caller: Caller,
    elsewhere: Option<Caller>,
) -> OpenChain {
    let places = Places {
        site,
        caller,
        elsewhere,
    };
    let room = Kind::<(Recorded, Os::Terms), Assigned<O, S>>::ROOM;
    target.rebind(room, caller, site, |tape, handle| {
        Links::<O, Os::Terms, S>::record(tape, handle, operands, places)
    });
    OpenChain::BROKEN
}
