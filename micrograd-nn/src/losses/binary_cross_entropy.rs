//! The loss of logistic regression.

use super::{Losses, assert_one_target_each, assert_targets};
use micrograd_core::{Value, grad};

/// The binary cross-entropy −(1/n)·Σᵢ [yᵢ·ln σ(zᵢ) + (1 − yᵢ)·ln σ(−zᵢ)] of n logits z for the
/// targets y, each a probability between 0 and 1.
///
/// A logit is the score before the sigmoid σ(z) = 1/(1 + e⁻ᶻ), so that no logit is too large: the
/// loss is computed as y·softplus(−z) + (1 − y)·softplus(z), which keeps all digits however sure
/// the answer. Cox, *The Regression Analysis of Binary Sequences*, JRSS B 20 (1958); PyTorch's
/// `BCEWithLogitsLoss`.
///
/// # Panics
///
/// If there are no logits, not as many targets as logits, or a target is not between 0 and 1.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::binary_cross_entropy_loss;
///
/// let logits = [Value::new(0.0), Value::new(-1000.0)];
/// let loss = binary_cross_entropy_loss(&logits, &[1.0, 1.0]);
/// assert_eq!(loss, (2_f64.ln() + 1000.0) / 2.0);
///
/// loss.backward();
/// assert_eq!(logits[0].grad(), -0.25); // ∂L/∂z = (σ(z) − y)/n
/// assert_eq!(logits[1].grad(), -0.5);
/// ```
#[must_use]
#[track_caller]
pub fn binary_cross_entropy_loss(logits: &[Value], targets: &[f64]) -> Value {
    binary_cross_entropy_losses(logits, targets).mean()
}

/// The losses of [`binary_cross_entropy_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// If there are not as many targets as logits, or a target is not between 0 and 1.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::binary_cross_entropy_losses;
/// let losses = binary_cross_entropy_losses(&[Value::new(1000.0)], &[0.25]);
/// assert_eq!(losses.into_vec(), [750.0]);
/// ```
#[track_caller]
pub fn binary_cross_entropy_losses(logits: &[Value], targets: &[f64]) -> Losses {
    BinaryCrossEntropy::new().losses(logits, targets)
}

/// [`binary_cross_entropy_loss`] in which the positive samples count w times:
/// −(1/n)·Σᵢ [w·yᵢ·ln σ(zᵢ) + (1 − yᵢ)·ln σ(−zᵢ)].
///
/// PyTorch's `BCEWithLogitsLoss` with `pos_weight`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::BinaryCrossEntropy;
///
/// let loss = BinaryCrossEntropy::new().pos_weight(3.0);
/// let logits = [-1000.0, 1000.0].map(Value::new);
/// assert_eq!(loss.mean(&logits, &[1.0, 0.0]), (3.0 * 1000.0 + 1000.0) / 2.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[must_use]
pub struct BinaryCrossEntropy {
    pos_weight: f64,
}

impl Default for BinaryCrossEntropy {
    fn default() -> Self {
        BinaryCrossEntropy::new()
    }
}

impl BinaryCrossEntropy {
    /// The plain binary cross-entropy, w = 1.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{BinaryCrossEntropy, binary_cross_entropy_loss};
    /// let logits = [Value::new(0.5)];
    /// let plain = binary_cross_entropy_loss(&logits, &[0.25]);
    /// assert_eq!(BinaryCrossEntropy::new().mean(&logits, &[0.25]), plain);
    /// ```
    pub fn new() -> Self {
        BinaryCrossEntropy { pos_weight: 1.0 }
    }

    /// How often a positive sample counts, w: the negative samples for each positive one, where these
    /// are rare.
    ///
    /// # Panics
    ///
    /// If `weight` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::BinaryCrossEntropy;
    /// let loss = BinaryCrossEntropy::new().pos_weight(0.0);
    /// assert_eq!(loss.mean(&[Value::new(-1000.0)], &[1.0]), 0.0);
    /// ```
    #[track_caller]
    pub fn pos_weight(mut self, weight: f64) -> Self {
        assert!(
            weight >= 0.0 && weight.is_finite(),
            "the weight of positive samples is {weight:?}; it must be finite and at least 0"
        );
        self.pos_weight = weight;
        self
    }

    /// The mean over the samples.
    ///
    /// # Panics
    ///
    /// As [`binary_cross_entropy_loss`].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::BinaryCrossEntropy;
    /// assert_eq!(BinaryCrossEntropy::new().mean(&[Value::new(0.0)], &[1.0]), 2_f64.ln());
    /// ```
    #[must_use]
    #[track_caller]
    pub fn mean(&self, logits: &[Value], targets: &[f64]) -> Value {
        self.losses(logits, targets).mean()
    }

    /// The losses of the samples, before they are [reduced](Losses).
    ///
    /// # Panics
    ///
    /// As [`mean`](BinaryCrossEntropy::mean), except that there may be no logits.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::BinaryCrossEntropy;
    /// let losses = BinaryCrossEntropy::new().losses(&[Value::new(1000.0)], &[0.0]);
    /// assert_eq!(losses.into_vec(), [1000.0]);
    /// ```
    #[track_caller]
    pub fn losses(&self, logits: &[Value], targets: &[f64]) -> Losses {
        assert_targets(targets, |y| (0.0..=1.0).contains(&y), "between 0 and 1");
        assert_one_target_each("logits", logits, targets);
        let weight = self.pos_weight;
        let mut losses = Vec::with_capacity(logits.len());
        for (z, &y) in logits.iter().zip(targets) {
            // A certain target needs one term, and then the other cannot be 0·∞.
            losses.push(if y == 1.0 && weight == 1.0 {
                grad! { (-z).softplus() }
            } else if y == 1.0 {
                grad! { weight * (-z).softplus() }
            } else if y == 0.0 {
                z.softplus()
            } else {
                let positive = weight * y;
                grad! { positive * (-z).softplus() + (1 - y) * z.softplus() }
            });
        }
        Losses::of_equal_weight(losses)
    }
}
