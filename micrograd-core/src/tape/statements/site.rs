//! A position in the source where statements are recorded.

use crate::operations::Steps;
use crate::source::{Caller, Expression, Expressions};
use crate::tape::memory::Tag;
use std::sync::atomic::{AtomicU64, Ordering};

/// A position in the source where a statement is recorded.
#[derive(Debug)]
pub struct Site {
    /// Where its operations were written, in the order of recording, and as what.
    expressions: Expressions,
    /// Its operations, for all who look.
    steps: Steps,
    /// The position of the call that records it.
    here: Caller,
    /// While it is recorded all nodes stay where they are: results without handles are in use.
    is_in_place: bool,
    /// The kinds of its operands and the tag of its statement when it was last recorded. A few, for code in generic
    /// functions.
    pub(super) last: [AtomicU64; Site::REMEMBERED],
    /// The same for chains of it.
    pub(super) last_chain: [AtomicU64; Site::REMEMBERED],
}

impl Site {
    const REMEMBERED: usize = 4;

    /// Sixteen integers: no statement of them is recorded.
    const NOTHING: u64 = u32::MAX as u64;

    /// Where operands of these kinds are remembered.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // The remainder is small.
    pub(super) const fn remembered(signature: u64) -> usize {
        // Kinds have two bits each.
        (signature % (Self::REMEMBERED as u64 + 1)) as usize % Self::REMEMBERED
    }

    /// A site with its operations, in the order of recording. It is given to one kind of statement for each list of kinds of
    /// operands. It is in place amid results without handles.
    pub(crate) const fn new(
        expressions: &'static [Expression],
        is_in_place: bool,
        list: &'static str,
        here: Caller,
    ) -> Self {
        Site {
            expressions: Expressions::new(expressions),
            steps: Steps::new(list),
            here,
            is_in_place,
            last: [const { AtomicU64::new(Site::NOTHING) }; Site::REMEMBERED],
            last_chain: [const { AtomicU64::new(Site::NOTHING) }; Site::REMEMBERED],
        }
    }

    pub(in crate::tape) fn is_in_place(&'static self) -> bool {
        self.is_in_place
    }

    pub(crate) fn here(&self) -> Caller {
        self.here
    }

    pub(crate) fn steps(&self) -> &Steps {
        &self.steps
    }

    /// Its operations, in the order of recording; those of the library have none.
    pub(crate) fn expressions(&self) -> &'static [Expression] {
        self.expressions.all()
    }

    /// Makes texts and names known, before a node has their position.
    pub(crate) fn register(&self) {
        self.expressions.register();
    }

    /// Whether a node with this tag is the result of the statement that was recorded here last.
    #[inline(always)]
    pub(crate) fn is_statement(&'static self, signature: u64, tag: Tag) -> bool {
        let last = self.last[Self::remembered(signature)].load(Ordering::Acquire);
        last == remember(signature, tag)
    }

    /// Whether a node with this tag is the result of a chain of it.
    #[inline(always)]
    pub(crate) fn is_chain(&'static self, signature: u64, tag: Tag) -> bool {
        let last = self.last_chain[Self::remembered(signature)].load(Ordering::Acquire);
        last == remember(signature, tag)
    }
}

/// Kinds in the lower half, where they are compared in one instruction, and a tag above them.
#[inline(always)]
pub(super) fn remember(signature: u64, tag: Tag) -> u64 {
    debug_assert!(u32::try_from(signature).is_ok());
    (u64::from(tag.0) << u32::BITS) | signature
}

/// The tag beside these kinds.
#[inline(always)]
#[allow(clippy::cast_possible_truncation)] // Halves are wanted.
pub(super) fn tag_of(signature: u64, remembered: u64) -> Option<Tag> {
    (u64::from(remembered as u32) == signature).then_some(Tag((remembered >> u32::BITS) as u32))
}
