//! The operands of an operation that is recorded.

use crate::operations::Known;
use crate::tape::memory::recorded::Recorded;

/// An operand, as a place on the tape or a number.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A place on the tape.
    Node(Recorded),
    /// A number.
    Number(f64),
    /// A whole number, which matters for exponents.
    Integer(i32),
    /// The same of another type of integers, as a number.
    Whole(f64),
}

impl Part {
    /// The place on the tape; there is one for nodes.
    pub(crate) fn node(self) -> Recorded {
        match self {
            Part::Node(recorded) => recorded,
            Part::Number(_) | Part::Integer(_) | Part::Whole(_) => {
                unreachable!("a number is no node")
            }
        }
    }

    /// The same in a list of operations in which a place on the tape has this one.
    pub(crate) fn known(self, place: u32) -> Known {
        match self {
            Part::Node(recorded) => Known::Place(place, recorded.data()),
            Part::Number(number) => Known::Number(number),
            Part::Integer(number) => Known::Whole(f64::from(number)),
            Part::Whole(number) => Known::Whole(number),
        }
    }
}
