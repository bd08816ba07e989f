//! How much one statement may hold: each statement is a type of its own for the compiler.

/// An expression of more operators than this is recorded in parts.
pub(crate) const MOST_STEPS: usize = 14;

/// A statement does not take in a `let` with which it would have more operators.
pub(super) const MOST_STEPS_OF_UNIT: usize = 2 * MOST_STEPS;

/// With more than this, and its target, core would record a statement operation by operation.
pub(super) const MOST_OPERANDS: usize = 15;
