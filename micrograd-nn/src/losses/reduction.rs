//! From one loss for each sample to one number.

use micrograd_core::Value;

/// One loss for each sample, to be reduced to one number.
///
/// Every loss of this crate comes twice: `mse_loss` is the mean, which is what one trains on, and
/// `mse_losses` hands out the losses before they are reduced. PyTorch's `reduction`: `'mean'` is
/// [`mean`](Losses::mean), `'sum'` is [`sum`](Losses::sum), `'none'` is
/// [`into_vec`](Losses::into_vec).
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{mse_loss, mse_losses};
///
/// let outputs = [Value::new(1.0), Value::new(4.0)];
/// let targets = [0.0, 1.0];
/// assert_eq!(mse_losses(&outputs, &targets).into_vec(), [1.0, 9.0]);
/// assert_eq!(mse_losses(&outputs, &targets).sum(), 10.0);
/// assert_eq!(mse_losses(&outputs, &targets).mean(), 5.0);
/// assert_eq!(mse_loss(&outputs, &targets), 5.0);
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Losses {
    each: Vec<Value>,
    /// Σᵢ of the samples' weights, n where they weigh the same.
    weight: f64,
}

impl Losses {
    #[expect(clippy::cast_precision_loss)] // No one records 2⁵³ losses.
    pub(super) fn of_equal_weight(each: Vec<Value>) -> Self {
        let weight = each.len() as f64;
        Losses { each, weight }
    }

    /// Losses that have been multiplied by the weights of their samples.
    pub(super) fn weighted(each: Vec<Value>, weight: f64) -> Self {
        Losses { each, weight }
    }

    /// (1/n)·Σᵢ lᵢ, summed from the left; (1/Σᵢwᵢ)·Σᵢ lᵢ where the samples have weights w.
    ///
    /// # Panics
    ///
    /// If there are no losses, or the weights add up to 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::mae_losses;
    /// assert_eq!(mae_losses(&[Value::new(1.0), Value::new(-3.0)], &[0.0, 0.0]).mean(), 2.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn mean(self) -> Value {
        let Losses { each, weight } = self;
        assert!(!each.is_empty(), "the mean of 0 losses is undefined");
        assert!(
            weight > 0.0,
            "the mean of {} losses whose weights add up to {weight:?} is undefined",
            each.len()
        );
        super::sum(each) * (1.0 / weight)
    }

    /// Σᵢ lᵢ, from the left; 0 for no losses.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::mae_losses;
    /// assert_eq!(mae_losses(&[Value::new(1.0), Value::new(-3.0)], &[0.0, 0.0]).sum(), 4.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn sum(self) -> Value {
        super::sum(self.each)
    }

    /// The losses themselves, in the order of the samples.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::mae_losses;
    /// let losses = mae_losses(&[Value::new(1.0), Value::new(-3.0)], &[0.0, 0.0]);
    /// assert_eq!(losses.into_vec(), [1.0, 3.0]);
    /// ```
    #[must_use]
    pub fn into_vec(self) -> Vec<Value> {
        self.each
    }
}
