//! A loss of distances: an anchor should lie closer to one vector than to another.

use super::{Losses, sum};
use micrograd_core::{Value, grad};

/// The triplet loss (1/n)·Σᵢ max(d(aᵢ, pᵢ) − d(aᵢ, nᵢ) + margin, 0): an anchor a should lie closer to the
/// positive p than to the negative n, by the margin.
///
/// d(x, y) = √(Σⱼ (xⱼ − yⱼ + 10⁻⁶)²), which has a slope at x = y, too. Balntas et al., *Learning local
/// feature descriptors with triplets*, BMVC 2016; PyTorch's `TripletMarginLoss`, whose margin is 1.
///
/// # Panics
///
/// If there are no anchors, not as many positives or negatives, vectors differ in length, or the margin
/// is not above 0 or not finite.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::triplet_margin_loss;
///
/// let point = |x: f64, y: f64| [x, y].map(Value::new);
/// let loss = triplet_margin_loss(&[point(0.0, 0.0)], &[point(3.0, 4.0)], &[point(0.0, 5.5)], 1.0);
/// assert!((loss.data() - 0.5).abs() < 1e-5);
/// ```
#[must_use]
#[track_caller]
pub fn triplet_margin_loss<V: AsRef<[Value]>>(
    anchors: &[V],
    positives: &[V],
    negatives: &[V],
    margin: f64,
) -> Value {
    triplet_margin_losses(anchors, positives, negatives, margin).mean()
}

/// The losses of [`triplet_margin_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// As [`triplet_margin_loss`], except that there may be no anchors.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::triplet_margin_losses;
/// let [near, far] = [1.0, 9.0].map(|x| [Value::new(x)]);
/// let losses = triplet_margin_losses(&[&near], &[&near], &[&far], 1.0);
/// assert_eq!(losses.into_vec(), [0.0]);
/// ```
#[track_caller]
pub fn triplet_margin_losses<V: AsRef<[Value]>>(
    anchors: &[V],
    positives: &[V],
    negatives: &[V],
    margin: f64,
) -> Losses {
    assert!(
        margin > 0.0 && margin.is_finite(),
        "the margin is {margin:?}; it must be finite and above 0"
    );
    for (name, vectors) in [("positives", positives), ("negatives", negatives)] {
        assert!(
            vectors.len() == anchors.len(),
            "{} anchors were given with {} {name}",
            anchors.len(),
            vectors.len()
        );
    }
    let mut losses = Vec::with_capacity(anchors.len());
    for (anchor, (positive, negative)) in anchors.iter().zip(positives.iter().zip(negatives)) {
        let near = distance(anchor.as_ref(), positive.as_ref());
        let far = distance(anchor.as_ref(), negative.as_ref());
        losses.push(grad! { (near - far + margin).relu() });
    }
    Losses::of_equal_weight(losses)
}

#[track_caller]
fn distance(x: &[Value], y: &[Value]) -> Value {
    super::assert_same_length(x, y);
    let mut squares = Vec::with_capacity(x.len());
    for (x, y) in x.iter().zip(y) {
        squares.push(grad! { (x - y + 1e-6) ** 2 });
    }
    sum(squares).sqrt()
}
