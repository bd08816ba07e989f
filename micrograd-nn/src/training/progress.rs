//! What can be watched while training.

#[cfg(feature = "progress")]
mod bar;

use super::{History, Record};
use std::fmt;
use std::io::{self, Write};
use std::time::Instant;

/// Where a run shows how it goes.
pub(super) enum Progress {
    Hidden,
    Lines(Lines),
    #[cfg(feature = "progress")]
    Bar(bar::Bar),
}

impl Progress {
    /// A bar if a terminal is there that can draw one, else lines.
    pub(super) fn new(epochs: u64, history: &History) -> Self {
        #[cfg(feature = "progress")]
        if let Some(bar) = bar::Bar::new(epochs, history.epochs()) {
            return Progress::Bar(bar);
        }
        Progress::Lines(Lines::new(epochs, history))
    }

    /// The epoch that begins will take so many steps.
    pub(super) fn expect_steps(&mut self, steps: usize) {
        match self {
            Progress::Hidden | Progress::Lines(_) => {}
            #[cfg(feature = "progress")]
            Progress::Bar(bar) => bar.expect_steps(steps),
        }
        #[cfg(not(feature = "progress"))]
        let _ = steps;
    }

    /// A step was taken; `loss` is the mean of the epoch up to now.
    pub(super) fn step(&mut self, history: &History, loss: f64, lr: f64) {
        match self {
            Progress::Hidden => {}
            Progress::Lines(lines) => lines.steps += 1,
            #[cfg(feature = "progress")]
            Progress::Bar(bar) => {
                let metric = history.records().last().and_then(|record| record.metric);
                bar.step(&Status {
                    loss,
                    metric: history.metric_name().zip(metric),
                    lr,
                });
            }
        }
        #[cfg(not(feature = "progress"))]
        let _ = (history, loss, lr);
    }

    /// An epoch is over, the last one of `history`.
    pub(super) fn epoch(&mut self, history: &History) {
        let Some(record) = history.records().last() else {
            return;
        };
        match self {
            Progress::Hidden => {}
            Progress::Lines(lines) => lines.epoch(history, record),
            #[cfg(feature = "progress")]
            Progress::Bar(bar) => bar.epoch(record.epoch, &Status::of(history, record)),
        }
    }

    /// The run is over, for now.
    pub(super) fn finish(self, history: &History) {
        match self {
            Progress::Hidden => return,
            Progress::Lines(mut lines) => lines.finish(history),
            #[cfg(feature = "progress")]
            Progress::Bar(bar) => bar.finish(),
        }
        if let Some(divergence) = history.divergence() {
            let _ = writeln!(io::stderr(), "the run has diverged: {divergence}");
        }
    }
}

/// `loss 0.1234  accuracy 0.9722  lr 0.01`
struct Status<'a> {
    loss: f64,
    metric: Option<(&'a str, f64)>,
    lr: f64,
}

impl<'a> Status<'a> {
    fn of(history: &'a History, record: &Record) -> Self {
        Status {
            loss: record.loss,
            metric: history.metric_name().zip(record.metric),
            lr: record.lr,
        }
    }
}

impl fmt::Display for Status<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "loss {}", Short(self.loss))?;
        if let Some((name, value)) = self.metric {
            write!(f, "  {name} {}", Short(value))?;
        }
        write!(f, "  lr {}", Short(self.lr))
    }
}

/// `3/40`, or `3` if it goes on for ever.
struct Count(u64, u64);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Count(epoch, u64::MAX) => write!(f, "{epoch}"),
            Count(epoch, epochs) => write!(f, "{epoch}/{epochs}"),
        }
    }
}

/// A number in four digits after the point, or in scientific notation if it is too small or too
/// large for that.
pub(super) struct Short(pub(super) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.abs();
        if size == 0.0 || (0.01..1e6).contains(&size) {
            write!(f, "{:.4}", self.0)
        } else {
            write!(f, "{:.3e}", self.0)
        }
    }
}

/// One line for every epoch, or for every few if there are many.
pub(super) struct Lines {
    epochs: u64,
    /// The last epoch that has its line.
    printed: u64,
    steps: u32,
    since: Instant,
}

impl Lines {
    fn new(epochs: u64, history: &History) -> Self {
        Lines {
            epochs,
            printed: history.epochs(),
            steps: 0,
            since: Instant::now(),
        }
    }

    fn epoch(&mut self, history: &History, record: &Record) {
        let every = self.epochs.div_ceil(50);
        // Of very many epochs, the first ones show that it runs.
        let is_early = record.epoch < every && record.epoch.is_power_of_two();
        if is_early || record.epoch.is_multiple_of(every) || record.epoch == self.epochs {
            self.print(history, record);
        }
    }

    /// The last epoch has its line, wherever the run has ended.
    fn finish(&mut self, history: &History) {
        if let Some(record) = history.records().last()
            && record.epoch > self.printed
        {
            self.print(history, record);
        }
    }

    fn print(&mut self, history: &History, record: &Record) {
        let rate = f64::from(self.steps) / self.since.elapsed().as_secs_f64();
        let status = Status::of(history, record);
        // Nobody may be listening; that must not end a training.
        let _ = writeln!(
            io::stderr(),
            "epoch {}  {status}  {rate:.1} steps/s",
            Count(record.epoch, self.epochs)
        );
        self.printed = record.epoch;
    }
}
