//! The operands of a statement, as the tape knows them.

use super::{Computed, Part, Right};
use crate::tape::PayloadMut;

/// What an operand is while its statement is evaluated: a node on the tape, or a number.
pub trait OperandTerm: Copy {
    /// What it becomes after the statement.
    type Computed: Computed;

    /// What an assigning operator sees: an integer stays one.
    type Assigned: Right<Computed = Self::Computed>;

    /// Tells statements with operands of different kinds apart; below 4.
    const KIND: u64;

    /// Whether it is a node on the tape.
    const IS_NODE: bool;

    /// Whether it is a whole number.
    const IS_INTEGER: bool;

    /// Whether a function that was written as its method belongs to the statement.
    const IS_APPLIED: bool = false;

    /// Its number as a plain one.
    fn primal(&self) -> f64;

    /// Its derivatives in each direction; only dual numbers have some.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn tangents(&self) -> &[f64] {
        &[]
    }

    /// What it is in a list of operations.
    fn part(&self) -> Part;

    /// Keeps it in a statement, after so many nodes and numbers.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn store(&self, payload: &mut impl PayloadMut, _nodes: usize, numbers: usize) {
        payload.set_number(numbers, self.primal());
    }
}

/// What stands in statements.
pub trait Accepted: OperandTerm {}

impl Accepted for f64 {}
impl Accepted for i32 {}
impl Accepted for Whole {}

/// An integer that is no `i32`, as a number.
#[derive(Clone, Copy, Debug)]
pub struct Whole(pub(crate) f64);

/// The numbers, which differ in what they are called.
macro_rules! number {
    ($Number:ty, $Assigned:ty, $kind:literal, $is_integer:literal, |$number:ident| $primal:expr, $part:expr) => {
        impl OperandTerm for $Number {
            type Computed = f64;
            type Assigned = $Assigned;
            const KIND: u64 = $kind;
            const IS_NODE: bool = false;
            const IS_INTEGER: bool = $is_integer;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn primal(&self) -> f64 {
                let $number = *self;
                $primal
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn part(&self) -> Part {
                let $number = *self;
                $part
            }
        }
    };
}

number!(f64, f64, 2, false, |x| x, Part::Number(x));
number!(i32, i32, 3, true, |n| f64::from(n), Part::Integer(n));
number!(Whole, f64, 3, true, |n| n.0, Part::Whole(n.0));
