//! The parameters of the best epoch.

use super::History;
use micrograd_core::Value;

/// The parameters whose loss or metric was the best one up to now.
#[derive(Default)]
pub(super) struct BestParameters(Option<Vec<f64>>);

impl BestParameters {
    /// Takes over the parameters that the last epoch's number was seen with, if it is the best.
    pub(super) fn watch(&mut self, history: &History, seen: Option<Vec<f64>>) {
        if history
            .best()
            .is_some_and(|best| best.epoch == history.epochs())
        {
            self.0 = seen;
        }
    }

    pub(super) fn give_to(&self, parameters: &[Value]) {
        if let Some(best) = &self.0 {
            Value::set_data_of(parameters, best);
        }
    }

    #[cfg(feature = "safetensors")]
    pub(super) fn numbers(&self) -> Option<&[f64]> {
        self.0.as_deref()
    }

    #[cfg(feature = "safetensors")]
    pub(super) fn of(numbers: Option<Vec<f64>>) -> Self {
        BestParameters(numbers)
    }
}
