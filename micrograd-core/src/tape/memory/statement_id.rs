//! A kind of statement, as a number.

/// A kind of statement, as a number that fits into a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct StatementId(pub(in crate::tape) u32);

impl StatementId {
    pub(in crate::tape) const LIMIT: u32 = 1 << 24;

    #[inline(always)]
    pub(in crate::tape) fn bits(self) -> u32 {
        self.0
    }

    #[inline(always)]
    pub(in crate::tape) fn from_bits(bits: u32) -> Self {
        StatementId(bits)
    }

    #[inline(always)]
    pub(in crate::tape) fn index(self) -> usize {
        self.0 as usize
    }
}
