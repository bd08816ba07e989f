//! What an epoch leaves behind.

use super::super::{Divergence, Metric, Record};
use super::Epoch;
use crate::{Module, Optimizer};

/// The record of an epoch, with what decides how the run goes on.
pub(in super::super) struct Outcome {
    pub(in super::super) record: Record,
    pub(in super::super) metric: Option<Metric>,
    /// The parameters with which the number that counts was seen.
    pub(in super::super) seen: Option<Vec<f64>>,
    pub(in super::super) divergence: Option<Divergence>,
}

impl<M: Module + ?Sized, O: Optimizer> Epoch<'_, '_, M, O> {
    #[track_caller]
    pub(in super::super) fn into_outcome(self) -> Outcome {
        let epoch = self.number();
        let diverged = self.has_diverged();
        assert!(
            self.pending.1 == 0 || diverged,
            "epoch {epoch} ends with {} calls of backward after its last update",
            self.pending.1
        );
        assert!(
            self.steps > 0 || diverged,
            "epoch {epoch} took {} steps",
            self.steps
        );
        let record = Record {
            epoch,
            steps: self.training.steps,
            loss: self.losses / f64::from(self.steps),
            lr: self.training.optimizer.lr(),
            metric: self.metric.as_ref().map(Metric::value),
        };
        Outcome {
            record,
            metric: self.metric,
            seen: self.seen,
            divergence: self.divergence,
        }
    }
}
