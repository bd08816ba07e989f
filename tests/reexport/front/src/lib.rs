//! Offers the engine under names of its own, as a framework would.

/// The whole engine, renamed.
pub mod autodiff {
    pub use engine::*;
}
