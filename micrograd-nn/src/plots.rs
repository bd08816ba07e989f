//! Pictures, as SVG and PNG. One picture in each file.

mod axis;
mod canvas;
mod confusion_matrix;
mod curve;
mod decision_regions;
mod digits;
mod format;
mod loss_curves;
mod plot_error;

pub use confusion_matrix::plot_confusion_matrix;
pub use decision_regions::plot_decision_regions;
pub use digits::{Digit, plot_digits};
pub use loss_curves::{plot_curves, plot_history};
pub use plot_error::PlotError;

use format::Format;
