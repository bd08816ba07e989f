//! The promises that cross crates; the tests themselves are in `tests/`.

/// The code of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The code of the guide, chapter by chapter.
#[cfg(doctest)]
pub mod guide {
    #[doc = include_str!("../../guide/src/start.md")]
    pub struct Start;
    #[doc = include_str!("../../guide/src/grad.md")]
    pub struct Grad;
    #[doc = include_str!("../../guide/src/memory.md")]
    pub struct Memory;
    #[doc = include_str!("../../guide/src/derivatives.md")]
    pub struct Derivatives;
    #[doc = include_str!("../../guide/src/compiled.md")]
    pub struct Compiled;
    #[doc = include_str!("../../guide/src/own_derivatives.md")]
    pub struct OwnDerivatives;
    #[doc = include_str!("../../guide/src/looking.md")]
    pub struct Looking;
    #[doc = include_str!("../../guide/src/training.md")]
    pub struct Training;
    #[doc = include_str!("../../guide/src/from_pytorch.md")]
    pub struct FromPytorch;
    #[doc = include_str!("../../guide/src/how_it_works.md")]
    pub struct HowItWorks;
}

/// The code of the macros' README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../micrograd-macros/README.md")]
pub struct ReadmeOfMacros;
