//! Recording: what goes onto the tape. The caller has made room.

mod calls;
mod chains;
mod elementary;
mod open_chain;
mod operations;
mod part;
mod rows;

pub(crate) use open_chain::NextRun;
pub use open_chain::OpenChain;
pub(crate) use operations::Rebound;
pub use part::Part;
