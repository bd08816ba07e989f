//! The arithmetic of a statement as the macro has differentiated it: two plain functions of its operands' numbers, and the list
//! of its operations for those who look.

use super::Listed;
use crate::operations::{BinaryRow, Outline, ParametricRow, Signature, UnaryRow, row};
use crate::source::Expression;
use crate::tape::{Caller, Expanded, Site};

/// A statement, or the right-hand side of an assigning one.
pub trait Formula: 'static {
    /// What else there is to know of it.
    const OUTLINE: Outline;

    /// The result, and what its reverse wants stored.
    fn value(x: &[f64], stored: &mut [f64], signature: Signature) -> f64;

    /// What is passed on of the adjoint of the result `y`, one number for each of the uses.
    fn reverse(
        x: &[f64],
        stored: &[f64],
        y: f64,
        adjoint: f64,
        passed: &mut [f64],
        signature: Signature,
    );
}

impl Site {
    /// The position of a statement in the source, with its operations in the order of recording; one more that assigns the result
    /// comes last. It is in place amid results without handles.
    #[must_use]
    pub const fn of<E: Expanded<Arithmetic: Formula>>(
        expressions: &'static [Expression],
        is_in_place: bool,
    ) -> Self {
        Site::recording::<E::Arithmetic>(expressions, is_in_place)
    }

    /// The same of a statement without code; `list` is what [`Steps`](crate::operations::Steps) reads.
    #[must_use]
    pub const fn listed<E: Expanded<Arithmetic = Listed>>(
        expressions: &'static [Expression],
        is_in_place: bool,
        list: &'static str,
        here: Caller,
    ) -> Self {
        Site::new(expressions, is_in_place, list, here)
    }

    /// What functions of the library record at their callers.
    pub(crate) const fn of_library<S: Formula>() -> Self {
        Site::recording::<S>(&[], false)
    }

    const fn recording<S: Formula>(expressions: &'static [Expression], is_in_place: bool) -> Self {
        let Outline { list, here, .. } = S::OUTLINE;
        Site::new(expressions, is_in_place, list, here)
    }
}

/// No formula has more operands.
pub(crate) const MOST_OPERANDS: usize = 32;

/// No formula stores more numbers, and none uses operands more often.
const MOST_NUMBERS: usize = 64;

/// Room for the numbers of all operands. LLVM copies a constant sooner than it runs a loop that writes zeros.
pub(crate) const NO_OPERANDS: [f64; MOST_OPERANDS] = [0.0; MOST_OPERANDS];

/// Room for what a formula stores.
pub(crate) const NONE_STORED: [f64; MOST_NUMBERS] = [0.0; MOST_NUMBERS];

/// Room for what a formula passes on.
pub(crate) const NONE_PASSED: [f64; MOST_NUMBERS] = [0.0; MOST_NUMBERS];

/// What a formula is given are as many numbers as it has operands.
#[cold]
#[inline(never)]
pub fn another_number_of_operands() -> ! {
    unreachable!("a formula is given the operands that it was written for")
}

/// Writes what a reverse passes on.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn pass<const N: usize>(passed: &mut [f64], adjoints: [f64; N]) {
    match passed.first_chunk_mut() {
        Some(passed) => *passed = adjoints,
        None => another_number_of_operands(),
    }
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
