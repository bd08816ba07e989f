//! What steps back do to adjoints: on it depends in which order a loop's runs may be taken.

use crate::differentiable::tree::VariableId;

/// What a step back does to the adjoint of a variable.
pub(super) enum Effect {
    /// Sets it, or takes something out of it.
    Sets(VariableId),
    /// Passes it on, and leaves it.
    Reads(VariableId),
    AddsToNumber(VariableId),
    AddsToElement {
        root: VariableId,
        place: String,
        /// The names in which the last index is linear.
        strides: Vec<String>,
    },
    /// Adds to much of it.
    AddsToList(VariableId),
}

impl Effect {
    pub(super) fn variable(&self) -> VariableId {
        match self {
            Effect::Sets(id)
            | Effect::Reads(id)
            | Effect::AddsToNumber(id)
            | Effect::AddsToElement { root: id, .. }
            | Effect::AddsToList(id) => *id,
        }
    }
}
