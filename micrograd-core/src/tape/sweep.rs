//! The reverse sweep of a thread's tape.

pub(in crate::tape) mod backward;
pub(in crate::tape) mod calls;
