//! What a statement keeps on the tape, written and read in one order: its operands, then the numbers that its
//! operations store.

use super::temporaries::MOST_TEMPORARIES;
use super::{Part, Terms};
use crate::tape::{NewLink, NewStatement, NodeId, Payload, PayloadMut, Recorded};
use std::marker::PhantomData;

/// Writes what a new statement keeps.
pub struct Saver<'a> {
    target: Target<'a>,
    operands: usize,
    numbers: usize,
}

/// Known where a saver is made, so that it costs nothing.
enum Target<'a> {
    Statement(&'a mut NewStatement),
    Link(&'a mut NewLink),
}

impl<'a> Saver<'a> {
    #[inline(always)]
    pub(super) fn of_statement(statement: &'a mut NewStatement) -> Self {
        Saver {
            target: Target::Statement(statement),
            operands: 0,
            numbers: 0,
        }
    }

    #[inline(always)]
    pub(super) fn of_link(link: &'a mut NewLink) -> Self {
        Saver {
            target: Target::Link(link),
            operands: 0,
            numbers: 0,
        }
    }

    #[inline(always)]
    fn set_operand(&mut self, id: NodeId) {
        match &mut self.target {
            Target::Statement(statement) => statement.set_operand(self.operands, id),
            Target::Link(link) => link.set_operand(self.operands, id),
        }
        self.operands += 1;
    }

    #[inline(always)]
    pub(super) fn operand(&mut self, part: Part) {
        match part {
            Part::Node(operand) => {
                self.set_operand(operand.id());
            }
            Part::Number(number) => self.number(number),
            Part::Integer(integer) => self.number(f64::from(integer)),
        }
    }

    #[inline(always)]
    pub(super) fn number(&mut self, number: f64) {
        match &mut self.target {
            Target::Statement(statement) => statement.set_number(self.numbers, number),
            Target::Link(link) => link.set_number(self.numbers, number),
        }
        self.numbers += 1;
    }
}

/// Reads what a statement keeps whose operands are `Os`.
pub struct Loader<P, Os> {
    payload: P,
    /// The next number that an operation has stored.
    next: usize,
    /// The numbers of the temporaries that have been loaded.
    temporaries: [f64; MOST_TEMPORARIES],
    operands: PhantomData<Os>,
}

impl<P: Payload, Os: Terms> Loader<P, Os> {
    #[inline(always)]
    pub(super) fn new(payload: P) -> Self {
        Loader {
            payload,
            next: Os::NUMBERS,
            temporaries: [f64::NAN; MOST_TEMPORARIES],
            operands: PhantomData,
        }
    }

    /// The operand with this number, which is a place on the tape.
    #[inline(always)]
    pub(super) fn node(&self, operand: usize) -> Recorded {
        self.payload.operand(Os::nodes_before(operand))
    }

    /// The operand with this number, which is a number.
    #[inline(always)]
    pub(super) fn number(&self, operand: usize) -> f64 {
        self.payload.number(Os::numbers_before(operand))
    }

    /// The number of a temporary, as far as it is needed.
    #[inline(always)]
    pub(super) fn temporary(&self, temporary: usize) -> f64 {
        self.temporaries[temporary]
    }

    #[inline(always)]
    pub(super) fn set_temporary(&mut self, temporary: usize, number: f64) {
        self.temporaries[temporary] = number;
    }

    /// What was stored next.
    #[inline(always)]
    pub(super) fn stored(&mut self) -> f64 {
        self.next += 1;
        self.payload.number(self.next - 1)
    }
}
