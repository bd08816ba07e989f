//! Losses: what a training step makes smaller. One loss in each file.

mod binary_cross_entropy;
mod cosine_embedding;
mod cross_entropy;
mod huber;
mod kl_divergence;
mod l2_penalty;
mod max_margin;
mod mean_absolute;
mod mean_squared;
mod negative_log_likelihood;
mod reduction;
mod softmax;
mod triplet;

pub use binary_cross_entropy::{
    BinaryCrossEntropy, binary_cross_entropy_loss, binary_cross_entropy_losses,
};
pub use cosine_embedding::{cosine_embedding_loss, cosine_embedding_losses};
pub use cross_entropy::{CrossEntropy, cross_entropy_loss, cross_entropy_losses};
pub use huber::{huber_loss, huber_losses, smooth_l1_loss, smooth_l1_losses};
pub use kl_divergence::{kl_divergence_loss, kl_divergence_losses};
pub use l2_penalty::l2_penalty;
pub use max_margin::{max_margin_loss, max_margin_losses};
pub use mean_absolute::{mae_loss, mae_losses};
pub use mean_squared::{mse_loss, mse_losses};
pub use negative_log_likelihood::{nll_loss, nll_losses};
pub use reduction::Losses;
pub use softmax::{log_softmax, logsumexp, softmax};
pub use triplet::{triplet_margin_loss, triplet_margin_losses};

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

#[track_caller]
fn assert_one_target_each(name: &str, outputs: &[Value], targets: &[f64]) {
    assert!(
        outputs.len() == targets.len(),
        "{} {name} were given with {} targets",
        outputs.len(),
        targets.len()
    );
}

#[track_caller]
fn assert_same_length(x: &[Value], y: &[Value]) {
    assert!(
        x.len() == y.len(),
        "a vector of {} numbers was given with one of {}",
        x.len(),
        y.len()
    );
}

/// Panics unless every target passes.
#[track_caller]
fn assert_targets(targets: &[f64], allowed: impl Fn(f64) -> bool, rule: &str) {
    for (i, &target) in targets.iter().enumerate() {
        assert!(
            allowed(target),
            "the target of sample {i} is {target:?}; it must be {rule}"
        );
    }
}
