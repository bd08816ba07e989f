//! Which classes a model takes for which.

use super::canvas::{Drawn, Picture, centred, colour, render, width};
use super::{Format, PlotError};
use crate::ConfusionMatrix;
use plotters::coord::Shift;
use plotters::prelude::*;
use std::path::Path;

/// Draws a confusion matrix: a row for each true class, a column for each predicted one, the
/// counts in the cells, darker where more of the row's samples are. Names longer than 24 letters are
/// cut off.
///
/// Needs the feature `plots`.
///
/// # Errors
///
/// If the file cannot be written, or its name ends with neither `.svg` nor `.png`.
///
/// # Panics
///
/// If there are not as many names as classes, or no classes.
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
    assert!(
        !names.is_empty(),
        "a confusion matrix of {} classes cannot be drawn",
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
/// What stands above the names of the columns, and left of those of the rows.
const HEADINGS: i32 = 80;
const EDGE: i32 = 30;
const NAME_SIZE: u32 = 17;
/// Of how many letters a name may be.
const LONGEST: usize = 24;

impl Matrix<'_> {
    fn classes(&self) -> i32 {
        i32::try_from(self.names.len()).expect("a picture of 2³¹ rows does not fit anywhere")
    }

    fn shown_names(&self, format: Format) -> Vec<String> {
        let names = self.names.iter();
        names.map(|name| format.short_text(name, LONGEST)).collect()
    }

    /// How much room the longest name needs.
    fn name_room(&self, format: Format) -> i32 {
        let names = self.shown_names(format);
        let widest = names.iter().map(|name| width(name, NAME_SIZE)).max();
        // Letters are measured without the gaps after them.
        let room = widest.unwrap_or(0) * 11 / 10 + 12;
        i32::try_from(room).expect("a name has few letters").max(30)
    }

    /// Names that are wider than a cell stand upright.
    fn is_upright(&self, format: Format) -> bool {
        self.name_room(format) > CELL
    }

    /// The corner of the cells.
    fn corner(&self, format: Format) -> (i32, i32) {
        let room = self.name_room(format);
        let above = if self.is_upright(format) { room } else { 30 };
        (HEADINGS.min(50) + room, HEADINGS + above)
    }
}

impl Picture for Matrix<'_> {
    fn size(&self, format: Format) -> (u32, u32) {
        let side = self.classes() * CELL;
        let (left, top) = self.corner(format);
        // The title needs as much, however small the matrix is.
        let width = (left + side + EDGE).max(2 * (left + side / 2 - 100).abs() + 210);
        (width.unsigned_abs(), (top + side + EDGE).unsigned_abs())
    }

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>, format: Format) -> Drawn<B> {
        let side = self.classes() * CELL;
        let middle = side / 2;
        let (left, top) = self.corner(format);
        let accuracy = match self.matrix.accuracy() {
            Some(accuracy) => format!("accuracy {:.1} %", accuracy * 100.0),
            None => "no samples".to_owned(),
        };
        let title = (area.dim_in_pixel().0 / 2).cast_signed();
        area.draw(&Text::new(
            accuracy,
            (title.min(left + middle).max(100), 24),
            centred(22, BLACK),
        ))?;
        area.draw(&Text::new(
            "predicted",
            (left + middle, 58),
            centred(18, BLACK),
        ))?;
        let upright = centred(18, BLACK).transform(FontTransform::Rotate270);
        area.draw(&Text::new("true", (26, top + middle), upright))?;
        let names = self.shown_names(format);

        for (label, row) in (0..self.classes()).enumerate() {
            let y = top + row * CELL;
            draw_row_name(area, &names[label], (left - 10, y + CELL / 2))?;
            let x = left + row * CELL + CELL / 2;
            draw_column_name(area, &names[label], (x, top - 10), self.is_upright(format))?;
            let counts = 0..self.names.len();
            let total: usize = counts
                .clone()
                .map(|class| self.matrix.count(label, class))
                .sum();
            for (predicted, column) in (0..self.classes()).enumerate() {
                let count = self.matrix.count(label, predicted);
                let corner = (left + column * CELL, y);
                draw_cell(area, corner, count, total, label == predicted)?;
            }
        }
        Ok(())
    }
}

/// To the left of a place.
fn draw_row_name<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    name: &str,
    at: (i32, i32),
) -> Drawn<B> {
    use plotters::style::text_anchor::{HPos, Pos, VPos};
    let style = centred(NAME_SIZE, BLACK).pos(Pos::new(HPos::Right, VPos::Center));
    area.draw(&Text::new(name, at, style))
}

/// Above a place.
fn draw_column_name<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    name: &str,
    (x, y): (i32, i32),
    upright: bool,
) -> Drawn<B> {
    use plotters::style::text_anchor::{HPos, Pos, VPos};
    let style = centred(NAME_SIZE, BLACK);
    if upright {
        let style = style.transform(FontTransform::Rotate270);
        let style = style.pos(Pos::new(HPos::Left, VPos::Center));
        return area.draw(&Text::new(name, (x, y), style));
    }
    area.draw(&Text::new(name, (x, y - 10), style))
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
    let text = count.to_string();
    // As large as the cell allows.
    let size = [17, 13, 10, 8]
        .into_iter()
        .find(|&size| width(&text, size) + 6 < CELL.unsigned_abs());
    let middle = (x + CELL / 2, y + CELL / 2);
    area.draw(&Text::new(text, middle, centred(size.unwrap_or(7), ink)))
}
