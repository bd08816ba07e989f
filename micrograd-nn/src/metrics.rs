//! Metrics: how good a model is, as plain numbers. One metric in each file.

mod accuracy;
mod argmax;
mod balance;
mod binary_accuracy;
mod confusion;
mod cross_entropy;
mod regression;
mod roc_auc;
mod top_k;

pub use accuracy::accuracy;
pub use argmax::argmax;
pub use binary_accuracy::binary_accuracy;
pub use confusion::ConfusionMatrix;
pub use cross_entropy::mean_cross_entropy;
pub use regression::{mean_absolute_error, r2_score, root_mean_squared_error};
pub use roc_auc::roc_auc;
pub use top_k::top_k_accuracy;
