//! The tape's memory: nodes and how they are reached. All unsafe code is in its folder `unchecked`.

mod bits;
mod end;
mod halves;
mod node;
mod node_id;
mod node_ref;
mod node_table;
mod setting_time;
mod statement_id;
mod tag;
mod unchecked;
mod word_id;

pub(in crate::tape) use bits::Bits;
pub(crate) use bits::Rank;
pub(in crate::tape) use halves::{pack, unpack};
pub(in crate::tape) use node::TapeNode;
pub(in crate::tape) use node::operation::{Operation, Slope};
pub use node_id::NodeId;
pub use node_ref::NodeRef;
pub(in crate::tape) use node_table::Table;
pub(in crate::tape) use setting_time::SettingTime;
pub(in crate::tape) use statement_id::StatementId;
pub(crate) use tag::Tag;
pub(in crate::tape) use unchecked::cells::Cells;
pub use unchecked::expanded::Expanded;
pub(in crate::tape) use unchecked::list::{Unchecked, mapped};
pub(in crate::tape) use unchecked::one_at_a_time::{Lent, OneAtATime};
pub(in crate::tape) use unchecked::reached::Reached;
pub(in crate::tape) use unchecked::two_sided::TwoSided;
pub(in crate::tape) use word_id::WordId;
