//! Whole statements of `grad!`, evaluated as terms: what the macro writes as steps becomes a type, from which
//! the compiler writes the code that records the statement and the code that differentiates it.
//!
//! Between its operands and its result a statement takes the tape once and needs no handles and no nodes.

mod calls;
mod chain;
mod contributions;
mod join;
mod leaves;
mod literals;
mod operand_list;
mod operators;
mod power;
mod recording;
mod stored;
mod temporaries;
mod term;
mod unary;
mod unheld;

pub use calls::{
    Applied, AppliedLeaf, ByCall, Call, HasFunctions, InStatement, Made, Probe, ThroughPointer,
    WayForNumbers, WayForOthers, WayForPointers,
};
pub(crate) use chain::{Links, Target};
pub use contributions::Sink;
pub use join::{Join, Kept};
pub(crate) use leaves::made_by_a_call;
pub use leaves::{At, Leaf, OnTape};
pub use literals::{Literal, Whole};
pub use operand_list::{OperandList, Operands, Terms};
pub use recording::{JoinsValue, Places};
pub(crate) use recording::{record_statement, room, tag};
pub use stored::{Loader, Saver};
pub use temporaries::{Let, Temporary};
use term::pass_on;
pub use term::{NumberOf, Operator, Part, Recorder, TakingApart, Term};
pub use unary::Unary;
pub use unheld::Unheld;
