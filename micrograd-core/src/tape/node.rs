//! One node of the tape: 24 bytes, and 8 for its gradient.

use super::edits::SettingTime;
use super::node_id::NodeId;
use super::statement::StatementId;
use super::tag::Tag;
use crate::operations::{Binary, Code, Parametric, Shape, Ternary, Unary};
use crate::source::SourceId;
use std::mem::offset_of;

/// A node: its data, its gradient, and the operation with the operands that made it.
///
/// A whole statement of `grad!` is one node too, or a few: what does not fit into the last one, which holds
/// its result, lies in the extensions right below it.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(32))]
pub(crate) struct Node {
    pub(crate) data: f64,
    /// What a leaf has accumulated, or an operation's adjoint in the last sweep that reached it.
    pub(crate) grad: f64,
    /// By shape: the slope, the plain number, one or two further operands, or the time at which a leaf's data was last set.
    rest: u64,
    first: NodeId,
    tag: Tag,
}

const _: () = assert!(
    size_of::<Node>() == 32,
    "a node takes 24 bytes besides its gradient"
);

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

impl Node {
    pub(super) const PLACES_ARE_IN_A_ROW: bool =
        offset_of!(Node, grad) == 8 && offset_of!(Node, rest) == 16;

    #[inline(always)]
    pub(super) fn new(data: f64, operation: Operation, source: SourceId) -> Self {
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
        Node {
            data,
            grad: 0.0,
            rest,
            first,
            tag: Tag::new(code, source.bits()),
        }
    }

    /// A leaf whose data is set when the tape ends here.
    #[inline(always)]
    pub(super) fn leaf(data: f64, source: SourceId, time: SettingTime, end: NodeId) -> Self {
        Node {
            data,
            grad: 0.0,
            rest: time.bits(),
            first: end,
            tag: Tag::new(Code::Leaf, source.bits()),
        }
    }

    /// A leaf that has not been made.
    pub(super) fn no_leaf() -> Self {
        let time = SettingTime::from_bits(0);
        Node::leaf(0.0, SourceId::UNKNOWN, time, NodeId::NONE)
    }

    /// The last node of a statement, without its payload; a handle will hold it.
    #[inline(always)]
    pub(super) fn statement(data: f64, tag: Tag) -> Self {
        Node {
            data,
            grad: 0.0,
            rest: 0,
            first: NodeId::NONE,
            tag,
        }
    }

    /// The result of a chain: what it began with, how often its statement was run, and where, if not each
    /// operation at its own place.
    #[inline(always)]
    pub(super) fn chain(data: f64, first: NodeId, count: u32, elsewhere: u32, tag: Tag) -> Self {
        Node {
            data,
            grad: 0.0,
            rest: pack(count, elsewhere),
            first,
            tag,
        }
    }

    /// How often the statement of a chain was run.
    #[inline(always)]
    pub(super) fn chain_len(&self) -> usize {
        unpack(self.rest).0 as usize
    }

    /// One run more, with a new result.
    #[inline(always)]
    pub(super) fn lengthen(&mut self, data: f64) {
        self.data = data;
        self.rest += 1;
    }

    /// The result of a chain becomes room for further runs.
    #[inline(always)]
    pub(super) fn become_extension(&mut self) {
        self.tag = Tag::new(Code::Extension, 0);
    }

    /// Where the operations of a chain were recorded, if not each at its own place; else unknown.
    #[inline(always)]
    pub(super) fn chain_source(&self) -> SourceId {
        SourceId::from_bits(unpack(self.rest).1)
    }

    /// More room for a payload.
    #[inline(always)]
    pub(super) fn extension() -> Self {
        Node {
            data: 0.0,
            grad: 0.0,
            rest: 0,
            first: NodeId::NONE,
            tag: Tag::new(Code::Extension, 0),
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

    #[inline(always)]
    pub(super) fn first(&self) -> NodeId {
        self.first
    }

    /// The second operand, for shapes that have one.
    #[inline(always)]
    pub(super) fn second(&self) -> NodeId {
        NodeId::from_bits(unpack(self.rest).0)
    }

    /// The third operand, for shapes that have one.
    #[inline(always)]
    pub(super) fn third(&self) -> NodeId {
        NodeId::from_bits(unpack(self.rest).1)
    }

    /// The slope or the plain number, for shapes that have one.
    #[inline(always)]
    pub(super) fn number(&self) -> f64 {
        f64::from_bits(self.rest)
    }

    #[inline(always)]
    pub(crate) fn code(&self) -> Code {
        self.tag.code()
    }

    /// Where it was written; a statement knows that itself.
    pub(crate) fn source(&self) -> SourceId {
        SourceId::from_bits(self.tag.upper())
    }

    pub(super) fn set_source(&mut self, source: SourceId) {
        self.tag = self.tag.with_upper(source.bits());
    }

    /// Whether it is the result of a statement or of a chain.
    #[inline(always)]
    pub(super) fn is_statement(&self) -> bool {
        self.tag.is_of_statement()
    }

    /// Whether it was made by an operation that it holds by itself, or by none.
    pub(super) fn is_single(&self) -> bool {
        !self.is_statement() && self.code() != Code::Extension
    }

    #[inline(always)]
    pub(crate) fn tag(&self) -> Tag {
        self.tag
    }

    /// Which statement it is the result of, where the code says so.
    #[inline(always)]
    pub(super) fn statement_id(&self) -> StatementId {
        StatementId::from_bits(self.tag.upper())
    }

    pub(super) fn set_statement(&mut self, statement: StatementId) {
        self.tag = self.tag.with_upper(statement.bits());
    }

    /// Whether some handle holds an operation.
    #[inline(always)]
    pub(super) fn is_held(&self) -> bool {
        self.tag.is_held()
    }

    #[inline(always)]
    pub(super) fn set_held(&mut self, is_held: bool) {
        self.tag.set_held(is_held);
    }

    /// Whether a walk has found a leaf: the mark that operations have for handles is free in it.
    pub(super) fn is_found(&self) -> bool {
        debug_assert!(self.is_leaf());
        self.tag.is_held()
    }

    pub(super) fn set_found(&mut self, is_found: bool) {
        debug_assert!(self.is_leaf());
        self.tag.set_held(is_found);
    }

    pub(crate) fn is_leaf(&self) -> bool {
        self.code() == Code::Leaf
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
    pub(super) fn with_operands(&self, moved: impl Fn(NodeId) -> NodeId) -> Self {
        let operation = match self.operation() {
            Operation::Leaf | Operation::Constant | Operation::Call(_) => return *self,
            Operation::Unary(op, x, slope) => Operation::Unary(op, moved(x), slope),
            Operation::Parametric(op, x, c) => Operation::Parametric(op, moved(x), c),
            Operation::Binary(op, a, b) => Operation::Binary(op, moved(a), moved(b)),
            Operation::BinaryWithNumber(op, a, c) => Operation::BinaryWithNumber(op, moved(a), c),
            Operation::BinaryOfNumber(op, c, b) => Operation::BinaryOfNumber(op, c, moved(b)),
            Operation::Ternary(op, operands) => Operation::Ternary(op, operands.map(moved)),
        };
        Node {
            grad: self.grad,
            tag: self.tag,
            ..Node::new(self.data, operation, self.source())
        }
    }

    /// The number of the call that made it, if one did.
    pub(super) fn call(&self) -> Option<u32> {
        (self.code() == Code::Call).then(|| unpack(self.rest).0)
    }

    /// The call has another number.
    pub(super) fn set_call(&mut self, number: u32) {
        self.rest = u64::from(number);
    }

    /// When a leaf's data was last set, and where the tape ended then.
    pub(super) fn last_setting(&self) -> (SettingTime, NodeId) {
        debug_assert!(self.is_leaf());
        (SettingTime::from_bits(self.rest), self.first)
    }

    /// Operations have moved.
    pub(super) fn move_setting(&mut self, moved: impl Fn(NodeId) -> NodeId) {
        self.first = moved(self.first);
    }

    #[inline(always)]
    pub(super) fn set(&mut self, data: f64, time: SettingTime, end: NodeId) {
        debug_assert!(self.is_leaf());
        (self.data, self.rest, self.first) = (data, time.bits(), end);
    }

    /// One of the three places for 8 bytes that an extension has; the last one is free in a statement's
    /// result too.
    #[inline(always)]
    pub(super) fn pair(&self, place: usize) -> u64 {
        match place {
            0 => self.data.to_bits(),
            1 => self.grad.to_bits(),
            _ => self.rest,
        }
    }

    #[inline(always)]
    pub(super) fn set_pair(&mut self, place: usize, bits: u64) {
        match place {
            0 => self.data = f64::from_bits(bits),
            1 => self.grad = f64::from_bits(bits),
            _ => self.rest = bits,
        }
    }

    /// The place for an operand that every node of a statement has.
    #[inline(always)]
    pub(super) fn set_first(&mut self, operand: NodeId) {
        self.first = operand;
    }
}

#[inline]
pub(super) fn pack(low: u32, high: u32) -> u64 {
    u64::from(low) | (u64::from(high) << 32)
}

#[inline]
#[allow(clippy::cast_possible_truncation)] // Both halves are wanted.
pub(super) fn unpack(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}
