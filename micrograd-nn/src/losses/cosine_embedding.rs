//! A loss of directions: vectors should point the same way, or should not.

use super::{Losses, assert_targets};
use micrograd_core::{Value, grad};

/// The cosine embedding loss (1/n)·Σᵢ lᵢ of n pairs of vectors x and x′: lᵢ = 1 − cos(xᵢ, x′ᵢ) for the target 1,
/// and max(0, cos(xᵢ, x′ᵢ) − margin) for the target −1.
///
/// cos(x, x′) = x·x′/√((x·x + 10⁻¹²)·(x′·x′ + 10⁻¹²)). PyTorch's `CosineEmbeddingLoss`, whose margin is 0.
///
/// # Panics
///
/// If there are no vectors, not as many of both and targets, two vectors differ in length, a target is
/// neither 1 nor −1, or the margin is not between −1 and 1.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::cosine_embedding_loss;
///
/// let [east, north] = [[2.0, 0.0], [0.0, 3.0]].map(|vector| vector.map(Value::new));
/// let loss = cosine_embedding_loss(&[&east, &east], &[&north, &north], &[1.0, -1.0], 0.0);
/// assert_eq!(loss, 0.5); // (1 + 0)/2
/// ```
#[must_use]
#[track_caller]
pub fn cosine_embedding_loss<V: AsRef<[Value]>>(
    left: &[V],
    right: &[V],
    targets: &[f64],
    margin: f64,
) -> Value {
    cosine_embedding_losses(left, right, targets, margin).mean()
}

/// The losses of [`cosine_embedding_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// As [`cosine_embedding_loss`], except that there may be no vectors.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::cosine_embedding_losses;
/// let [east, west] = [[2.0], [-3.0]].map(|vector| vector.map(Value::new));
/// let losses = cosine_embedding_losses(&[&east], &[&west], &[-1.0], 0.0);
/// assert_eq!(losses.into_vec(), [0.0]);
/// ```
#[track_caller]
pub fn cosine_embedding_losses<V: AsRef<[Value]>>(
    left: &[V],
    right: &[V],
    targets: &[f64],
    margin: f64,
) -> Losses {
    assert!(
        (-1.0..=1.0).contains(&margin),
        "the margin is {margin:?}; it must be between -1 and 1"
    );
    assert!(
        left.len() == right.len() && left.len() == targets.len(),
        "{} vectors were given with {} others and {} targets",
        left.len(),
        right.len(),
        targets.len()
    );
    assert_targets(targets, |y| y.abs() == 1.0, "1 or -1");
    let mut losses = Vec::with_capacity(targets.len());
    for ((x, y), &target) in left.iter().zip(right).zip(targets) {
        let cosine = cosine(x.as_ref(), y.as_ref());
        losses.push(if target > 0.0 {
            grad! { 1 - cosine }
        } else {
            grad! { (cosine - margin).relu() }
        });
    }
    Losses::of_equal_weight(losses)
}

#[track_caller]
fn cosine(x: &[Value], y: &[Value]) -> Value {
    super::assert_same_length(x, y);
    let product = Value::dot(x, y);
    let (own, other) = (Value::dot(x, x), Value::dot(y, y));
    grad! { product / ((own + 1e-12) * (other + 1e-12)).sqrt() }
}
