//! What users read when something is wrong.

mod derive_module;
mod grad;
