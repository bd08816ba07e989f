//! What the operands of a statement are.

/// Which operands of a statement are on the tape, which are whole numbers, and to which a function is still to be applied: a bit
/// for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    pub(crate) count: u32,
    pub(crate) nodes: u32,
    pub(crate) whole: u32,
    pub(crate) applied: u32,
}

impl Signature {
    /// Whether an operand has a derivative.
    #[inline(always)]
    #[must_use]
    pub const fn is_node(self, operand: usize) -> bool {
        self.nodes >> operand & 1 == 1
    }

    /// Whether an operand is a whole number, which matters for exponents.
    #[inline(always)]
    #[must_use]
    pub const fn is_whole(self, operand: usize) -> bool {
        self.whole >> operand & 1 == 1
    }

    /// Whether a function of an operand belongs to the statement; otherwise it was called before.
    #[inline(always)]
    #[must_use]
    pub const fn is_applied(self, operand: usize) -> bool {
        self.applied >> operand & 1 == 1
    }

    /// These operands after another one.
    #[inline(always)]
    pub(crate) const fn after(self, first: Signature) -> Signature {
        Signature {
            count: 1 + self.count,
            nodes: first.nodes | self.nodes << 1,
            whole: first.whole | self.whole << 1,
            applied: first.applied | self.applied << 1,
        }
    }

    /// The operands behind the first one.
    #[inline(always)]
    pub(crate) const fn of_the_others(self) -> Signature {
        Signature {
            count: self.count - 1,
            nodes: self.nodes >> 1,
            whole: self.whole >> 1,
            applied: self.applied >> 1,
        }
    }

    /// These operands behind a first one that is on the tape.
    pub(crate) const fn behind_a_node(self) -> Signature {
        self.after(Signature {
            count: 1,
            nodes: 1,
            whole: 0,
            applied: 0,
        })
    }
}
