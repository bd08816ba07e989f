//! The tape of a thread: what there is on it, and how that comes and goes.

pub(in crate::tape) mod calls;
pub(in crate::tape) mod calls_on_tape;
pub(in crate::tape) mod compaction;
pub(in crate::tape) mod editing;
pub(in crate::tape) mod edits;
pub(in crate::tape) mod handles;
pub(in crate::tape) mod leaves;
pub(in crate::tape) mod names;
pub(in crate::tape) mod observer;
pub(in crate::tape) mod operands;
pub(in crate::tape) mod popping;
pub(in crate::tape) mod reach;
pub(in crate::tape) mod tape;
pub(in crate::tape) mod thread;
pub(in crate::tape) mod usage;

pub(in crate::tape) use calls::{Arguments, Call, Details, RecordedCall};
pub(in crate::tape) use editing::EditedLeaf;
pub(in crate::tape) use handles::entry::HandleId;
pub(in crate::tape) use operands::each_operand;
pub(in crate::tape) use reach::Reach;
pub(in crate::tape) use tape::Tape;
pub(in crate::tape) use thread::with;
