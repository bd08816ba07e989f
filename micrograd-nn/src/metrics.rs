//! Metrics: how good a model is, as plain numbers. One metric in each file.

mod accuracy;
mod argmax;
mod binary_accuracy;
mod confusion;

pub use accuracy::accuracy;
pub use argmax::argmax;
pub use binary_accuracy::binary_accuracy;
pub use confusion::ConfusionMatrix;
