//! What a run has seen, epoch by epoch.

use super::{Divergence, Metric};

/// What one epoch was like.
///
/// ```
/// use micrograd_nn::Record;
///
/// let record = Record { epoch: 1, steps: 45, loss: 0.5, lr: 0.01, metric: None };
/// assert!(record.loss < 1.0);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its number, counted from 1.
    pub epoch: u64,
    /// How many steps the run had taken at its end.
    pub steps: u64,
    /// The mean of the losses of its steps, each before its update; not finite if one of them was not.
    pub loss: f64,
    /// The learning rate of its last step.
    pub lr: f64,
    /// The value of the metric, if it reported one.
    pub metric: Option<f64>,
}

/// The records of a run, in order, and which metric they hold.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::{Sgd, Training};
/// # use rand::{SeedableRng, rngs::ChaCha8Rng};
/// # let x = Value::new(3.0);
/// # let mut training = Training::new(&x, Sgd::new(0.25), ChaCha8Rng::seed_from_u64(1)).epochs(2).quiet();
/// let history = training.run(|epoch| epoch.step(&x.powi(2)));
/// let losses: Vec<f64> = history.records().iter().map(|record| record.loss).collect();
/// assert_eq!(losses, [9.0, 2.25]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    records: Vec<Record>,
    metric_name: Option<String>,
    higher_is_better: bool,
    /// The place of the best record.
    best: Option<usize>,
    divergence: Option<Divergence>,
}

impl History {
    /// One record for each epoch.
    ///
    /// ```
    /// # use micrograd_nn::History;
    /// assert!(History::default().records().is_empty());
    /// ```
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The name of the metric, if one was reported.
    ///
    /// ```
    /// # use micrograd_nn::History;
    /// assert_eq!(History::default().metric_name(), None);
    /// ```
    #[must_use]
    pub fn metric_name(&self) -> Option<&str> {
        self.metric_name.as_deref()
    }

    /// The first of the best epochs: by the metric if one was reported, else by the loss.
    ///
    /// ```
    /// # use micrograd_nn::History;
    /// assert_eq!(History::default().best(), None);
    /// ```
    #[must_use]
    pub fn best(&self) -> Option<&Record> {
        self.best.map(|place| &self.records[place])
    }

    /// Why the last record is the last one, if a number was not finite; then its loss or its metric may
    /// be infinite or a NaN.
    ///
    /// ```
    /// # use micrograd_nn::History;
    /// assert_eq!(History::default().divergence(), None);
    /// ```
    #[must_use]
    pub fn divergence(&self) -> Option<&Divergence> {
        self.divergence.as_ref()
    }

    pub(super) fn end_with(&mut self, divergence: Divergence) {
        self.divergence = Some(divergence);
    }

    /// What is to be small.
    fn cost(&self, record: &Record) -> Option<f64> {
        match (&self.metric_name, self.higher_is_better) {
            (None, _) => Some(record.loss),
            (Some(_), true) => record.metric.map(|metric| -metric),
            (Some(_), false) => record.metric,
        }
    }

    /// What is to be small, of each epoch from this place on that has it.
    pub(super) fn costs_from(&self, place: usize) -> impl Iterator<Item = f64> {
        self.records[place..]
            .iter()
            .filter_map(|record| self.cost(record))
    }

    pub(super) fn epochs(&self) -> u64 {
        self.records.len() as u64
    }

    /// Whether larger numbers of the metric are better; false without one.
    ///
    /// ```
    /// # use micrograd_nn::History;
    /// assert!(!History::default().is_higher_better());
    /// ```
    #[must_use]
    pub fn is_higher_better(&self) -> bool {
        self.higher_is_better
    }

    #[track_caller]
    pub(super) fn push(&mut self, record: Record, metric: Option<&Metric>) {
        if let Some(metric) = metric {
            if self.metric_name.is_none() {
                // From now on losses do not count.
                self.best = None;
            }
            self.higher_is_better = metric.is_higher_better();
            let name = self
                .metric_name
                .get_or_insert_with(|| metric.name().to_owned());
            assert!(
                name == metric.name(),
                "epoch {} reports `{}`, the epochs before it `{name}`",
                record.epoch,
                metric.name()
            );
        }
        let cost = self.cost(&record);
        let least = self.best().and_then(|best| self.cost(best));
        let is_least = |cost: f64| cost.is_finite() && least.is_none_or(|least| cost < least);
        if cost.is_some_and(is_least) {
            self.best = Some(self.records.len());
        }
        self.records.push(record);
    }
}
