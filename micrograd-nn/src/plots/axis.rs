//! What an axis reaches over.

use super::PlotError;
use std::ops::Range;
use std::path::Path;

/// From the least to the largest number.
pub(super) fn extent(numbers: impl Iterator<Item = f64> + Clone) -> Range<f64> {
    let least = numbers.clone().fold(f64::INFINITY, f64::min);
    let most = numbers.fold(f64::NEG_INFINITY, f64::max);
    least..most
}

/// Fails where floats have no room for the marks of an axis: the search for them would not end.
pub(super) fn expect_drawable(
    file: &Path,
    range: &Range<f64>,
    logarithmic: bool,
) -> Result<(), PlotError> {
    let &Range { start, end } = range;
    let fits = start >= -1e300 && end <= 1e300;
    let has_finite_factor = start >= 1e-300 && end / start <= 1e300;
    if fits && (has_finite_factor || !logarithmic) {
        return Ok(());
    }
    Err(PlotError::Range {
        file: file.to_owned(),
        least: start,
        most: end,
    })
}

/// All numbers, with a share of their span as room on both sides; never empty.
pub(super) fn with_room(range: &Range<f64>, room: f64) -> Range<f64> {
    let &Range { start, end } = range;
    let span = end - start;
    // Neighbouring floats have no marks between them.
    let least = 1e-12 * start.abs().max(end.abs());
    if span == 0.0 {
        let half = least.max(0.5);
        return start - half..end + half;
    }
    let room = (room * span).max(0.5 * (least - span));
    start - room..end + room
}

/// A label for an axis, without the noise of binary fractions.
pub(super) fn label(number: f64) -> String {
    let rounded: f64 = format!("{number:.6e}").parse().unwrap_or(number);
    if rounded == 0.0 || (1e-3..1e6).contains(&rounded.abs()) {
        rounded.to_string()
    } else {
        format!("{rounded:e}")
    }
}
