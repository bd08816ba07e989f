//! The promises that cross crates; the tests themselves are in `tests/`.

/// The code of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The code of the macros' README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../micrograd-macros/README.md")]
pub struct ReadmeOfMacros;
