//! Statements: how one lies in nodes, what it is made of, and how its adjoint goes down.

mod adjoints;
mod by_rule;
mod chain;
mod expansion;
mod form;
mod link;
mod lookup;
mod payload;
mod registry;
mod rows;
mod site;
mod statement;
mod sweep;

pub use adjoints::Sweep;
pub(crate) use adjoints::Swept;
pub(in crate::tape) use expansion::{caller_site, elementary, expand_statement};
pub(crate) use form::Form;
pub(crate) use link::{LinkLayout, NewExtension, NewLink};
pub(crate) use payload::{Layout, NodesOfStatement};
pub use payload::{Payload, PayloadMut};
pub(crate) use rows::Rows;
pub use site::Site;
pub(crate) use statement::{KnownStatements, StatementKind};
pub(in crate::tape) use sweep::{sweep, sweep_down_to, sweep_one};
