//! The tape of a thread: what is on it, and how it is freed.

mod calls;
mod calls_on_tape;
mod compaction;
mod editing;
mod edits;
mod handles;
mod leaves;
mod names;
mod observer;
mod operands;
mod popping;
mod reach;
mod tape;
mod thread;
mod usage;

pub(crate) use calls::{Arguments, Call};
pub(in crate::tape) use calls::{Details, RecordedCall};
pub(crate) use editing::EditedLeaf;
pub(crate) use handles::entry::{Entry, HandleId};
pub(in crate::tape) use operands::each_operand;
pub(in crate::tape) use reach::Reach;
pub(crate) use tape::{Observer, Tape};
pub(crate) use thread::{lend, make_room, make_room_for_leaves, release, with, with_room};
pub use usage::TapeUsage;
