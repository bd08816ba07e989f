//! The formulas of the terms that the library's own sums add up.

use micrograd_macros::formula_expand;

/// xy
#[derive(Debug)]
pub(crate) enum Product {}

/// x²
#[derive(Debug)]
pub(crate) enum Square {}

/// (x − y)²
#[derive(Debug)]
pub(crate) enum SquaredDifference {}

/// e^(x − y)
#[derive(Debug)]
pub(crate) enum ExpOfDifference {}

formula_expand! { [crate] Product: x * y }
formula_expand! { [crate] Square: x ** 2 }
formula_expand! { [crate] SquaredDifference: (x - y) ** 2 }
formula_expand! { [crate] ExpOfDifference: (x - y).exp() }
