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
    /// The numbers are too large, too small or too far apart for an axis of 64-bit floats.
    #[error(
        "{}: an axis from {least:?} to {most:?} cannot be drawn; its numbers must lie between ±1e300, \
         those of a logarithmic one above 1e-300 and within a factor of 1e300",
        file.display()
    )]
    Range {
        /// The file that was to be written.
        file: PathBuf,
        /// The least number.
        least: f64,
        /// The largest number.
        most: f64,
    },
    /// A pixel is infinite or a NaN, or all numbers of a picture's curves are.
    #[error("{}: number {index} of {what} is {number:?}", file.display())]
    NotFinite {
        /// The file that was to be written.
        file: PathBuf,
        /// What it is a part of: a curve, or a digit.
        what: String,
        /// Its place, counted from 0.
        index: usize,
        /// What stands there.
        number: f64,
    },
}
