//! Probabilities as targets.

use super::{CrossEntropy, Losses};
use micrograd_core::Value;

/// # Distributions as targets
impl CrossEntropy {
    /// The mean over the samples, where each target is a distribution q over the classes: what another
    /// model says, or several raters.
    ///
    /// With pᵢ = softmax(zᵢ), label smoothing ε and class weights w, a sample's loss is
    /// −Σ꜀ w(c)·((1 − ε)·qᵢ(c) + ε/C)·ln pᵢ(c), and the mean divides by the number of samples. Hinton,
    /// Vinyals and Dean, *Distilling the Knowledge in a Neural Network*, 2015; PyTorch's
    /// `CrossEntropyLoss` with class probabilities.
    ///
    /// # Panics
    ///
    /// If there are no rows, not as many targets as rows, a target is not as long as its row, or is no
    /// distribution: a number of it is negative, or they do not add up to 1; or if there are not as many
    /// class weights as classes.
    ///
    /// ```
    /// use micrograd_core::Value;
    /// use micrograd_nn::CrossEntropy;
    ///
    /// let logits = [[1000.0, 0.0].map(Value::new)];
    /// let loss = CrossEntropy::new().mean_of_distributions(&logits, &[[0.25, 0.75]]);
    /// assert_eq!(loss, 750.0); // 0.25·0 + 0.75·1000
    /// ```
    #[must_use]
    #[track_caller]
    pub fn mean_of_distributions(
        &self,
        logits: &[impl AsRef<[Value]>],
        targets: &[impl AsRef<[f64]>],
    ) -> Value {
        self.losses_of_distributions(logits, targets).mean()
    }

    /// The losses of [`mean_of_distributions`](CrossEntropy::mean_of_distributions), before they are
    /// [reduced](Losses).
    ///
    /// # Panics
    ///
    /// As [`mean_of_distributions`](CrossEntropy::mean_of_distributions), except that there may be no rows.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::CrossEntropy;
    /// let logits = [[1000.0, 0.0].map(Value::new)];
    /// let losses = CrossEntropy::new().losses_of_distributions(&logits, &[[0.5, 0.5]]);
    /// assert_eq!(losses.into_vec(), [500.0]);
    /// ```
    #[track_caller]
    pub fn losses_of_distributions(
        &self,
        logits: &[impl AsRef<[Value]>],
        targets: &[impl AsRef<[f64]>],
    ) -> Losses {
        assert!(
            logits.len() == targets.len(),
            "{} rows of logits were given with {} distributions",
            logits.len(),
            targets.len()
        );
        let mut losses = Vec::with_capacity(logits.len());
        for (i, (row, target)) in logits.iter().zip(targets).enumerate() {
            let (row, target) = (row.as_ref(), target.as_ref());
            assert!(
                row.len() == target.len(),
                "row {i} has {} logits, and its target {} probabilities",
                row.len(),
                target.len()
            );
            let total: f64 = target.iter().sum();
            // What softmax gives in single precision passes.
            assert!(
                target.iter().all(|&q| q >= 0.0) && (total - 1.0).abs() < 1e-4,
                "the target of sample {i} is no distribution: {target:?}; probabilities are at least 0 and \
                 add up to 1"
            );
            losses.push(self.loss(row, |class| target[class]));
        }
        Losses::of_equal_weight(losses)
    }
}
