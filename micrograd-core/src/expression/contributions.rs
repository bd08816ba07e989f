//! What a statement passes on to its operands, first as numbers: so the code between is straight, and the
//! convention that an adjoint of 0 passes nothing on costs one test.

use crate::tape::{NodeId, Sweep};

/// Where adjoints go.
pub trait Sink {
    /// Whether an operation tests its adjoint before it passes anything on.
    const TESTS: bool;

    /// Adds to the adjoint of an operand of the statement: its number there, and where it is on the tape.
    fn add(&mut self, number: usize, operand: NodeId, adjoint: f64);
}

impl Sink for Sweep<'_> {
    const TESTS: bool = true;

    #[inline(always)]
    fn add(&mut self, _: usize, operand: NodeId, adjoint: f64) {
        Sweep::add(self, operand, adjoint);
    }
}

/// Contributions to adjoints, in order.
pub(super) struct Contributions {
    contributions: [(NodeId, f64); Contributions::MOST],
    count: usize,
}

impl Contributions {
    pub(super) const MOST: usize = 8;

    #[inline(always)]
    pub(super) fn new() -> Self {
        Contributions {
            contributions: [(NodeId::NONE, 0.0); Self::MOST],
            count: 0,
        }
    }

    /// Whether 0·∞ can be in none of them: it would be NaN, and so would the sum.
    #[inline(always)]
    pub(super) fn are_regular(&self) -> bool {
        let mut sum = 0.0;
        for index in 0..Self::MOST {
            if index < self.count {
                sum += self.contributions[index].1;
            }
        }
        !sum.is_nan()
    }

    #[inline(always)]
    pub(super) fn add_to(&self, sweep: &mut Sweep<'_>) {
        for index in 0..Self::MOST {
            if index < self.count {
                let (operand, adjoint) = self.contributions[index];
                sweep.add(operand, adjoint);
            }
        }
    }
}

impl Sink for Contributions {
    const TESTS: bool = false;

    #[inline(always)]
    fn add(&mut self, _: usize, operand: NodeId, adjoint: f64) {
        self.contributions[self.count] = (operand, adjoint);
        self.count += 1;
    }
}
