//! A node of a single operation.

use crate::operations::{Binary, Code, Parametric, Shape, Ternary, Unary};
use crate::source::SourceId;
use crate::tape::memory::halves::{pack, unpack};
use crate::tape::memory::node::TapeNode;
use crate::tape::memory::node_id::NodeId;
use crate::tape::memory::tag::Tag;

/// A node's operation with its operands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Operation {
    Leaf,
    Constant,
    /// A function, the number of its call among those of the tape.
    Call(u32),
    Unary(Unary, NodeId, Slope),
    Parametric(Parametric, NodeId, f64),
    Binary(Binary, NodeId, NodeId),
    BinaryWithNumber(Binary, NodeId, f64),
    BinaryOfNumber(Binary, f64, NodeId),
    Ternary(Ternary, [NodeId; 3]),
}

/// ∂y/∂x of a unary operation, computed when it was recorded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slope(pub(crate) f64);

impl TapeNode {
    #[inline(always)]
    pub(in crate::tape) fn new(data: f64, operation: Operation, source: SourceId) -> Self {
        let none = NodeId::NONE;
        let (code, first, rest) = match operation {
            Operation::Leaf => (Code::Leaf, none, 0),
            Operation::Constant => (Code::Constant, none, 0),
            Operation::Call(number) => (Code::Call, none, u64::from(number)),
            Operation::Unary(op, x, Slope(slope)) => (op.code(), x, slope.to_bits()),
            Operation::Parametric(op, x, c) => (op.code(), x, c.to_bits()),
            Operation::Binary(op, a, b) => (op.code(), a, u64::from(b.bits())),
            Operation::BinaryWithNumber(op, a, c) => (op.code_with_number(), a, c.to_bits()),
            Operation::BinaryOfNumber(op, c, b) => (op.code_of_number(), b, c.to_bits()),
            Operation::Ternary(op, [a, b, c]) => (op.code(), a, pack(b.bits(), c.bits())),
        };
        TapeNode {
            data,
            grad: 0.0,
            rest,
            first,
            tag: Tag::new(code, source.bits()),
        }
    }

    /// The operation, for nodes that hold a single one.
    pub(crate) fn operation(&self) -> Operation {
        match self.code().shape() {
            Shape::Leaf => Operation::Leaf,
            Shape::Constant => Operation::Constant,
            Shape::Call => Operation::Call(unpack(self.rest).0),
            Shape::Unary(op) => Operation::Unary(op, self.first, Slope(self.number())),
            Shape::Parametric(op) => Operation::Parametric(op, self.first, self.number()),
            Shape::Binary(op) => Operation::Binary(op, self.first, self.second()),
            Shape::BinaryWithNumber(op) => {
                Operation::BinaryWithNumber(op, self.first, self.number())
            }
            Shape::BinaryOfNumber(op) => Operation::BinaryOfNumber(op, self.number(), self.first),
            Shape::Ternary(op) => Operation::Ternary(op, [self.first, self.second(), self.third()]),
            Shape::Statement | Shape::Extension => {
                unreachable!("statements are expanded before anyone looks at them")
            }
        }
    }

    /// Calls `visit` with every operand that is a node, for nodes that hold a single operation of the table.
    #[inline]
    pub(crate) fn each_operand(&self, mut visit: impl FnMut(NodeId)) {
        match self.operation() {
            Operation::Leaf | Operation::Constant | Operation::Call(_) => {}
            Operation::Unary(_, x, _)
            | Operation::Parametric(_, x, _)
            | Operation::BinaryWithNumber(_, x, _)
            | Operation::BinaryOfNumber(_, _, x) => visit(x),
            Operation::Binary(_, a, b) => {
                visit(a);
                visit(b);
            }
            Operation::Ternary(_, operands) => operands.into_iter().for_each(visit),
        }
    }

    /// The same node with every operand replaced by `moved(operand)`, for nodes that hold a single operation.
    pub(in crate::tape) fn with_operands(&self, moved: impl Fn(NodeId) -> NodeId) -> Self {
        let operation = match self.operation() {
            Operation::Leaf | Operation::Constant | Operation::Call(_) => return *self,
            Operation::Unary(op, x, slope) => Operation::Unary(op, moved(x), slope),
            Operation::Parametric(op, x, c) => Operation::Parametric(op, moved(x), c),
            Operation::Binary(op, a, b) => Operation::Binary(op, moved(a), moved(b)),
            Operation::BinaryWithNumber(op, a, c) => Operation::BinaryWithNumber(op, moved(a), c),
            Operation::BinaryOfNumber(op, c, b) => Operation::BinaryOfNumber(op, c, moved(b)),
            Operation::Ternary(op, operands) => Operation::Ternary(op, operands.map(moved)),
        };
        TapeNode {
            grad: self.grad,
            tag: self.tag,
            ..TapeNode::new(self.data, operation, self.source())
        }
    }
}
