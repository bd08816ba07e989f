//! Where boxes and arrows lie: a layered drawing, all arrows in one direction.
//!
//! Ranks are ours: operands before users, leaves beside their first user. rust-sugiyama arranges
//! each rank so that few arrows cross.

mod crossings;
mod ranks;

use super::Direction;
use super::picture::{Kind, Picture, Shape};
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
    /// Where a label has room: its end, or its middle in a drawing from the top down.
    pub(super) label: Point,
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
/// Between two arrows that end at one box.
const ARROW_DISTANCE: f64 = 12.0;

impl Layout {
    /// `gap` is the distance of two ranks.
    pub(super) fn of(picture: &Picture, gap: f64) -> Self {
        let turned = picture.direction == Direction::LeftToRight;
        // Arrows run along the first axis; boxes of a rank lie along the second.
        let sizes: Vec<(f64, f64)> = picture
            .boxes
            .iter()
            .map(|shape| {
                let (width, height) = size(shape);
                if turned {
                    (width, height)
                } else {
                    (height, width)
                }
            })
            .collect();
        let arrows: Vec<(usize, usize)> = picture.arrows.iter().map(|a| (a.from, a.to)).collect();
        let ranks = Ranks::of(sizes.len(), &arrows);
        let across = crossings::arrange(&ranks, &sizes);

        let mut begins = Vec::new();
        let mut ends = Vec::new();
        let mut along = MARGIN;
        for rank in 0..ranks.count() {
            let deepest = |depth: f64, &b: &usize| depth.max(sizes[b].0);
            let depth = ranks.boxes(rank).iter().fold(0.0, deepest);
            begins.push(along);
            ends.push(along + depth);
            along += depth + gap;
        }
        let place = |along: f64, across: f64| {
            if turned {
                Point {
                    x: along,
                    y: across,
                }
            } else {
                Point {
                    x: across,
                    y: along,
                }
            }
        };
        let boxes: Vec<Area> = (0..sizes.len())
            .map(|index| {
                let (depth, breadth) = sizes[index];
                let rank = ranks.rank(index);
                let middle = f64::midpoint(begins[rank], ends[rank]);
                let corner = place(middle - depth / 2.0, across[index] - breadth / 2.0);
                let (width, height) = if turned {
                    (depth, breadth)
                } else {
                    (breadth, depth)
                };
                Area {
                    x: corner.x,
                    y: corner.y,
                    width,
                    height,
                }
            })
            .collect();

        let ports = ports(&ranks, &across, &sizes);
        let mut paths = Vec::with_capacity(arrows.len());
        for (index, &(from, to)) in arrows.iter().enumerate() {
            let route = ranks.route(index);
            let (below, above) = if route.is_reversed {
                (to, from)
            } else {
                (from, to)
            };
            let mut stops = vec![(ranks.rank(below), across[below])];
            stops.extend(
                route
                    .bends
                    .iter()
                    .map(|&bend| (ranks.rank(bend), across[bend])),
            );
            stops.push((ranks.rank(above), across[above]));
            let last = stops.len() - 1;
            stops[last].1 += ports[index];
            let mut curves = Vec::new();
            for pair in stops.windows(2) {
                let [(rank, a), (next, b)] = [pair[0], pair[1]];
                curves.push([place(ends[rank], a), place(begins[next], b)]);
            }
            // From box to box, and not from rank to rank.
            let edge = |index: usize, side: f64| {
                let rank = ranks.rank(index);
                f64::midpoint(begins[rank], ends[rank]) + side * sizes[index].0 / 2.0
            };
            let first = place(edge(below, 1.0), stops[0].1);
            let end = place(edge(above, -1.0), stops[last].1);
            let [from, to] = curves[last - 1];
            let label = if turned {
                Point {
                    x: end.x - 10.0,
                    y: end.y - 2.0,
                }
            } else {
                Point {
                    x: f64::midpoint(from.x, to.x),
                    y: f64::midpoint(from.y, to.y),
                }
            };
            curves.insert(0, [first, first]);
            curves.push([end, end]);
            if route.is_reversed {
                curves.reverse();
                curves.iter_mut().for_each(|curve| curve.reverse());
            }
            paths.push(Path { curves, label });
        }
        let breadth = |index: usize| across[index] + sizes[index].1 / 2.0;
        let broadest = (0..sizes.len()).map(breadth).fold(0.0, f64::max) + MARGIN;
        let end = place(along - gap + MARGIN, broadest);
        Layout {
            width: end.x,
            height: end.y,
            boxes,
            paths,
        }
    }
}

/// How far from the middle of its box each arrow ends, so that two do not end in one point.
fn ports(ranks: &Ranks, across: &[f64], sizes: &[(f64, f64)]) -> Vec<f64> {
    let mut arriving: Vec<Vec<(f64, usize)>> = vec![Vec::new(); sizes.len()];
    for (index, route) in ranks.routes().iter().enumerate() {
        let before = route.bends.last().copied().unwrap_or(route.below);
        arriving[route.above].push((across[before], index));
    }
    let mut ports = vec![0.0; ranks.routes().len()];
    for (target, mut arrows) in arriving.into_iter().enumerate() {
        arrows.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        #[allow(clippy::cast_precision_loss)] // Few arrows end at one box.
        let count = arrows.len() as f64;
        let distance = ARROW_DISTANCE.min((sizes[target].1 - PADDING / 2.0) / count);
        let mut port = -distance * (count - 1.0) / 2.0;
        for (_, index) in arrows {
            ports[index] = port;
            port += distance;
        }
    }
    ports
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
