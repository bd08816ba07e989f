//! Reading the tape as elementary operations, one after the other.

mod call_details;
mod expansion;
mod listing;
mod region;

pub(crate) use call_details::{Ask, NumbersOnly, ask_calls};
pub(crate) use listing::{Entry, Listing};
pub(crate) use region::Region;
