//! When to stop before the last epoch.

use super::History;
use micrograd_core::Value;

/// How long to wait for a better epoch, and the parameters of the best one.
pub(super) struct EarlyStopping {
    patience: u64,
    best: Option<Vec<f64>>,
}

impl EarlyStopping {
    pub(super) fn new(patience: u64) -> Self {
        EarlyStopping {
            patience,
            best: None,
        }
    }

    /// Keeps the parameters if the last epoch is the best.
    pub(super) fn watch(&mut self, history: &History, parameters: &[Value]) {
        if history
            .best()
            .is_some_and(|best| best.epoch == history.epochs())
        {
            self.best = Some(parameters.iter().map(Value::data).collect());
        }
    }

    pub(super) fn is_over(&self, history: &History) -> bool {
        history
            .best()
            .is_some_and(|best| history.epochs() - best.epoch >= self.patience)
    }

    pub(super) fn set_best(&self, parameters: &[Value]) {
        if let Some(best) = &self.best {
            for (parameter, &number) in parameters.iter().zip(best) {
                parameter.set_data(number);
            }
        }
    }

    #[cfg(feature = "safetensors")]
    pub(super) fn best(&self) -> Option<&[f64]> {
        self.best.as_deref()
    }

    #[cfg(feature = "safetensors")]
    pub(super) fn restore_best(&mut self, best: Option<Vec<f64>>) {
        self.best = best;
    }
}
