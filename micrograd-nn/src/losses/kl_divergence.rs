//! How far probabilities are from others.

use super::Losses;
use micrograd_core::{Value, grad};

/// The Kullback–Leibler divergence (1/n)·Σᵢ Σ꜀ qᵢ(c)·(ln qᵢ(c) − ln pᵢ(c)) of n rows of log-probabilities ln p
/// from the distributions q.
///
/// A class with q = 0 adds nothing. Kullback and Leibler, *On Information and Sufficiency*, Ann. Math.
/// Statist. 22 (1951); PyTorch's `KLDivLoss` with `reduction='batchmean'`.
///
/// # Panics
///
/// If there are no rows, not as many distributions as rows, a distribution is not as long as its row, or
/// a target is not between 0 and 1.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::kl_divergence_loss;
///
/// let log_probabilities = [[0.5_f64.ln(), 0.5_f64.ln()].map(Value::new)];
/// let loss = kl_divergence_loss(&log_probabilities, &[[1.0, 0.0]]);
/// assert_eq!(loss, 2_f64.ln());
/// ```
#[must_use]
#[track_caller]
pub fn kl_divergence_loss(
    log_probabilities: &[impl AsRef<[Value]>],
    distributions: &[impl AsRef<[f64]>],
) -> Value {
    kl_divergence_losses(log_probabilities, distributions).mean()
}

/// The divergence of each row of [`kl_divergence_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// As [`kl_divergence_loss`], except that there may be no rows.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::kl_divergence_losses;
/// let log_probabilities = [[0.5_f64.ln(), 0.5_f64.ln()].map(Value::new)];
/// assert_eq!(kl_divergence_losses(&log_probabilities, &[[0.5, 0.5]]).sum(), 0.0);
/// ```
#[track_caller]
pub fn kl_divergence_losses(
    log_probabilities: &[impl AsRef<[Value]>],
    distributions: &[impl AsRef<[f64]>],
) -> Losses {
    assert!(
        log_probabilities.len() == distributions.len(),
        "{} rows of log-probabilities were given with {} distributions",
        log_probabilities.len(),
        distributions.len()
    );
    let mut losses = Vec::with_capacity(distributions.len());
    for (i, (row, q)) in log_probabilities.iter().zip(distributions).enumerate() {
        let (row, q) = (row.as_ref(), q.as_ref());
        assert!(
            row.len() == q.len(),
            "row {i} has {} log-probabilities, and its distribution {}",
            row.len(),
            q.len()
        );
        let mut terms = Vec::with_capacity(q.len());
        for (c, (logarithm, &q)) in row.iter().zip(q).enumerate() {
            assert!(
                (0.0..=1.0).contains(&q),
                "the target of class {c} in row {i} is {q:?}; it must be between 0 and 1"
            );
            if q > 0.0 {
                let own = libm::log(q);
                terms.push(grad! { q * (own - logarithm) });
            }
        }
        losses.push(super::sum(terms));
    }
    Losses::of_equal_weight(losses)
}
