//! What a statement passes on to its operands, first as numbers: so the code between is straight, and the
//! rule that 0·∞ counts as 0 costs one test.

use crate::tape::{NodeId, Sweep};

/// Where adjoints go.
pub trait Sink {
    /// Whether each product counts 0·∞ as 0. Otherwise it is known that there is none, or looked for afterwards.
    const BY_RULE: bool;

    /// Whether all is done once more by the rule if something that is not finite has come.
    const LOOKS_AGAIN: bool = false;

    /// Adds to the adjoint of an operand of the statement: its number there, and where it is on the tape.
    fn add(&mut self, number: usize, operand: NodeId, adjoint: f64);

    /// Adds to the adjoint of a temporary of the statement.
    #[inline(always)]
    fn add_to_temporary(&mut self, _: usize, _: f64) {
        unreachable!("a temporary is only used where it is bound");
    }
}

impl Sink for Sweep<'_> {
    const BY_RULE: bool = true;

    #[inline(always)]
    fn add(&mut self, _: usize, operand: NodeId, adjoint: f64) {
        Sweep::add(self, operand, adjoint);
    }
}

/// A sweep, for a single operation with a regular adjoint: no product of it is 0·∞.
pub(super) struct Regular<'s, 'a>(pub(super) &'s mut Sweep<'a>);

impl Sink for Regular<'_, '_> {
    const BY_RULE: bool = false;

    #[inline(always)]
    fn add(&mut self, _: usize, operand: NodeId, adjoint: f64) {
        self.0.add(operand, adjoint);
    }
}

/// Contributions to adjoints, in order.
pub(super) struct Contributions {
    contributions: [Contribution; Contributions::MOST],
    count: usize,
}

#[derive(Clone, Copy)]
struct Contribution {
    /// The number of the operand in the statement, which the compiler knows.
    number: usize,
    operand: NodeId,
    adjoint: f64,
}

impl Contributions {
    pub(super) const MOST: usize = 8;

    #[inline(always)]
    pub(super) fn new() -> Self {
        Contributions {
            contributions: [Contribution {
                number: 0,
                operand: NodeId::NONE,
                adjoint: 0.0,
            }; Self::MOST],
            count: 0,
        }
    }

    /// Whether 0·∞ can be in none of them: it would be NaN, and so would the sum. A quotient's slope that overflowed would
    /// be infinite or NaN there.
    #[inline(always)]
    pub(super) fn are_regular(&self, has_quotient: bool) -> bool {
        let mut sum = self.contributions[0].adjoint;
        for index in 1..Self::MOST {
            if index < self.count {
                sum += self.contributions[index].adjoint;
            }
        }
        if has_quotient {
            sum.is_finite()
        } else {
            !sum.is_nan()
        }
    }

    /// Whether each sum keeps its order if what goes to one operand is added at once: two operands that take turns must
    /// not be one node.
    #[inline(always)]
    pub(super) fn are_separate(&self) -> bool {
        let mut are_separate = true;
        for first in 0..Self::MOST {
            for between in first + 1..Self::MOST {
                for last in between + 1..Self::MOST {
                    if last < self.count && self.take_turns(first, between, last) {
                        let [a, b] =
                            [first, between].map(|index| self.contributions[index].operand);
                        are_separate &= a != b;
                    }
                }
            }
        }
        are_separate
    }

    #[inline(always)]
    fn take_turns(&self, first: usize, between: usize, last: usize) -> bool {
        let [a, b, c] = [first, between, last].map(|index| self.contributions[index].number);
        a == c && a != b
    }

    /// Adds them, what goes to one operand at once: its adjoint stays in a register meanwhile.
    #[inline(always)]
    pub(super) fn add_to(&self, sweep: &mut Sweep<'_>) {
        for index in 0..Self::MOST {
            if index < self.count && !self.is_repeated(index) {
                let Contribution {
                    number, operand, ..
                } = self.contributions[index];
                let mut sum = sweep.adjoint(operand);
                for later in index..Self::MOST {
                    if later < self.count && self.contributions[later].number == number {
                        sum += self.contributions[later].adjoint;
                    }
                }
                sweep.set_adjoint(operand, sum);
            }
        }
    }

    /// Whether an earlier contribution goes to the same operand.
    #[inline(always)]
    fn is_repeated(&self, index: usize) -> bool {
        let number = self.contributions[index].number;
        let mut is_repeated = false;
        for earlier in 0..index {
            is_repeated |= self.contributions[earlier].number == number;
        }
        is_repeated
    }
}

impl Sink for Contributions {
    const BY_RULE: bool = false;
    const LOOKS_AGAIN: bool = true;

    #[inline(always)]
    fn add(&mut self, number: usize, operand: NodeId, adjoint: f64) {
        self.contributions[self.count] = Contribution {
            number,
            operand,
            adjoint,
        };
        self.count += 1;
    }
}
