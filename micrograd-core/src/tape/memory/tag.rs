//! What a node is, in four bytes.

use super::statement_id::StatementId;
use super::unchecked::code::code_of;
use crate::operations::Code;

/// A mark if some handle holds the node, above it the code of the node, and above them its source or its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag(pub(in crate::tape) u32);

const _: () = assert!(
    (Code::Chain as u32) < 1 << 7,
    "the last code fits above the mark"
);

impl Tag {
    /// Below the code, so that codes are compared without taking it off.
    const HELD: u32 = 1;

    pub(in crate::tape) const EXTENSION: Tag = Tag::new(Code::Extension, 0);

    #[inline(always)]
    pub(in crate::tape) const fn new(code: Code, upper: u32) -> Self {
        Tag((code as u32) << 1 | (upper << 8))
    }

    /// Of a statement's result, which a handle will hold. The mark is there from the beginning: a processor
    /// stalls on a part of a word that has just been written.
    pub(in crate::tape) fn of_statement(statement: StatementId) -> Self {
        Tag(Tag::new(Code::Statement, statement.bits()).0 | Self::HELD)
    }

    /// Of a chain, which a handle will hold.
    pub(in crate::tape) fn of_chain(statement: StatementId) -> Self {
        Tag(Tag::new(Code::Chain, statement.bits()).0 | Self::HELD)
    }

    /// The same of a node that no handle will hold.
    #[inline(always)]
    pub(crate) fn without_handle(self) -> Self {
        Tag(self.0 & !Self::HELD)
    }

    #[inline(always)]
    pub(in crate::tape) fn code(self) -> Code {
        code_of(self.0)
    }

    /// Whether it is that of a statement or a chain, whose codes are the last ones.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // A byte is compared as it stands.
    pub(in crate::tape) fn is_of_statement(self) -> bool {
        self.0 as u8 >= (Code::Statement as u8) << 1
    }

    #[inline(always)]
    pub(in crate::tape) fn is_held(self) -> bool {
        self.0 & Self::HELD != 0
    }

    #[inline(always)]
    pub(in crate::tape) fn set_held(&mut self, is_held: bool) {
        if is_held {
            self.0 |= Self::HELD;
        } else {
            self.0 &= !Self::HELD;
        }
    }

    #[inline(always)]
    pub(in crate::tape) fn upper(self) -> u32 {
        self.0 >> 8
    }

    pub(in crate::tape) fn with_upper(self, upper: u32) -> Self {
        Tag((self.0 & 0xff) | (upper << 8))
    }
}
