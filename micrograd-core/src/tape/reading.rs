//! Reading: the tape as those see it who look at it, one elementary operation after the other.

pub(in crate::tape) mod call_details;
pub(in crate::tape) mod elementary_copy;
pub(in crate::tape) mod expansion;
pub(in crate::tape) mod region;
