//! What a node is, in four bytes.

use super::statement::StatementId;
use super::unchecked::code_of;
use crate::operations::Code;

/// The code of a node, a mark if some handle holds it, and above them its source or its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag(pub(super) u32);

impl Tag {
    /// No code is as large.
    const HELD: u32 = 1 << 7;

    #[inline(always)]
    pub(super) fn new(code: Code, upper: u32) -> Self {
        Tag(code as u32 | (upper << 8))
    }

    /// Of a statement's result, which a handle will hold. The mark is there from the beginning: a processor
    /// stalls on a part of a word that has just been written.
    pub(super) fn of_statement(statement: StatementId) -> Self {
        Tag(Tag::new(Code::Statement, statement.bits()).0 | Self::HELD)
    }

    /// Of a chain, which a handle will hold.
    pub(super) fn of_chain(statement: StatementId) -> Self {
        Tag(Tag::new(Code::Chain, statement.bits()).0 | Self::HELD)
    }

    /// The same of a node that no handle will hold.
    #[inline(always)]
    pub(crate) fn without_handle(self) -> Self {
        Tag(self.0 & !Self::HELD)
    }

    #[inline(always)]
    pub(super) fn code(self) -> Code {
        code_of(self.0 & !Self::HELD)
    }

    /// Whether it is that of a statement or a chain, whose codes are the last ones.
    #[inline(always)]
    pub(super) fn is_of_statement(self) -> bool {
        self.0 & (Self::HELD - 1) >= Code::Statement as u32
    }

    #[inline(always)]
    pub(super) fn is_held(self) -> bool {
        self.0 & Self::HELD != 0
    }

    #[inline(always)]
    pub(super) fn set_held(&mut self, is_held: bool) {
        if is_held {
            self.0 |= Self::HELD;
        } else {
            self.0 &= !Self::HELD;
        }
    }

    #[inline(always)]
    pub(super) fn upper(self) -> u32 {
        self.0 >> 8
    }

    pub(super) fn with_upper(self, upper: u32) -> Self {
        Tag((self.0 & 0xff) | (upper << 8))
    }
}
