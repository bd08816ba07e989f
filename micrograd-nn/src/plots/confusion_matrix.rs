//! Which classes a model takes for which.

use super::PlotError;
use super::canvas::{Drawn, Picture, centred, colour, render};
use crate::ConfusionMatrix;
use plotters::coord::Shift;
use plotters::prelude::*;
use std::path::Path;

/// Draws a confusion matrix: a row for each true class, a column for each predicted one, the
/// counts in the cells, darker where more of the row's samples are.
///
/// # Errors
///
/// If the file cannot be written, or its name ends with neither `.svg` nor `.png`.
///
/// # Panics
///
/// If there are not as many names as classes.
///
/// ```
/// # use micrograd_nn::{ConfusionMatrix, plot_confusion_matrix};
/// # let folder = std::env::temp_dir().join(format!("micrograd-confusion-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("confusion.svg");
/// let matrix = ConfusionMatrix::from_predictions(2, &[0, 1, 1, 1], &[0, 1, 0, 1]);
/// plot_confusion_matrix(&file, &matrix, &["cat", "dog"])?;
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[track_caller]
pub fn plot_confusion_matrix(
    file: impl AsRef<Path>,
    matrix: &ConfusionMatrix,
    names: &[impl AsRef<str>],
) -> Result<(), PlotError> {
    assert!(
        names.len() == matrix.classes(),
        "a confusion matrix of {} classes was given {} names",
        matrix.classes(),
        names.len()
    );
    let names = names.iter().map(AsRef::as_ref).collect();
    render(file.as_ref(), &Matrix { matrix, names })
}

struct Matrix<'a> {
    matrix: &'a ConfusionMatrix,
    names: Vec<&'a str>,
}

const CELL: i32 = 56;
const LEFT: i32 = 110;
const TOP: i32 = 110;
const EDGE: i32 = 30;

impl Matrix<'_> {
    fn classes(&self) -> i32 {
        i32::try_from(self.names.len()).expect("a picture of 2³¹ rows does not fit anywhere")
    }
}

impl Picture for Matrix<'_> {
    fn size(&self) -> (u32, u32) {
        let side = self.classes() * CELL;
        (
            (LEFT + side + EDGE).unsigned_abs(),
            (TOP + side + EDGE).unsigned_abs(),
        )
    }

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>) -> Drawn<B> {
        let side = self.classes() * CELL;
        let middle = side / 2;
        let accuracy = self.matrix.accuracy().unwrap_or(0.0) * 100.0;
        area.draw(&Text::new(
            format!("accuracy {accuracy:.1} %"),
            (LEFT + middle, 24),
            centred(22, BLACK),
        ))?;
        area.draw(&Text::new(
            "predicted",
            (LEFT + middle, 58),
            centred(18, BLACK),
        ))?;
        let upright = centred(18, BLACK).transform(FontTransform::Rotate270);
        area.draw(&Text::new("true", (26, TOP + middle), upright))?;

        for (label, row) in (0..self.classes()).enumerate() {
            let y = TOP + row * CELL;
            area.draw(&Text::new(
                self.names[label],
                (LEFT - 28, y + CELL / 2),
                centred(17, BLACK),
            ))?;
            area.draw(&Text::new(
                self.names[label],
                (LEFT + row * CELL + CELL / 2, TOP - 20),
                centred(17, BLACK),
            ))?;
            let counts = 0..self.names.len();
            let total: usize = counts
                .clone()
                .map(|class| self.matrix.count(label, class))
                .sum();
            for (predicted, column) in (0..self.classes()).enumerate() {
                let count = self.matrix.count(label, predicted);
                let corner = (LEFT + column * CELL, y);
                draw_cell(area, corner, count, total, label == predicted)?;
            }
        }
        Ok(())
    }
}

fn draw_cell<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    (x, y): (i32, i32),
    count: usize,
    total: usize,
    right: bool,
) -> Drawn<B> {
    #[expect(clippy::cast_precision_loss)] // A shade needs no more.
    let share = count as f64 / total.max(1) as f64;
    // The square root keeps a single mistake visible.
    let fill = colour(usize::from(!right)).mix(share.sqrt());
    let corners = [(x, y), (x + CELL, y + CELL)];
    area.draw(&Rectangle::new(corners, fill.filled()))?;
    area.draw(&Rectangle::new(corners, RGBColor(200, 200, 200)))?;
    let ink = match (count, share > 0.4) {
        (0, _) => RGBColor(190, 190, 190),
        (_, true) => WHITE,
        (_, false) => BLACK,
    };
    area.draw(&Text::new(
        count.to_string(),
        (x + CELL / 2, y + CELL / 2),
        centred(17, ink),
    ))
}
