//! The shape of an operation: the kinds of its operands.

/// A [`Code`](super::Code), unpacked: which operation on which kinds of operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Leaf,
    Constant,
    /// A function with a derivative of its own, on any number of nodes.
    Call,
    Statement,
    Extension,
    /// One node.
    Unary(super::Unary),
    /// One node and its number.
    Parametric(super::Parametric),
    /// Two nodes.
    Binary(super::Binary),
    /// A node on the left, a plain number on the right.
    BinaryWithNumber(super::Binary),
    /// A plain number on the left, a node on the right.
    BinaryOfNumber(super::Binary),
    /// Three nodes.
    Ternary(super::Ternary),
}

impl Shape {
    /// How many operands are nodes.
    #[inline]
    pub(crate) const fn operands(self) -> u8 {
        match self {
            Shape::Leaf | Shape::Constant | Shape::Call | Shape::Statement | Shape::Extension => 0,
            Shape::Unary(_)
            | Shape::Parametric(_)
            | Shape::BinaryWithNumber(_)
            | Shape::BinaryOfNumber(_) => 1,
            Shape::Binary(_) => 2,
            Shape::Ternary(_) => 3,
        }
    }
}
