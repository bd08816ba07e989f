//! The bar of single steps.

use super::super::progress::Short;
use super::StepProgress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// `step 523/1000 ███████▎       loss 2.3451  44123.0 tokens/s  3s left`
#[derive(Debug)]
pub(super) struct StepBar {
    shown: ProgressBar,
    unit: &'static str,
}

impl StepBar {
    /// None where no bar can be drawn, or where it would have no length.
    pub(super) fn new(steps: u64, unit: &'static str) -> Option<Self> {
        let target = ProgressDrawTarget::stderr();
        if target.is_hidden() || steps == 0 {
            return None;
        }
        let style = ProgressStyle::with_template("step {pos}/{len} {bar:14}  {msg}  {eta} left")
            .expect("the template is valid")
            .progress_chars("█▉▊▋▌▍▎▏ ");
        Some(StepBar {
            shown: ProgressBar::with_draw_target(Some(steps), target).with_style(style),
            unit,
        })
    }

    pub(super) fn step(&self, progress: &StepProgress) {
        let loss = Short(progress.recent_loss().unwrap_or(f64::NAN));
        let rate = progress.rate();
        self.shown
            .set_message(format!("loss {loss}  {rate:.0} {}/s", self.unit));
        self.shown.set_position(progress.steps());
    }

    /// Leaves the last state of the bar on the terminal.
    pub(super) fn finish(self) {
        self.shown.abandon();
    }
}
