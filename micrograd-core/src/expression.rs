//! Whole statements of `grad!`: a formula, which the macro has differentiated, on operands of any types.
//!
//! Between its operands and its result a statement takes the tape once and needs no handles and no nodes.
//!
//! Only release builds force inlining here: in debug builds each statement would pay for its copies when it is compiled.

mod arithmetic;
mod assigned;
mod by_rule;
mod calls;
mod chain;
mod each;
mod formula;
mod integer;
mod integer_arithmetic;
mod integers;
mod join;
mod leaves;
mod operand_list;
mod participant;
mod recording;
mod refused;
mod right_of;
mod sums;

pub use crate::tape::Part;
pub use arithmetic::{Arithmetic, OfSite, Reached};
pub(crate) use assigned::Assigned;
pub use assigned::Itself;
pub(crate) use by_rule::partials_by_rule;
pub use calls::{
    Applied, AppliedLeaf, ByCall, HasFunctions, InStatement, Probe, ThroughPointer, WayForNumbers,
    WayForOthers, WayForPointers,
};
pub(crate) use chain::Links;
pub(crate) use each::each;
pub use formula::{
    Formula, another_number_of_operands, base_slope, called, exponent_slope, pass, power,
    remainder_slopes, slope, slope_called, value,
};
pub(crate) use formula::{MOST_OPERANDS, MOST_STORED, MOST_USES};
pub use integer::Integer;
pub(crate) use integer::Update;
pub use integer_arithmetic::IntegerArithmetic;
pub use integers::{
    AsFormula, AsIntegers, IntegerFormula, Integers, OnlyIntegers, WayOfFormulas, WayOfIntegers,
};
pub(crate) use join::Right;
pub use join::{Join, Kept};
pub(crate) use leaves::Whole;
pub use leaves::{Accepted, Leaf};
pub use operand_list::{JoinAll, OperandList, Terms, Together};
pub use participant::{Participant, PlainNumber};
pub use recording::Places;
pub(crate) use recording::{Kind, is_regular, one_by_one, step_list, value_of};
pub(crate) use right_of::{Never, RightOf, never_on_the_right};
pub(crate) use sums::{ExpOfDifference, Product, Square, SquaredDifference};
