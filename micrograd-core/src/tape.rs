//! The tape: one growing list of nodes per thread, in the order of recording.
//!
//! Operands always lie below their users, so one downward loop visits every user before its operands: no sort, no
//! recursion. What no handle can reach is freed: at the top of the tape at once, below a held node when the tape is
//! full.

mod memory;
mod reading;
mod recording;
mod state;
mod statements;
mod sweep;

pub(crate) use crate::source::Caller;
pub use memory::{Expanded, NodeId, NodeRef};
pub(crate) use memory::{Rank, Tag};
pub(crate) use reading::{Ask, Entry, Listing, NumbersOnly, Region, ask_calls};
pub(crate) use recording::{NextRun, Rebound};
pub use recording::{OpenChain, Part};
pub use state::TapeUsage;
pub(crate) use state::{
    Arguments, Call, EditedLeaf, HandleId, Observer, Tape, lend, make_room, make_room_for_leaves,
    release, with, with_room,
};
pub(crate) use statements::{
    Form, KnownStatements, Layout, LinkLayout, NewExtension, NewLink, Rows, StatementKind, Swept,
};
pub use statements::{Payload, PayloadMut, Site, Sweep};
pub(crate) use sweep::{backward, backward_step};
