//! How far predictions are from numbers.

/// The coefficient of determination, R² = 1 − Σᵢ (yᵢ − ŷᵢ)² / Σᵢ (yᵢ − ȳ)²: the share of the targets' variance
/// that the predictions explain. 1 is perfect, 0 is as good as the mean ȳ, and below 0 is worse.
///
/// Of constant targets it is 1 if the predictions are exact, and else 0, as scikit-learn's `r2_score`.
///
/// # Panics
///
/// If there are fewer than 2 predictions, not as many targets, or a number is NaN.
///
/// ```
/// use micrograd_nn::r2_score;
///
/// assert_eq!(r2_score(&[2.5, 0.0, 2.0, 8.0], &[3.0, -0.5, 2.0, 7.0]), 1.0 - 1.5 / 29.1875);
/// ```
#[must_use]
#[track_caller]
pub fn r2_score(predictions: &[f64], targets: &[f64]) -> f64 {
    assert_pairs(predictions, targets, 2);
    let mean = targets.iter().sum::<f64>() / count(targets);
    let left: f64 = differences(predictions, targets).map(|d| d * d).sum();
    let whole: f64 = targets.iter().map(|y| (y - mean) * (y - mean)).sum();
    if whole == 0.0 {
        return f64::from(left == 0.0);
    }
    1.0 - left / whole
}

/// The mean absolute error (1/n)·Σᵢ |ŷᵢ − yᵢ|, in the unit of the targets. scikit-learn's
/// `mean_absolute_error`; the loss with a gradient is [`mae_loss`](crate::mae_loss).
///
/// # Panics
///
/// If there are no predictions, not as many targets, or a number is NaN.
///
/// ```
/// use micrograd_nn::mean_absolute_error;
///
/// assert_eq!(mean_absolute_error(&[2.5, 0.0, 2.0, 8.0], &[3.0, -0.5, 2.0, 7.0]), 0.5);
/// ```
#[must_use]
#[track_caller]
pub fn mean_absolute_error(predictions: &[f64], targets: &[f64]) -> f64 {
    assert_pairs(predictions, targets, 1);
    differences(predictions, targets).map(f64::abs).sum::<f64>() / count(targets)
}

/// The root of the mean squared error, √((1/n)·Σᵢ (ŷᵢ − yᵢ)²), in the unit of the targets. scikit-learn's
/// `root_mean_squared_error`; the loss with a gradient is [`mse_loss`](crate::mse_loss), without the root.
///
/// # Panics
///
/// If there are no predictions, not as many targets, or a number is NaN.
///
/// ```
/// use micrograd_nn::root_mean_squared_error;
///
/// let error = root_mean_squared_error(&[2.5, 0.0, 2.0, 8.0], &[3.0, -0.5, 2.0, 7.0]);
/// assert_eq!(error, 0.375_f64.sqrt());
/// ```
#[must_use]
#[track_caller]
pub fn root_mean_squared_error(predictions: &[f64], targets: &[f64]) -> f64 {
    assert_pairs(predictions, targets, 1);
    let squares = differences(predictions, targets).map(|d| d * d);
    (squares.sum::<f64>() / count(targets)).sqrt()
}

fn differences(predictions: &[f64], targets: &[f64]) -> impl Iterator<Item = f64> {
    predictions
        .iter()
        .zip(targets)
        .map(|(prediction, y)| prediction - y)
}

#[expect(clippy::cast_precision_loss)] // No one has 2⁵³ samples.
fn count(targets: &[f64]) -> f64 {
    targets.len() as f64
}

#[track_caller]
fn assert_pairs(predictions: &[f64], targets: &[f64], least: usize) {
    assert!(
        predictions.len() == targets.len(),
        "{} predictions were given with {} targets",
        predictions.len(),
        targets.len()
    );
    assert!(
        predictions.len() >= least,
        "the metric needs at least {least} samples, not {}",
        predictions.len()
    );
    for (i, (prediction, target)) in predictions.iter().zip(targets).enumerate() {
        assert!(
            !prediction.is_nan() && !target.is_nan(),
            "sample {i} has the prediction {prediction:?} and the target {target:?}"
        );
    }
}
