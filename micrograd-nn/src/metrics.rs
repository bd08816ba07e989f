//! Metrics: how good a model is, as plain numbers. One metric in each file.

mod binary_accuracy;

pub use binary_accuracy::binary_accuracy;
