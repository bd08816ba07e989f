//! KnownStatements: how one lies in nodes, what it is made of, and how its adjoint goes down.

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

pub(in crate::tape) use adjoints::Sweep;
pub(in crate::tape) use expansion::{elementary, elsewhere, expand_statement};
pub(in crate::tape) use link::{LinkLayout, NewExtension, NewLink};
pub(in crate::tape) use nodes::{NewStatement, NodesOfStatement};
pub(in crate::tape) use payload::{Layout, Payload, PayloadMut};
pub(in crate::tape) use registry::KnownStatements;
pub(in crate::tape) use site::Site;
pub(in crate::tape) use statement::Form;
pub(in crate::tape) use sweep::{sweep, sweep_down_to, sweep_one};
