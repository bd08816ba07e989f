//! Statements: how one lies in nodes, what it is made of, and how its adjoint goes down.

pub(in crate::tape) mod adjoints;
pub(in crate::tape) mod by_rule;
pub(in crate::tape) mod chain;
pub(in crate::tape) mod expansion;
pub(in crate::tape) mod link;
pub(in crate::tape) mod nodes;
pub(in crate::tape) mod payload;
pub(in crate::tape) mod registry;
pub(in crate::tape) mod site;
pub(in crate::tape) mod statement;
pub(in crate::tape) mod sweep;
