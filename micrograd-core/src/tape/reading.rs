//! Reading: the tape as those see it who look at it, one elementary operation after the other.

pub(in crate::tape) mod call_details;
pub(in crate::tape) mod expansion;
pub(in crate::tape) mod listing;
pub(in crate::tape) mod region;

pub(in crate::tape) use call_details::{Ask, ask_calls};
