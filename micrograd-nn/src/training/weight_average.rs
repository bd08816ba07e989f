//! Weights that follow the parameters slowly.

use micrograd_core::Value;

/// An exponential moving average of the parameters, which is often better than the last ones: steps of
/// noisy gradients wander around a minimum, and their mean is closer to it.
///
/// a ← p at the first [`update`](WeightAverage::update), then a ← a + (1 − d)·(p − a), with the decay d.
/// Polyak and Juditsky, *Acceleration of Stochastic Approximation by Averaging*, SIAM Journal on Control
/// and Optimization 30 (1992); PyTorch's `AveragedModel` with `get_ema_multi_avg_fn(d)`.
///
/// [`Training::average_weights`](crate::Training::average_weights) keeps one, and puts it into the
/// checkpoint.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::WeightAverage;
///
/// let x = [Value::new(1.0)];
/// let mut average = WeightAverage::new(0.75);
/// average.update(&x);
/// x[0].set_data(3.0);
/// average.update(&x);
/// assert_eq!(average.numbers(), Some(&[1.5][..])); // 1 + ¼·2
/// assert_eq!(average.with(&x, || x[0].data()), 1.5);
/// assert_eq!(x[0], 3.0);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct WeightAverage {
    decay: f64,
    numbers: Option<Vec<f64>>,
}

impl WeightAverage {
    /// An average of nothing yet; PyTorch's decay is 0.999 unless given.
    ///
    /// # Panics
    ///
    /// If `decay` is not in [0, 1).
    ///
    /// ```
    /// # use micrograd_nn::WeightAverage;
    /// assert_eq!(WeightAverage::new(0.999).numbers(), None);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(decay: f64) -> Self {
        assert!(
            (0.0..1.0).contains(&decay),
            "the decay is {decay:?}; it must be at least 0 and below 1"
        );
        WeightAverage {
            decay,
            numbers: None,
        }
    }

    /// Takes in the present parameters, after a step.
    ///
    /// # Panics
    ///
    /// If there are not as many parameters as before.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::WeightAverage;
    /// let mut average = WeightAverage::new(0.999);
    /// average.update(&[Value::new(2.0)]);
    /// assert_eq!(average.numbers(), Some(&[2.0][..]));
    /// ```
    #[track_caller]
    pub fn update(&mut self, parameters: &[Value]) {
        let data = Value::data_of(parameters);
        match &mut self.numbers {
            None => self.numbers = Some(data),
            Some(average) => {
                assert!(
                    average.len() == data.len(),
                    "an average of {} parameters was given {}",
                    average.len(),
                    data.len()
                );
                for (a, p) in average.iter_mut().zip(data) {
                    *a += (1.0 - self.decay) * (p - *a);
                }
            }
        }
    }

    /// The averages, in the order of the parameters; none before the first update. They can become the
    /// parameters by [`set_parameters`](crate::Module::set_parameters).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, WeightAverage};
    /// let x = [Value::new(2.0)];
    /// let mut average = WeightAverage::new(0.999);
    /// average.update(&x);
    /// x[0].set_data(7.0);
    /// x.set_parameters(average.numbers().unwrap());
    /// assert_eq!(x[0], 2.0);
    /// ```
    #[must_use]
    pub fn numbers(&self) -> Option<&[f64]> {
        self.numbers.as_deref()
    }

    /// Calls `evaluate` while the parameters have the averages, and then gives them their own numbers
    /// back. Before the first update they keep them.
    ///
    /// # Panics
    ///
    /// If there are not as many parameters as before.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::WeightAverage;
    /// let x = [Value::new(2.0)];
    /// assert_eq!(WeightAverage::new(0.999).with(&x, || x[0].data()), 2.0);
    /// ```
    #[track_caller]
    pub fn with<R>(&self, parameters: &[Value], evaluate: impl FnOnce() -> R) -> R {
        let _own = self.numbers.as_deref().map(|average| {
            assert!(
                average.len() == parameters.len(),
                "an average of {} parameters was given {}",
                average.len(),
                parameters.len()
            );
            OwnNumbers::replaced_by(average, parameters)
        });
        evaluate()
    }

    #[cfg(feature = "safetensors")]
    pub(super) fn set_numbers(&mut self, numbers: Option<Vec<f64>>) {
        self.numbers = numbers;
    }
}

/// The parameters' own numbers, which they get back when this goes.
pub(super) struct OwnNumbers {
    parameters: Vec<Value>,
    numbers: Vec<f64>,
}

impl OwnNumbers {
    pub(super) fn replaced_by(average: &[f64], parameters: &[Value]) -> Self {
        let own = OwnNumbers {
            parameters: parameters.to_vec(),
            numbers: Value::data_of(parameters),
        };
        Value::set_data_of(parameters, average);
        own
    }
}

impl Drop for OwnNumbers {
    fn drop(&mut self) {
        Value::set_data_of(&self.parameters, &self.numbers);
    }
}
