//! A loop that adds to a value, one run after the other.

use super::Value;
use crate::expression::{Arithmetic, Assigned, CallSite, Kind, Links, OperandList};
use crate::operations::BinaryRow;
use crate::tape::{self, Caller, NextRun, NodeRef, OpenChain, Site};

/// One more run; `chain` is what the run before has left.
#[inline(always)]
pub(crate) fn accumulate<O: BinaryRow, A: Arithmetic, Os: OperandList>(
    target: &mut Value,
    chain: OpenChain,
    operands: Os,
    at: CallSite,
) -> OpenChain {
    let site = at.site;
    match tape::with(|tape| Links::<O, Os::Terms, A>::next_run(tape, chain)) {
        NextRun::IntoTheExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, A>::lengthen(tape, site, chain, operands)
            });
        }
        NextRun::IntoANewExtension => {
            return tape::with(|tape| {
                Links::<O, Os::Terms, A>::extend(tape, site, target.handle(), chain, operands)
            });
        }
        NextRun::Elsewhere => {}
    }
    // What is given in one piece would be written to memory in every run, for the one in which it is needed.
    let CallSite {
        caller,
        caller_site,
        ..
    } = at;
    if chain.is_begun() {
        run_after_a_break::<O, A, Os>(target, operands, site, caller, caller_site)
    } else {
        first_run::<O, A, Os>(target, operands, site, caller, caller_site)
    }
}

/// Begins a chain at once, for more runs will follow.
#[inline(never)]
fn first_run<O: BinaryRow, A: Arithmetic, Os: OperandList>(
    target: &mut Value,
    operands: Os,
    site: &'static Site,
    caller: Caller,
    caller_site: Option<Caller>,
) -> OpenChain {
    let at = CallSite {
        site,
        caller,
        caller_site,
    };
    let room = Kind::<(NodeRef, Os::Terms), Assigned<O, A>>::room(at.site);
    target.rebind(room, caller, site, |tape, handle| {
        Links::<O, Os::Terms, A>::record_link(tape, handle, operands, at)
    });
    tape::with(|tape| Links::<O, Os::Terms, A>::open_chain(tape, target.handle()))
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
    caller_site: Option<Caller>,
) -> OpenChain {
    let at = CallSite {
        site,
        caller,
        caller_site,
    };
    let room = Kind::<(NodeRef, Os::Terms), Assigned<O, A>>::room(at.site);
    target.rebind(room, caller, site, |tape, handle| {
        Links::<O, Os::Terms, A>::record(tape, handle, operands, at)
    });
    OpenChain::BROKEN
}
