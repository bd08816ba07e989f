//! Recording: what goes onto the tape, for which there is room.

pub(in crate::tape) mod calls;
pub(in crate::tape) mod chains;
pub(in crate::tape) mod elementary;
pub(in crate::tape) mod open_chain;
pub(in crate::tape) mod operations;
pub(in crate::tape) mod part;
