//! The tape's memory: nodes and how they are reached. It has all unsafe code.

pub(in crate::tape) mod bits;
pub(in crate::tape) mod end;
pub(in crate::tape) mod halves;
pub(in crate::tape) mod node;
pub(in crate::tape) mod node_id;
pub(in crate::tape) mod node_table;
pub(in crate::tape) mod recorded;
pub(in crate::tape) mod setting_time;
pub(in crate::tape) mod statement_id;
pub(in crate::tape) mod tag;
pub(in crate::tape) mod unchecked;
pub(in crate::tape) mod word_id;

pub(in crate::tape) use bits::{Bits, Rank};
pub(in crate::tape) use halves::{pack, unpack};
pub(in crate::tape) use node::Node;
pub(in crate::tape) use node::operation::{Operation, Slope};
pub(in crate::tape) use node_id::NodeId;
pub(in crate::tape) use node_table::Table;
pub(in crate::tape) use recorded::Recorded;
pub(in crate::tape) use setting_time::SettingTime;
pub(in crate::tape) use statement_id::StatementId;
pub(in crate::tape) use tag::Tag;
pub(in crate::tape) use unchecked::cells::Cells;
pub(in crate::tape) use unchecked::expanded::Expanded;
pub(in crate::tape) use unchecked::list::{Unchecked, mapped};
pub(in crate::tape) use unchecked::one_at_a_time::OneAtATime;
pub(in crate::tape) use unchecked::reached::Reached;
pub(in crate::tape) use unchecked::two_sided::TwoSided;
pub(in crate::tape) use word_id::WordId;
