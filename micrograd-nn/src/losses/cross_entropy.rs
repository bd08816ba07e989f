//! The loss of choosing one of several classes.

mod soft_targets;

use super::Losses;
use super::softmax::Relative;
use crate::labels::assert_one_label_each;
use micrograd_core::Value;

/// The cross-entropy −(1/n)·Σᵢ ln pᵢ(yᵢ) of n rows of logits z for the labels y, where
/// pᵢ = softmax(zᵢ).
///
/// A row has one logit for each class, a label is the index of the right one. It is computed from
/// differences of logits, so that no logit is too large, and a loss near 0 keeps all its digits.
/// [`CrossEntropy`] has options. Good, *Rational Decisions*, JRSS B 14 (1952); PyTorch's
/// `CrossEntropyLoss`.
///
/// # Panics
///
/// If there are no rows, not as many labels as rows, the rows differ in length or are empty, or a
/// label is not the index of a class.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::cross_entropy_loss;
///
/// let logits = [[0.0, 0.0].map(Value::new), [1000.0, -1000.0].map(Value::new)];
/// let loss = cross_entropy_loss(&logits, &[0, 1]);
/// assert_eq!(loss, (2_f64.ln() + 2000.0) / 2.0);
///
/// loss.backward();
/// assert_eq!(logits[0][0].grad(), (0.5 - 1.0) / 2.0); // (softmax(z) − onehot(y))/n
/// assert_eq!(logits[0][1].grad(), 0.5 / 2.0);
/// ```
#[must_use]
#[track_caller]
pub fn cross_entropy_loss(logits: &[impl AsRef<[Value]>], labels: &[usize]) -> Value {
    cross_entropy_losses(logits, labels).mean()
}

/// The losses −ln pᵢ(yᵢ) of [`cross_entropy_loss`], before they are [reduced](Losses).
///
/// # Panics
///
/// As [`cross_entropy_loss`], except that there may be no rows.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::cross_entropy_losses;
/// let losses = cross_entropy_losses(&[[-1000.0, 1000.0].map(Value::new)], &[0]);
/// assert_eq!(losses.into_vec(), [2000.0]);
/// ```
#[track_caller]
pub fn cross_entropy_losses(logits: &[impl AsRef<[Value]>], labels: &[usize]) -> Losses {
    CrossEntropy::new().losses(logits, labels)
}

/// [`cross_entropy_loss`] with label smoothing ε, class weights w, a label to ignore, and probabilities
/// as [targets](CrossEntropy::mean_of_distributions).
///
/// With pᵢ = softmax(zᵢ) over C classes, a sample's loss is
/// −(1 − ε)·w(yᵢ)·ln pᵢ(yᵢ) − (ε/C)·Σ꜀ w(c)·ln pᵢ(c), and the mean divides the sum by Σᵢ w(yᵢ).
/// Szegedy et al., *Rethinking the Inception Architecture for Computer Vision*, CVPR 2016;
/// PyTorch's `CrossEntropyLoss` with `label_smoothing`, `weight` and `ignore_index`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::CrossEntropy;
///
/// let loss = CrossEntropy::new().label_smoothing(0.2);
/// let logits = [[1000.0, 0.0].map(Value::new)];
/// assert_eq!(loss.mean(&logits, &[0]), 100.0); // 0.9·0 + 0.1·1000
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct CrossEntropy {
    label_smoothing: f64,
    class_weights: Option<Vec<f64>>,
    ignored: Option<usize>,
}

impl CrossEntropy {
    /// The plain cross-entropy.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{CrossEntropy, cross_entropy_loss};
    /// let logits = [[0.5, -0.5].map(Value::new)];
    /// assert_eq!(CrossEntropy::new().mean(&logits, &[1]), cross_entropy_loss(&logits, &[1]));
    /// ```
    pub fn new() -> Self {
        CrossEntropy::default()
    }

    /// The share ε of each label that is spread evenly over all classes.
    ///
    /// # Panics
    ///
    /// If `epsilon` is not between 0 and 1.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::CrossEntropy;
    /// let logits = [[7.0, 7.0].map(Value::new)];
    /// let loss = CrossEntropy::new().label_smoothing(1.0).mean(&logits, &[0]);
    /// assert_eq!(loss, 2_f64.ln());
    /// ```
    #[track_caller]
    pub fn label_smoothing(mut self, epsilon: f64) -> Self {
        assert!(
            (0.0..=1.0).contains(&epsilon),
            "the label smoothing is {epsilon:?}; it must be between 0 and 1"
        );
        self.label_smoothing = epsilon;
        self
    }

    /// How much each class counts, for classes that are seldom seen.
    ///
    /// # Panics
    ///
    /// If a weight is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::CrossEntropy;
    /// let logits = [[1000.0, 0.0].map(Value::new), [1000.0, 0.0].map(Value::new)];
    /// let loss = CrossEntropy::new().class_weights(&[1.0, 3.0]).mean(&logits, &[0, 1]);
    /// assert_eq!(loss, 750.0); // (1·0 + 3·1000)/(1 + 3)
    /// ```
    #[track_caller]
    pub fn class_weights(mut self, weights: &[f64]) -> Self {
        for (class, &weight) in weights.iter().enumerate() {
            assert!(
                weight >= 0.0 && weight.is_finite(),
                "the weight of class {class} is {weight:?}; it must be finite and at least 0"
            );
        }
        self.class_weights = Some(weights.to_vec());
        self
    }

    /// A label whose samples do not count, such as that of the padding behind a short text; it need not
    /// be a class. Their losses are 0, and the mean is one over the others.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::CrossEntropy;
    /// let logits = [[1000.0, 0.0].map(Value::new), [1000.0, 0.0].map(Value::new)];
    /// let loss = CrossEntropy::new().ignore_label(99);
    /// assert_eq!(loss.losses(&logits, &[1, 99]).into_vec(), [1000.0, 0.0]);
    /// assert_eq!(loss.mean(&logits, &[1, 99]), 1000.0);
    /// ```
    pub fn ignore_label(mut self, label: usize) -> Self {
        self.ignored = Some(label);
        self
    }

    /// The mean over the samples.
    ///
    /// # Panics
    ///
    /// As [`cross_entropy_loss`], and if there are not as many class weights as classes, or all samples
    /// weigh 0 or are ignored.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::CrossEntropy;
    /// let logits = [[1000.0, 0.0].map(Value::new), [1000.0, 0.0].map(Value::new)];
    /// assert_eq!(CrossEntropy::new().mean(&logits, &[0, 1]), 500.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn mean(&self, logits: &[impl AsRef<[Value]>], labels: &[usize]) -> Value {
        self.losses(logits, labels).mean()
    }

    /// The losses of the samples, before they are [reduced](Losses).
    ///
    /// # Panics
    ///
    /// As [`mean`](CrossEntropy::mean), except that there may be no rows.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::CrossEntropy;
    /// let logits = [[1000.0, 0.0].map(Value::new), [1000.0, 0.0].map(Value::new)];
    /// assert_eq!(CrossEntropy::new().losses(&logits, &[0, 1]).sum(), 1000.0);
    /// ```
    #[track_caller]
    pub fn losses(&self, logits: &[impl AsRef<[Value]>], labels: &[usize]) -> Losses {
        assert_one_label_each(logits, labels, self.ignored);
        let mut losses = Vec::with_capacity(logits.len());
        let mut weight = 0.0;
        for (row, &label) in logits.iter().zip(labels) {
            if self.ignored == Some(label) {
                losses.push(Value::new(0.0));
                continue;
            }
            let share = |class| if class == label { 1.0 } else { 0.0 };
            losses.push(self.loss(row.as_ref(), share));
            weight += self.class_weight(label);
        }
        Losses::weighted(losses, weight)
    }

    /// With the target distribution q and the gaps zᵢ − max z: Σᵢ qᵢ·(ln Σⱼ exp(gapⱼ) − gapᵢ). `share` is
    /// the distribution before smoothing.
    #[track_caller]
    fn loss(&self, logits: &[Value], share: impl Fn(usize) -> f64) -> Value {
        if let Some(weights) = &self.class_weights {
            assert!(
                weights.len() == logits.len(),
                "{} class weights were given with {} classes",
                weights.len(),
                logits.len()
            );
        }
        #[expect(clippy::cast_precision_loss)] // No one has 2⁵³ classes.
        let spread = self.label_smoothing / logits.len() as f64;
        let own = 1.0 - self.label_smoothing;
        let target = |class| self.class_weight(class) * (own * share(class) + spread);

        let Relative { gaps, rest } = Relative::to_the_largest(logits);
        let total: f64 = (0..logits.len()).map(target).sum();
        let mut loss = rest.ln_1p();
        if total != 1.0 {
            loss *= total;
        }
        for (class, gap) in gaps.iter().enumerate() {
            let q = target(class);
            let Some(gap) = gap else { continue };
            // A class without a share says nothing, not even if its logit is infinite.
            if q == 1.0 {
                loss -= gap;
            } else if q != 0.0 {
                loss -= q * gap;
            }
        }
        loss
    }

    fn class_weight(&self, class: usize) -> f64 {
        self.class_weights
            .as_ref()
            .map_or(1.0, |weights| weights[class])
    }
}
