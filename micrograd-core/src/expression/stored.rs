//! What a statement keeps on the tape, written and read in one order: its operands, then the numbers that its
//! operations store.

use super::{Part, Terms};
use crate::tape::{Layout, NewStatement, NodesOfStatement, Recorded};
use std::marker::PhantomData;

/// Writes into a new statement.
pub struct Saver<'a> {
    statement: &'a mut NewStatement,
    operands: usize,
    numbers: usize,
}

impl<'a> Saver<'a> {
    #[inline(always)]
    pub(super) fn new(statement: &'a mut NewStatement) -> Self {
        Saver {
            statement,
            operands: 0,
            numbers: 0,
        }
    }

    #[inline(always)]
    pub(super) fn operand(&mut self, part: Part) {
        match part {
            Part::Node(operand) => {
                self.statement.set_operand(self.operands, operand.id());
                self.operands += 1;
            }
            Part::Number(number) => self.number(number),
            Part::Integer(integer) => self.number(f64::from(integer)),
        }
    }

    #[inline(always)]
    pub(super) fn number(&mut self, number: f64) {
        self.statement.set_number(self.numbers, number);
        self.numbers += 1;
    }
}

/// Reads from the nodes of a statement whose operands are `Os`.
pub struct Loader<'a, Os> {
    nodes: NodesOfStatement<'a>,
    /// The next number that an operation has stored.
    next: usize,
    operands: PhantomData<Os>,
}

impl<'a, Os: Terms> Loader<'a, Os> {
    #[inline(always)]
    pub(super) fn new(nodes: NodesOfStatement<'a>) -> Self {
        Loader {
            nodes,
            next: Os::NUMBERS,
            operands: PhantomData,
        }
    }

    /// The operand with this number, which is a place on the tape.
    #[inline(always)]
    pub(super) fn node(&self, operand: usize) -> Recorded {
        self.nodes.operand(Os::nodes_before(operand))
    }

    /// The operand with this number, which is a number.
    #[inline(always)]
    pub(super) fn number(&self, operand: usize) -> f64 {
        self.nodes.number(Os::numbers_before(operand))
    }

    /// What was stored next.
    #[inline(always)]
    pub(super) fn stored(&mut self) -> f64 {
        self.next += 1;
        self.nodes.number(self.next - 1)
    }
}

/// The nodes of a statement with these operands.
pub(super) const fn layout(operands: usize, numbers: usize, stored: usize) -> Layout {
    Layout::new(operands, numbers + stored)
}
