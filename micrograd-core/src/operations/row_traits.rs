//! What a row is to code that knows it when it is compiled.

use super::Number;

/// What kind of numbers the partials of a binary operation are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialsAre {
    /// Constants, whatever the operands are.
    Constant,
    /// 1/b and −y/b, which may overflow where a product with them does not.
    Quotients,
    /// Anything else.
    Others,
}

/// An operation of one operand.
#[allow(missing_docs)] // The table says what they are.
pub trait UnaryRow: Copy {
    const OP: super::Unary;
    fn value<N: Number>(x: N) -> N;
    /// ∂y/∂x
    fn slope<N: Number>(x: N, y: N) -> N;
}

/// An operation of one operand and one plain number.
#[allow(missing_docs)] // The table says what they are.
pub trait ParametricRow: Copy {
    const OP: super::Parametric;
    fn value<N: Number>(x: N, c: f64) -> N;
    /// ∂y/∂x
    fn slope<N: Number>(x: N, c: f64, y: N) -> N;
}

/// An operation of two operands, one of which may be a plain number.
#[allow(missing_docs)] // The table says what they are.
pub trait BinaryRow: Copy {
    const OP: super::Binary;
    /// What kind of numbers the partials are.
    const PARTIALS: PartialsAre = PartialsAre::Others;
    fn value<N: Number>(a: N, b: N) -> N;
    /// ∂y/∂a
    fn left_partial<N: Number>(a: N, b: N, y: N) -> N;
    /// ∂y/∂b
    fn right_partial<N: Number>(a: N, b: N, y: N) -> N;
}

/// An operation of three operands.
#[allow(missing_docs)] // The table says what they are.
pub trait TernaryRow: Copy {
    const OP: super::Ternary;
    fn value<N: Number>(a: N, b: N, c: N) -> N;
    /// ∂y/∂a, ∂y/∂b, ∂y/∂c
    fn partials<N: Number>(a: N, b: N, c: N) -> [N; 3];
}

/// What is to be done with a node, given its row; nothing for nodes without one.
pub(crate) trait RowVisitor {
    /// One node.
    fn unary<R: UnaryRow>(self);
    /// One node and its number.
    fn parametric<R: ParametricRow>(self);
    /// Two nodes.
    fn binary<R: BinaryRow>(self);
    /// A node on the left, a plain number on the right.
    fn binary_with_number<R: BinaryRow>(self);
    /// A plain number on the left, a node on the right.
    fn binary_of_number<R: BinaryRow>(self);
    /// Three nodes.
    fn ternary<R: TernaryRow>(self);
}
