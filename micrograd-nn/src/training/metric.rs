//! What an epoch reports about the model.

/// A number that says how good a model is, with its name and the direction that is better. A run
/// that reports an infinity or a NaN [ends](crate::Divergence).
///
/// ```
/// use micrograd_nn::Metric;
///
/// let accuracy = Metric::higher_is_better("accuracy", 0.97);
/// assert_eq!((accuracy.name(), accuracy.value()), ("accuracy", 0.97));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    name: String,
    value: f64,
    higher_is_better: bool,
}

impl Metric {
    /// A metric that training should raise: an accuracy.
    ///
    /// ```
    /// # use micrograd_nn::Metric;
    /// assert_eq!(Metric::higher_is_better("accuracy", 0.5).value(), 0.5);
    /// ```
    #[must_use]
    pub fn higher_is_better(name: impl Into<String>, value: f64) -> Self {
        Metric::new(name.into(), value, true)
    }

    /// A metric that training should lower: the loss on other data.
    ///
    /// ```
    /// # use micrograd_nn::Metric;
    /// assert_eq!(Metric::lower_is_better("validation loss", 0.3).name(), "validation loss");
    /// ```
    #[must_use]
    pub fn lower_is_better(name: impl Into<String>, value: f64) -> Self {
        Metric::new(name.into(), value, false)
    }

    fn new(name: String, value: f64, higher_is_better: bool) -> Self {
        Metric {
            name,
            value,
            higher_is_better,
        }
    }

    /// What it is called.
    ///
    /// ```
    /// # use micrograd_nn::Metric;
    /// assert_eq!(Metric::higher_is_better("accuracy", 0.5).name(), "accuracy");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number.
    ///
    /// ```
    /// # use micrograd_nn::Metric;
    /// assert_eq!(Metric::higher_is_better("accuracy", 0.5).value(), 0.5);
    /// ```
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }

    /// Whether larger numbers are better.
    ///
    /// ```
    /// # use micrograd_nn::Metric;
    /// assert!(!Metric::lower_is_better("error", 0.5).is_higher_better());
    /// ```
    #[must_use]
    pub fn is_higher_better(&self) -> bool {
        self.higher_is_better
    }
}
