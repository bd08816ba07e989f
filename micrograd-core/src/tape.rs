//! The tape: one growing list of nodes per thread, in the order of recording.
//!
//! Operands always lie below their users, so one downward loop visits every user before its
//! operands: no sort, no recursion. What no handle can reach goes away by itself: the top of the
//! tape at once, what is caught below a held node when the tape runs full.

mod memory;
mod reading;
mod recording;
mod state;
mod statements;
mod sweep;

pub(crate) use crate::source::Caller;
pub(crate) use memory::bits::Rank;
pub(crate) use memory::node::Node;
pub(crate) use memory::node::operation::Operation;
pub use memory::node_id::NodeId;
pub(crate) use memory::partials::partials;
pub use memory::recorded::Recorded;
pub(crate) use memory::tag::Tag;
pub use memory::unchecked::expanded::Expanded;
pub(crate) use reading::call_details::{Ask, NumbersOnly, ask_calls};
pub(crate) use reading::elementary_copy::ElementaryCopy;
pub(crate) use reading::region::Region;
pub(crate) use recording::open_chain::NextRun;
pub use recording::open_chain::OpenChain;
pub(crate) use recording::operations::Advanced;
pub use recording::part::Part;
pub(crate) use state::calls::{Arguments, Call};
pub(crate) use state::editing::EditedLeaf;
pub(crate) use state::handles::slot::SlotId;
pub(crate) use state::tape::Observer;
pub(crate) use state::tape::Tape;
pub(crate) use state::thread::{make_room, make_room_for_leaves, release, with, with_room};
pub use state::usage::TapeUsage;
pub use statements::adjoints::Sweep;
pub(crate) use statements::adjoints::Swept;
pub(crate) use statements::link::{LinkLayout, NewExtension, NewLink};
pub(crate) use statements::nodes::NewStatement;
pub(crate) use statements::payload::Layout;
pub use statements::payload::{Payload, PayloadMut};
pub(crate) use statements::registry::Statements;
pub use statements::site::Site;
pub(crate) use statements::statement::{Form, Statement};
pub(crate) use sweep::calls::{backward, backward_step};
