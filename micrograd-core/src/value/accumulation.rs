//! A loop that adds to a value, one run after the other.

use super::Value;
use crate::expression::{Arithmetic, Assigned, Kind, Links, OperandList, Places};
use crate::operations::BinaryRow;
use crate::tape::{self, Caller, NextRun, OpenChain, Recorded, Site};

/// One more run; `chain` is what the run before has left.
#[inline(always)]
pub(crate) fn accumulate<O: BinaryRow, A: Arithmetic, Os: OperandList>(
    target: &mut Value,
    chain: OpenChain,
    operands: Os,
    places: Places,
) -> OpenChain {
    let site = places.site;
    match tape::with(|tape| Links::<O, Os::Terms, A>::next_run(tape, site, chain)) {
        NextRun::IntoTheExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, A>::lengthen(tape, site, chain, operands)
            });
        }
        NextRun::IntoANewExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, A>::extend(tape, site, target.slot(), chain, operands)
            });
        }
        NextRun::Elsewhere => {}
    }
    // What is given in one piece would be written to memory in every run, for the one in which it is needed.
    let Places {
        caller, elsewhere, ..
    } = places;
    if chain.is_begun() {
        run_after_a_break::<O, A, Os>(target, operands, site, caller, elsewhere)
    } else {
        first_run::<O, A, Os>(target, operands, site, caller, elsewhere)
    }
}

/// Begins a chain at once, for more runs will follow.
#[inline(never)]
fn first_run<O: BinaryRow, A: Arithmetic, Os: OperandList>(
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
    let room = Kind::<(Recorded, Os::Terms), Assigned<O, A>>::room(places.site);
    target.advance(room, caller, site, |tape, slot| {
        Links::<O, Os::Terms, A>::record_link(tape, slot, operands, places)
    });
    tape::with(|tape| Links::<O, Os::Terms, A>::open_chain(tape, site, target.slot()))
}

/// Something else has been recorded since the run before: that will happen again, and each run is a statement of its
/// own.
#[cold]
#[inline(never)]
fn run_after_a_break<O: BinaryRow, A: Arithmetic, Os: OperandList>(
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
    let room = Kind::<(Recorded, Os::Terms), Assigned<O, A>>::room(places.site);
    target.advance(room, caller, site, |tape, slot| {
        Links::<O, Os::Terms, A>::record(tape, slot, operands, places)
    });
    OpenChain::BROKEN
}
