//! One node of the tape: 24 bytes, and 8 for its gradient.

pub(in crate::tape) mod operation;

use super::halves::{pack, unpack};
use super::node_id::NodeId;
use super::setting_time::SettingTime;
use super::statement_id::StatementId;
use super::tag::Tag;
use crate::operations::Code;
use crate::source::SourceId;
use std::mem::offset_of;

/// A node: its data, its gradient, and the operation with the operands that made it.
///
/// A whole statement of `grad!` is one node too, or a few: what does not fit into the last one, which holds
/// its result, lies in the extensions right below it.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(32))]
pub(crate) struct TapeNode {
    pub(crate) data: f64,
    /// What a leaf has accumulated, or an operation's adjoint in the last sweep that reached it.
    pub(crate) grad: f64,
    /// By shape: the slope, the plain number, one or two further operands, or the time at which a leaf's data was last set.
    rest: u64,
    pub(in crate::tape::memory) first: NodeId,
    pub(in crate::tape::memory) tag: Tag,
}

const _: () = assert!(NodeId::SCALE as usize * size_of::<u64>() == size_of::<TapeNode>());

const _: () = assert!(
    size_of::<TapeNode>() == 32,
    "a node takes 24 bytes besides its gradient"
);

impl TapeNode {
    pub(in crate::tape) const WORDS_ARE_IN_A_ROW: bool =
        offset_of!(TapeNode, grad) == 8 && offset_of!(TapeNode, rest) == 16;

    /// A leaf whose data is set when the tape ends here.
    #[inline(always)]
    pub(in crate::tape) fn leaf(
        data: f64,
        source: SourceId,
        time: SettingTime,
        end: NodeId,
    ) -> Self {
        TapeNode {
            data,
            grad: 0.0,
            rest: time.bits(),
            first: end,
            tag: Tag::new(Code::Leaf, source.bits()),
        }
    }

    /// A leaf that has not been made.
    pub(in crate::tape) fn no_leaf() -> Self {
        let time = SettingTime::from_bits(0);
        TapeNode::leaf(0.0, SourceId::UNKNOWN, time, NodeId::NONE)
    }

    /// The result of a chain: what it began with, how often its statement was run, and where, if not each
    /// operation at its own position.
    #[inline(always)]
    pub(in crate::tape) fn chain(
        data: f64,
        first: NodeId,
        count: u32,
        caller_site: u32,
        tag: Tag,
    ) -> Self {
        TapeNode {
            data,
            grad: 0.0,
            rest: pack(count, caller_site),
            first,
            tag,
        }
    }

    /// How often the statement of a chain was run.
    #[inline(always)]
    pub(in crate::tape) fn chain_len(&self) -> usize {
        unpack(self.rest).0 as usize
    }

    /// One run more, with a new result.
    #[inline(always)]
    pub(in crate::tape) fn lengthen(&mut self, data: f64) {
        self.data = data;
        self.rest += 1;
    }

    /// The result of a chain becomes room for further runs.
    #[inline(always)]
    pub(in crate::tape) fn become_extension(&mut self) {
        self.tag = Tag::EXTENSION;
    }

    /// Where the operations of a chain were recorded, if not each at its own position; else unknown.
    #[inline(always)]
    pub(in crate::tape) fn chain_source(&self) -> SourceId {
        SourceId::from_bits(unpack(self.rest).1)
    }

    /// More room for a payload.
    #[inline(always)]
    pub(in crate::tape) const fn extension() -> Self {
        TapeNode {
            data: 0.0,
            grad: 0.0,
            rest: 0,
            first: NodeId::NONE,
            tag: Tag::EXTENSION,
        }
    }

    #[inline(always)]
    pub(in crate::tape) fn first(&self) -> NodeId {
        self.first
    }

    /// The second operand, for shapes that have one.
    #[inline(always)]
    pub(in crate::tape) fn second(&self) -> NodeId {
        NodeId::from_bits(unpack(self.rest).0)
    }

    /// The third operand, for shapes that have one.
    #[inline(always)]
    pub(in crate::tape) fn third(&self) -> NodeId {
        NodeId::from_bits(unpack(self.rest).1)
    }

    /// The slope or the plain number, for shapes that have one.
    #[inline(always)]
    pub(in crate::tape) fn number(&self) -> f64 {
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

    pub(in crate::tape) fn set_source(&mut self, source: SourceId) {
        self.tag = self.tag.with_upper(source.bits());
    }

    /// Whether it is the result of a statement or of a chain.
    #[inline(always)]
    pub(crate) fn is_statement(&self) -> bool {
        self.tag.is_of_statement()
    }

    /// Whether it was made by an operation that it holds by itself, or by none.
    pub(in crate::tape) fn is_single(&self) -> bool {
        !self.is_statement() && self.code() != Code::Extension
    }

    #[inline(always)]
    pub(crate) fn tag(&self) -> Tag {
        self.tag
    }

    /// Which statement it is the result of, where the code says so.
    #[inline(always)]
    pub(in crate::tape) fn statement_id(&self) -> StatementId {
        StatementId::from_bits(self.tag.upper())
    }

    pub(in crate::tape) fn set_statement(&mut self, statement: StatementId) {
        self.tag = self.tag.with_upper(statement.bits());
    }

    /// Whether some handle holds an operation.
    #[inline(always)]
    pub(in crate::tape) fn is_held(&self) -> bool {
        self.tag.is_held()
    }

    #[inline(always)]
    pub(in crate::tape) fn set_held(&mut self, is_held: bool) {
        self.tag.set_held(is_held);
    }

    /// Whether a walk has found a leaf: the mark that operations have for handles is free in it.
    pub(in crate::tape) fn is_found(&self) -> bool {
        debug_assert!(self.is_leaf());
        self.tag.is_held()
    }

    pub(in crate::tape) fn set_found(&mut self, is_found: bool) {
        debug_assert!(self.is_leaf());
        self.tag.set_held(is_found);
    }

    pub(crate) fn is_leaf(&self) -> bool {
        self.code() == Code::Leaf
    }

    /// The number of the call that made it, if one did.
    pub(in crate::tape) fn call(&self) -> Option<u32> {
        (self.code() == Code::Call).then(|| unpack(self.rest).0)
    }

    /// The call has another number.
    pub(in crate::tape) fn set_call(&mut self, number: u32) {
        self.rest = u64::from(number);
    }

    /// When a leaf's data was last set, and where the tape ended then.
    pub(in crate::tape) fn last_setting(&self) -> (SettingTime, NodeId) {
        debug_assert!(self.is_leaf());
        (SettingTime::from_bits(self.rest), self.first)
    }

    /// Operations have moved.
    pub(in crate::tape) fn move_setting(&mut self, moved: impl Fn(NodeId) -> NodeId) {
        self.first = moved(self.first);
    }

    #[inline(always)]
    pub(in crate::tape) fn set(&mut self, data: f64, time: SettingTime, end: NodeId) {
        debug_assert!(self.is_leaf());
        (self.data, self.rest, self.first) = (data, time.bits(), end);
    }

    /// One of the three words that an extension has; the last one is free in a statement's
    /// result too.
    #[inline(always)]
    pub(in crate::tape) fn pair(&self, word: usize) -> u64 {
        match word {
            0 => self.data.to_bits(),
            1 => self.grad.to_bits(),
            _ => self.rest,
        }
    }

    #[inline(always)]
    pub(in crate::tape) fn set_pair(&mut self, word: usize, bits: u64) {
        match word {
            0 => self.data = f64::from_bits(bits),
            1 => self.grad = f64::from_bits(bits),
            _ => self.rest = bits,
        }
    }
}
