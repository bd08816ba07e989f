//! Losses: what a training step makes smaller. One loss in each file.

mod l2_penalty;
mod max_margin;

pub use l2_penalty::l2_penalty;
pub use max_margin::max_margin_loss;
