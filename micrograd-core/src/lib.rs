//! A scalar that remembers how it was computed.

mod graph;
mod macros;
#[doc(hidden)]
#[path = "macro_support.rs"]
pub mod __macro_support;
mod operand;
mod operations;
mod source;
mod tape;
mod value;

pub use graph::{Graph, Node, NodeOperand};
pub use operand::Operand;
pub use operations::Op;
pub use source::Source;
pub use value::Value;
