//! Losses: what a training step makes smaller. One loss in each file.

mod l2_penalty;
mod max_margin;

pub use l2_penalty::l2_penalty;
pub use max_margin::max_margin_loss;

use micrograd_core::Value;

/// x₁ + x₂ + …, from the left, recorded at the caller's line; a leaf with data 0 for no terms.
#[track_caller]
fn sum(terms: Vec<Value>) -> Value {
    let mut terms = terms.into_iter();
    let Some(mut sum) = terms.next() else {
        return Value::new(0.0);
    };
    for term in terms {
        sum += term;
    }
    sum
}
