//! Handwriting as a model sees it.

use super::canvas::{Drawn, Picture, centred, render};
use super::{Format, PlotError};
use plotters::coord::Shift;
use plotters::prelude::*;
use std::path::Path;

/// A square image of a digit, with what it is and what a model took it for.
///
/// Needs the feature `plots`.
///
/// ```
/// use micrograd_nn::Digit;
///
/// let digit = Digit { pixels: &[0.0; 64], label: 8, predicted: Some(3) };
/// assert!(digit.predicted != Some(digit.label));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Digit<'a> {
    /// Brightness of the ink, row by row; 0 is paper.
    pub pixels: &'a [f64],
    /// What it is.
    pub label: usize,
    /// What a model took it for.
    pub predicted: Option<usize>,
}

/// Draws images of digits side by side, ten in a row: black ink, the label below, and `8 → 3` in
/// red where a model took an 8 for a 3.
///
/// Needs the feature `plots`.
///
/// # Errors
///
/// If the file cannot be written, its name ends with neither `.svg` nor `.png`, or a pixel is not
/// finite.
///
/// # Panics
///
/// If there are no digits, or one does not have k² pixels for a whole number k > 0.
///
/// ```
/// # use micrograd_nn::{Digit, plot_digits};
/// # let folder = std::env::temp_dir().join(format!("micrograd-digits-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("digits.svg");
/// let one = [0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0];
/// plot_digits(&file, &[Digit { pixels: &one, label: 1, predicted: Some(7) }])?;
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[track_caller]
pub fn plot_digits(file: impl AsRef<Path>, digits: &[Digit<'_>]) -> Result<(), PlotError> {
    assert!(
        !digits.is_empty(),
        "a picture of {} digits is empty",
        digits.len()
    );
    for (i, digit) in digits.iter().enumerate() {
        let (pixels, side) = (digit.pixels.len(), digit.pixels.len().isqrt());
        assert!(
            pixels > 0 && side * side == pixels,
            "digit {i} has {pixels} pixels, which are not {side}×{side}"
        );
    }
    let file = file.as_ref();
    for (i, digit) in digits.iter().enumerate() {
        if let Some(index) = digit.pixels.iter().position(|pixel| !pixel.is_finite()) {
            return Err(PlotError::NotFinite {
                file: file.to_owned(),
                what: format!("digit {i}"),
                index,
                number: digit.pixels[index],
            });
        }
    }
    render(file, &Sheet(digits))
}

struct Sheet<'a>(&'a [Digit<'a>]);

const IMAGE: u32 = 72;
const COLUMN: u32 = 92;
const ROW: u32 = 116;
const EDGE: u32 = 14;
const PER_ROW: u32 = 10;

impl Sheet<'_> {
    fn count(&self) -> u32 {
        u32::try_from(self.0.len()).expect("a picture of 2³² digits does not fit anywhere")
    }
}

impl Picture for Sheet<'_> {
    fn size(&self, _: Format) -> (u32, u32) {
        let columns = self.count().min(PER_ROW);
        let rows = self.count().div_ceil(PER_ROW);
        (columns * COLUMN + 2 * EDGE, rows * ROW + 2 * EDGE)
    }

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>, _: Format) -> Drawn<B> {
        for (place, digit) in (0..self.count()).zip(self.0) {
            let x = EDGE + place % PER_ROW * COLUMN + (COLUMN - IMAGE) / 2;
            let y = EDGE + place / PER_ROW * ROW;
            draw_image(area, (x, y), digit.pixels)?;
            let (caption, ink) = match digit.predicted {
                Some(predicted) if predicted != digit.label => (
                    format!("{} → {predicted}", digit.label),
                    RGBColor(200, 0, 0),
                ),
                _ => (digit.label.to_string(), BLACK),
            };
            let below = (position(x + IMAGE / 2), position(y + IMAGE + 18));
            area.draw(&Text::new(caption, below, centred(18, ink)))?;
        }
        Ok(())
    }
}

fn draw_image<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    (x, y): (u32, u32),
    pixels: &[f64],
) -> Drawn<B> {
    let side = u32::try_from(pixels.len().isqrt()).expect("a picture has fewer pixels");
    let most = pixels.iter().copied().fold(0.0, f64::max);
    for (place, &pixel) in (0..).zip(pixels) {
        let share = if most > 0.0 {
            (pixel / most).clamp(0.0, 1.0)
        } else {
            0.0
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 ≤ share ≤ 1
        let grey = 255 - (share * 255.0) as u8;
        // Whole pixels, without gaps between neighbours.
        let at = |cell: u32| cell * IMAGE / side;
        let (row, column) = (place / side, place % side);
        let corners = [
            (position(x + at(column)), position(y + at(row))),
            (position(x + at(column + 1)), position(y + at(row + 1))),
        ];
        area.draw(&Rectangle::new(
            corners,
            RGBColor(grey, grey, grey).filled(),
        ))?;
    }
    let frame = [
        (position(x), position(y)),
        (position(x + IMAGE), position(y + IMAGE)),
    ];
    area.draw(&Rectangle::new(frame, RGBColor(170, 170, 170)))
}

fn position(pixels: u32) -> i32 {
    i32::try_from(pixels).expect("a picture is smaller than 2³¹ pixels")
}
