//! The average of the weights, looked at between steps.

use super::super::weight_average::OwnNumbers;
use super::Epoch;
use crate::{Module, Optimizer};

impl<M: Module + ?Sized, O: Optimizer> Epoch<'_, '_, M, O> {
    /// Calls `evaluate` while the model has the [average](crate::Training::average_weights) of its weights, if one
    /// is kept; a metric that is reported in there is that of the average, and with early stopping, so are
    /// the best parameters. Steps are for outside: what they change is taken back.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Metric, Sgd, Training};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let x = Value::new(1.0);
    /// # let training = Training::new(&x, Sgd::new(0.875), ChaCha8Rng::seed_from_u64(1)).quiet();
    /// let mut training = training.epochs(2).average_weights(0.5);
    /// training.run(|epoch| {
    ///     epoch.step(&x.powi(2)); // −0.75, 0.5625
    ///     epoch.with_average(|epoch| {
    ///         epoch.report(Metric::lower_is_better("distance from 0", x.data().abs()));
    ///     });
    /// });
    /// assert_eq!(x, 0.5625);
    /// ```
    pub fn with_average<R>(&mut self, evaluate: impl FnOnce(&mut Self) -> R) -> R {
        let training = &self.training;
        let _own = training
            .average()
            .map(|average| OwnNumbers::replaced_by(average, &training.parameters));
        evaluate(self)
    }
}
