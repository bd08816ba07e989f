//! The tape of a thread: what there is on it, and how that comes and goes.

pub(in crate::tape) mod calls;
pub(in crate::tape) mod calls_on_tape;
pub(in crate::tape) mod editing;
pub(in crate::tape) mod edits;
pub(in crate::tape) mod handles;
pub(in crate::tape) mod leaves;
pub(in crate::tape) mod names;
pub(in crate::tape) mod observer;
pub(in crate::tape) mod operands;
pub(in crate::tape) mod popping;
pub(in crate::tape) mod reach;
pub(in crate::tape) mod squeeze;
pub(in crate::tape) mod tape;
pub(in crate::tape) mod thread;
pub(in crate::tape) mod usage;
