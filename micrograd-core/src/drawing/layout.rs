//! Where boxes and arrows lie: a layered drawing, all arrows in one direction.
//!
//! This folder chooses the ranks: operands before users, leaves beside their first user. rust-sugiyama arranges each
//! rank so that few arrows cross.

mod crossings;
mod ports;
mod positions;
mod ranks;

use super::Direction;
use super::picture::{Kind, Picture, Shape};
use ports::Labels;
use positions::Positions;
use ranks::Ranks;

/// A drawing's measures, in pixels.
pub(super) struct Layout {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Parallel to the picture's boxes.
    pub(super) boxes: Vec<Area>,
    /// Parallel to the picture's arrows.
    pub(super) paths: Vec<Path>,
}

/// A rectangle by its top left corner.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The way of an arrow.
pub(super) struct Path {
    /// From the beginning of a curve to its end, and straight on to the next curve.
    pub(super) curves: Vec<[Point; 2]>,
    /// Where the label stands: above the arrow's last stretch, which is straight, or beside it.
    pub(super) label: Label,
}

/// Where the text of a label ends, or else begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub(super) at: Point,
    pub(super) is_end: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

pub(super) const FONT_SIZE: f64 = 13.0;
const LETTER: f64 = 0.602 * FONT_SIZE;
pub(super) const LINE: f64 = 18.0;
const ROW: f64 = 28.0;
const PADDING: f64 = 8.0;
const MARGIN: f64 = 16.0;
/// Between two ranks: room for curves.
const GAP: f64 = 40.0;
pub(super) const LABEL_FONT_SIZE: f64 = 10.0;

impl Layout {
    /// `letters`: the length of the longest label at an arrow.
    pub(super) fn of(picture: &Picture, letters: usize) -> Self {
        let turned = picture.direction == Direction::LeftToRight;
        let labels = Labels { letters, turned };
        // Arrows run along the first axis; boxes of a rank lie along the second.
        let turn = |(width, height)| {
            if turned {
                (width, height)
            } else {
                (height, width)
            }
        };
        let mut sizes: Vec<(f64, f64)> = picture
            .boxes
            .iter()
            .map(|shape| turn(size(shape)))
            .collect();
        let arrows: Vec<(usize, usize)> = picture.arrows.iter().map(|a| (a.from, a.to)).collect();
        ports::make_room(&mut sizes, &arrows, labels);
        let ranks = Ranks::of(sizes.len(), &arrows);
        let across = crossings::arrange(&ranks, &sizes);
        let mut for_labels = vec![0.0; ranks.count()];
        for arrow in picture.arrows.iter().filter(|a| a.operand.is_some()) {
            for_labels[ranks.rank(arrow.to)] = labels.room();
        }
        let ports = ports::ports(&ranks, &across, &sizes, labels);
        let positions = Positions::new(&ranks, &sizes, &across, turned, for_labels);
        let paths = ranks
            .routes()
            .iter()
            .zip(ports)
            .map(|(route, port)| positions.path(route, port));
        let end = positions.end();
        Layout {
            width: end.x,
            height: end.y,
            boxes: (0..sizes.len())
                .map(|index| positions.area(index))
                .collect(),
            paths: paths.collect(),
        }
    }
}

/// The width and the height of a box.
fn size(shape: &Shape) -> (f64, f64) {
    let widths = shape.cells.iter().map(|cell| cell_width(cell));
    match shape.kind {
        Kind::Operation => (widths.fold(36.0, f64::max), ROW),
        Kind::Record | Kind::Number | Kind::LeftOut => (widths.sum(), ROW),
        Kind::Group => {
            #[allow(clippy::cast_precision_loss)] // A handful of lines.
            let lines = shape.cells.len() as f64;
            (widths.fold(0.0, f64::max), lines * LINE + 10.0)
        }
    }
}

/// The width of a cell of a record.
pub(super) fn cell_width(text: &str) -> f64 {
    // Scripts whose letters are two columns wide in a font of fixed width begin here.
    let letters = text.chars().map(|c| {
        if c >= '\u{2e80}' {
            2.0 * LETTER
        } else {
            LETTER
        }
    });
    letters.sum::<f64>() + 2.0 * PADDING
}
