//! The arithmetic of a statement as the macro has differentiated it: two plain functions of its operands' numbers, and the list
//! of its operations for those who look.

use crate::operations::{BinaryRow, Kinds, Op, ParametricRow, Steps, UnaryRow, row};

/// A statement, or the right-hand side of an assigning one.
pub trait Formula {
    /// How many operands it has.
    const OPERANDS: usize;

    /// How many operations it is made of.
    const OPERATIONS: usize;

    /// How many numbers it stores for its reverse.
    const STORED: usize;

    /// Which operand each contribution is for, in the order of a sweep over single operations.
    const USES: &'static [usize];

    /// Whether it holds a quotient: the slope of one may overflow where the slope times the adjoint does not.
    const HAS_QUOTIENT: bool;

    /// The operator that assigns the result of its steps to its first operand.
    const ASSIGNED_BY: Option<Op> = None;

    /// Its operations.
    fn steps() -> &'static Steps;

    /// The result, and what its reverse wants stored.
    fn value(x: &[f64], stored: &mut [f64], kinds: Kinds) -> f64;

    /// What is passed on of the adjoint of the result `y`, one number for each of the uses.
    fn reverse(x: &[f64], stored: &[f64], y: f64, adjoint: f64, passed: &mut [f64], kinds: Kinds);
}

/// No formula stores more numbers.
pub(crate) const MOST_STORED: usize = 64;

/// No formula uses operands more often.
pub(crate) const MOST_USES: usize = 64;

/// No formula has more operands.
pub(crate) const MOST_OPERANDS: usize = 32;

/// What a formula is given are as many numbers as it has operands.
#[cold]
#[inline(never)]
pub fn another_number_of_operands() -> ! {
    unreachable!("a formula is given the operands that it was written for")
}

/// A function.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn value<R: UnaryRow>(x: f64) -> f64 {
    R::value(x)
}

/// ∂y/∂x of a function.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn slope<R: UnaryRow>(x: f64, y: f64) -> f64 {
    R::slope(x, y)
}

/// A function of a variable, or what a method of its name has made.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn called<R: UnaryRow>(x: f64, is_applied: bool) -> f64 {
    if is_applied { R::value(x) } else { x }
}

/// ∂y/∂x of the same.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn slope_called<R: UnaryRow>(x: f64, y: f64, is_applied: bool) -> f64 {
    if is_applied { R::slope(x, y) } else { 1.0 }
}

/// aᵇ; a whole exponent is exact at 0.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn power(a: f64, b: f64, is_whole: bool) -> f64 {
    if is_whole {
        row::Powi::value(a, b)
    } else {
        row::Pow::value(a, b)
    }
}

/// ∂y/∂a of a power.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn base_slope(a: f64, b: f64, y: f64, is_whole: bool) -> f64 {
    if is_whole {
        row::Powi::slope(a, b, y)
    } else {
        row::Pow::left_partial(a, b, y)
    }
}

/// ∂y/∂b of a power, if b has a derivative.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn exponent_slope(a: f64, b: f64, y: f64, is_node: bool) -> f64 {
    if is_node {
        row::Pow::right_partial(a, b, y)
    } else {
        0.0
    }
}

/// ∂y/∂a and ∂y/∂b of a remainder.
#[cfg_attr(not(debug_assertions), inline(always))]
#[must_use]
pub fn remainder_slopes(a: f64, b: f64, y: f64) -> [f64; 2] {
    [
        row::Rem::left_partial(a, b, y),
        row::Rem::right_partial(a, b, y),
    ]
}
