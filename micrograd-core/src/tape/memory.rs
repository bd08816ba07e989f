//! The tape's memory: nodes and how they are reached. It has all unsafe code.

pub(in crate::tape) mod bits;
pub(in crate::tape) mod halves;
pub(in crate::tape) mod node;
pub(in crate::tape) mod node_id;
pub(in crate::tape) mod node_table;
pub(in crate::tape) mod partials;
pub(in crate::tape) mod place_id;
pub(in crate::tape) mod recorded;
pub(in crate::tape) mod setting_time;
pub(in crate::tape) mod statement_id;
pub(in crate::tape) mod tag;
pub(in crate::tape) mod top;
pub(in crate::tape) mod unchecked;
