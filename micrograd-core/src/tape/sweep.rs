//! The reverse sweep of a thread's tape.

mod backward;
mod calls;

pub(crate) use calls::{backward, backward_step};
