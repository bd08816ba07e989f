//! The operands of an operation that is recorded.

use crate::operations::Known;
use crate::tape::memory::NodeRef;

/// An operand, as a node on the tape or a number.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A node on the tape.
    Node(NodeRef),
    /// A number.
    Number(f64),
    /// A whole number, which matters for exponents.
    Integer(i32),
    /// The same of another type of integers, as a number.
    Whole(f64),
}

impl Part {
    /// The node on the tape; there is one for nodes.
    pub(crate) fn node(self) -> NodeRef {
        match self {
            Part::Node(node) => node,
            Part::Number(_) | Part::Integer(_) | Part::Whole(_) => {
                unreachable!("a number is no node")
            }
        }
    }

    /// The same in a list of operations in which a node on the tape has this index.
    pub(crate) fn known(self, index: u32) -> Known {
        match self {
            Part::Node(node) => Known::Index(index, node.data()),
            Part::Number(number) => Known::Number(number),
            Part::Integer(number) => Known::Whole(f64::from(number)),
            Part::Whole(number) => Known::Whole(number),
        }
    }
}
