//! Recording the operations of a list.

use crate::operations::{Elementary, Shape};
use crate::source::Caller;
use crate::tape::memory::{NodeId, NodeRef, Operation, Slope};
use crate::tape::state::Tape;

impl Tape {
    /// Records an operation of a list; `id` says where its operands are.
    pub(crate) fn push_elementary(
        &mut self,
        elementary: &Elementary,
        id: impl Fn(&Tape, u32) -> NodeId,
        caller: Caller,
    ) -> NodeRef {
        let operand = |k: usize| id(self, elementary.operands()[k]);
        let number = elementary.number;
        let operation = match elementary.code.shape() {
            Shape::Leaf => Operation::Leaf,
            Shape::Constant => Operation::Constant,
            Shape::Unary(op) => Operation::Unary(op, operand(0), Slope(number)),
            Shape::Parametric(op) => Operation::Parametric(op, operand(0), number),
            Shape::Binary(op) => Operation::Binary(op, operand(0), operand(1)),
            Shape::BinaryWithNumber(op) => Operation::BinaryWithNumber(op, operand(0), number),
            Shape::BinaryOfNumber(op) => Operation::BinaryOfNumber(op, number, operand(0)),
            Shape::Ternary(op) => Operation::Ternary(op, [0, 1, 2].map(operand)),
            Shape::Call | Shape::Statement | Shape::Extension => {
                unreachable!("a list holds single operations")
            }
        };
        let source = self.sources.id(caller);
        self.push(elementary.data, operation, source)
    }
}
