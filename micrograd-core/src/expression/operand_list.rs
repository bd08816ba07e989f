//! The operands of a statement: first as they were borrowed, then as what the tape knows of them.

use super::{At, Leaf, Saver};
use crate::operand::Participant;
use crate::tape::Tape;

/// The operand with the number `I`, and those after it.
#[derive(Clone, Copy, Debug)]
pub struct Operands<const I: usize, X, Rest>(pub X, pub Rest);

/// Borrowed operands.
pub trait OperandList {
    /// What they are in a statement: nested pairs.
    type Terms: Terms;

    /// Looks them up on the tape; statements without values need none.
    fn read(self, tape: Option<&Tape>) -> Self::Terms;
}

impl OperandList for () {
    type Terms = ();

    #[inline(always)]
    fn read(self, _: Option<&Tape>) {}
}

impl<const I: usize, X: Participant + ?Sized, Rest: OperandList> OperandList
    for Operands<I, &X, Rest>
{
    type Terms = (At<I, X::Leaf>, Rest::Terms);

    #[inline(always)]
    fn read(self, tape: Option<&Tape>) -> Self::Terms {
        (At(self.0.leaf(tape)), self.1.read(tape))
    }
}

/// Operands in a statement.
pub trait Terms: Copy {
    /// How many there are, with the numbers that are free.
    const COUNT: usize;
    /// How many are places on the tape.
    const NODES: usize;
    /// How many are numbers.
    const NUMBERS: usize;
    /// Two bits for the kind of each.
    const KINDS: u64;

    /// How many places on the tape come before an operand.
    fn nodes_before(operand: usize) -> usize;

    /// How many numbers come before an operand.
    fn numbers_before(operand: usize) -> usize;

    /// Keeps them in a statement.
    fn store(&self, saver: &mut Saver<'_>);

    /// Visits the tangents of each, with its number.
    fn each_tangents(&self, visit: &mut impl FnMut(usize, &[f64]));
}

impl Terms for () {
    const COUNT: usize = 0;
    const NODES: usize = 0;
    const NUMBERS: usize = 0;
    const KINDS: u64 = 0;

    #[inline(always)]
    fn nodes_before(_: usize) -> usize {
        0
    }

    #[inline(always)]
    fn numbers_before(_: usize) -> usize {
        0
    }

    #[inline(always)]
    fn store(&self, _: &mut Saver<'_>) {}

    #[inline(always)]
    fn each_tangents(&self, _: &mut impl FnMut(usize, &[f64])) {}
}

impl<const I: usize, L: Leaf, Rest: Terms> Terms for (At<I, L>, Rest) {
    const COUNT: usize = if Rest::COUNT > I { Rest::COUNT } else { I + 1 };
    const NODES: usize = L::IS_NODE as usize + Rest::NODES;
    const NUMBERS: usize = !L::IS_NODE as usize + Rest::NUMBERS;
    const KINDS: u64 = (L::KIND << (2 * I % 64)) | Rest::KINDS;

    #[inline(always)]
    fn nodes_before(operand: usize) -> usize {
        if I < operand {
            usize::from(L::IS_NODE) + Rest::nodes_before(operand)
        } else {
            0
        }
    }

    #[inline(always)]
    fn numbers_before(operand: usize) -> usize {
        if I < operand {
            usize::from(!L::IS_NODE) + Rest::numbers_before(operand)
        } else {
            0
        }
    }

    #[inline(always)]
    fn store(&self, saver: &mut Saver<'_>) {
        saver.operand(self.0.0.part());
        self.1.store(saver);
    }

    #[inline(always)]
    fn each_tangents(&self, visit: &mut impl FnMut(usize, &[f64])) {
        visit(I, self.0.0.tangents());
        self.1.each_tangents(visit);
    }
}
