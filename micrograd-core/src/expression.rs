//! Whole statements of `grad!`: a formula, which the macro has differentiated, on operands of any types.
//!
//! Between its operands and its result a statement takes the tape once and needs no handles and no nodes.
//!
//! Only release builds force inlining here: in debug builds each statement would pay for its copies when it is compiled.

mod assigned;
mod by_rule;
mod calls;
mod chain;
mod each;
mod formula;
mod integer_arithmetic;
mod integers;
mod join;
mod leaves;
mod operand_list;
mod products;
mod recording;
mod sums;
mod unheld;

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
    Formula, another_number_of_operands, base_slope, called, exponent_slope, power,
    remainder_slopes, slope, slope_called, value,
};
pub(crate) use formula::{MOST_OPERANDS, MOST_STORED, MOST_USES};
pub use integer_arithmetic::IntegerArithmetic;
pub use integers::{
    AsFormula, AsIntegers, IntegerFormula, Integers, OnlyIntegers, WayOfFormulas, WayOfIntegers,
};
pub use join::{Join, Kept};
pub(crate) use leaves::Whole;
pub use leaves::{Leaf, OnTape, Part};
pub use operand_list::{JoinAll, OperandList, Terms, Together};
pub(crate) use products::{Row, room_for_products, sums_of_products};
pub use recording::{JoinsValue, Places};
pub(crate) use recording::{Kind, is_regular, step_list, value_of};
pub(crate) use sums::{ExpOfDifference, Product, Square, SquaredDifference};
pub use unheld::Unheld;
