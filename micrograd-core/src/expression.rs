//! Whole statements of `grad!`: a formula, which the macro has differentiated, on operands of any types.
//!
//! A statement takes the tape once. Between its operands and its result it needs no handles and no nodes.
//!
//! Only release builds force inlining here: in debug builds each statement would pay for its copies when it is
//! compiled.

mod arithmetic;
mod assigned;
mod each;
mod formula;
mod function_argument;
mod integer;
mod integer_arithmetic;
mod integers;
mod join;
mod kind;
mod links;
mod one_by_one;
mod operand_list;
mod operand_term;
mod participant;
mod refused;
mod right_of;
mod sums;

pub use crate::tape::Part;
pub(crate) use arithmetic::Adjoints;
pub use arithmetic::{Arithmetic, Listed};
pub(crate) use assigned::Assigned;
pub use assigned::Itself;
pub use formula::{
    Formula, another_number_of_operands, base_slope, called, exponent_slope, pass, power,
    remainder_slopes, slope, slope_called, value,
};
pub(crate) use formula::{MOST_OPERANDS, NO_OPERANDS, NONE_PASSED, NONE_STORED};
pub use function_argument::{
    ByCall, FunctionArgument, FunctionTerm, HasFunctions, InStatement, Probe, ThroughPointer,
    WayForNumbers, WayForOthers, WayForPointers,
};
pub use integer::Integer;
pub(crate) use integer::Update;
pub use integer_arithmetic::IntegerArithmetic;
pub use integers::{
    AsFormula, AsIntegers, IntegerFormula, Integers, OnlyIntegers, WayOfFormulas, WayOfIntegers,
};
pub(crate) use join::Right;
pub use join::{Computed, Join};
pub use kind::CallSite;
pub(crate) use kind::{Kind, SumOfNodes, one_by_one, step_list, value_of};
pub(crate) use links::Links;
pub use operand_list::{JoinAll, OperandList, Terms, Together};
pub(crate) use operand_term::Whole;
pub use operand_term::{Accepted, OperandTerm};
pub use participant::{Participant, PlainNumber};
pub(crate) use right_of::{Never, RightOf, never_on_the_right};
pub(crate) use sums::{ExpOfDifference, Product, Square, SquaredDifference};
