//! Why a picture was not drawn.

use std::path::PathBuf;
use thiserror::Error;

/// Why there is no picture.
///
/// ```
/// use micrograd_nn::{PlotError, plot_curves};
///
/// let error = plot_curves("loss.bmp", "loss", &[("train", &[1.0, 0.5])]).unwrap_err();
/// assert_eq!(error.to_string(), "loss.bmp: the name of a picture ends with .svg or .png");
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PlotError {
    /// The file's name says neither SVG nor PNG.
    #[error("{}: the name of a picture ends with .svg or .png", file.display())]
    Format {
        /// The file that was to be written.
        file: PathBuf,
    },
    /// The file could not be written.
    #[error("{}: {reason}", file.display())]
    Draw {
        /// The file that was to be written.
        file: PathBuf,
        /// What the system or the drawing library says.
        reason: String,
    },
}
