//! The bar on a terminal.

use super::{Count, Status};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Counts steps; their number is estimated from the epochs so far.
pub(in super::super) struct Bar {
    shown: ProgressBar,
    epochs: u64,
    /// Epochs that are over.
    done: u64,
    /// Steps in this call up to the end of the last epoch.
    steps_before: u64,
    steps_in_epoch: u64,
    epochs_before: u64,
}

impl Bar {
    /// None where no bar can be drawn: elsewhere than on a terminal that moves its cursor.
    pub(super) fn new(epochs: u64, done: u64) -> Option<Self> {
        let target = ProgressDrawTarget::stderr();
        if target.is_hidden() {
            return None;
        }
        let style = ProgressStyle::with_template("{prefix} {bar:14}  {msg}  {per_sec}  {eta} left")
            .expect("the template is valid")
            .progress_chars("█▉▊▋▌▍▎▏ ")
            .with_key(
                "per_sec",
                |state: &indicatif::ProgressState, w: &mut dyn std::fmt::Write| {
                    let _ = write!(w, "{:.1} steps/s", state.per_sec());
                },
            );
        // One step for each epoch, until it is known better.
        let bar = ProgressBar::with_draw_target(Some(epochs - done.min(epochs)), target);
        let bar = bar.with_style(style);
        let mut new = Bar {
            shown: bar,
            epochs,
            done,
            steps_before: 0,
            steps_in_epoch: 0,
            epochs_before: done,
        };
        new.show_epoch();
        Some(new)
    }

    pub(super) fn expect_steps(&mut self, steps: usize) {
        let left = self.epochs.saturating_sub(self.done);
        self.shown.set_length(
            left.saturating_mul(steps as u64)
                .saturating_add(self.steps_before),
        );
    }

    pub(super) fn step(&mut self, status: &Status<'_>) {
        self.steps_in_epoch += 1;
        let position = self.steps_before + self.steps_in_epoch;
        if self.shown.length().is_some_and(|length| length < position) {
            self.shown.set_length(position);
        }
        self.shown.set_message(status.to_string());
        self.shown.set_position(position);
    }

    pub(super) fn epoch(&mut self, done: u64, status: &Status<'_>) {
        self.done = done;
        self.steps_before += self.steps_in_epoch;
        self.steps_in_epoch = 0;
        // The epochs to come are taken to be like those before.
        let seen = self.done - self.epochs_before;
        let left = self.epochs.saturating_sub(self.done);
        let to_come = u128::from(left) * u128::from(self.steps_before) / u128::from(seen.max(1));
        let to_come = u64::try_from(to_come).unwrap_or(u64::MAX);
        self.shown
            .set_length(self.steps_before.saturating_add(to_come));
        self.shown.set_message(status.to_string());
        self.show_epoch();
    }

    /// Leaves the last state of the bar on the terminal.
    pub(super) fn finish(self) {
        self.shown.abandon();
    }

    fn show_epoch(&mut self) {
        let current = (self.done + 1).min(self.epochs);
        self.shown
            .set_prefix(format!("epoch {}", Count(current, self.epochs)));
    }
}
