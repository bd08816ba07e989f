//! From ranks to points on the page.

use super::ranks::{Ranks, Route};
use super::{Area, GAP, Label, MARGIN, Path, Point};

/// What is known of a layout before it is turned to its direction: everything has a place along
/// the arrows and a place across them.
pub(super) struct Positions<'a> {
    ranks: &'a Ranks,
    sizes: &'a [(f64, f64)],
    across: &'a [f64],
    turned: bool,
    /// How long the straight ends of the arrows to each rank are.
    for_labels: Vec<f64>,
    /// Where each rank begins and ends along the arrows.
    extents: Vec<(f64, f64)>,
}

impl<'a> Positions<'a> {
    /// `turned`: arrows run from left to right.
    pub(super) fn new(
        ranks: &'a Ranks,
        sizes: &'a [(f64, f64)],
        across: &'a [f64],
        turned: bool,
        for_labels: Vec<f64>,
    ) -> Self {
        let mut along = MARGIN;
        let extents = (0..ranks.count()).map(|rank| {
            let begin = along + for_labels[rank];
            let depths = ranks.boxes(rank).iter().map(|&index| sizes[index].0);
            let end = begin + depths.fold(0.0, f64::max);
            along = end + GAP;
            (begin, end)
        });
        let extents = extents.collect();
        Positions {
            ranks,
            sizes,
            across,
            turned,
            for_labels,
            extents,
        }
    }

    fn point(&self, along: f64, across: f64) -> Point {
        if self.turned {
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
    }

    /// The middle of a box along the arrows.
    fn middle(&self, index: usize) -> f64 {
        let (begin, end) = self.extents[self.ranks.rank(index)];
        f64::midpoint(begin, end)
    }

    pub(super) fn area(&self, index: usize) -> Area {
        let (depth, breadth) = self.sizes[index];
        let along = self.middle(index) - depth / 2.0;
        let corner = self.point(along, self.across[index] - breadth / 2.0);
        let size = self.point(depth, breadth);
        Area {
            x: corner.x,
            y: corner.y,
            width: size.x,
            height: size.y,
        }
    }

    /// The lower right corner of the page.
    pub(super) fn end(&self) -> Point {
        let breadths = self
            .sizes
            .iter()
            .zip(self.across)
            .map(|(size, across)| across + size.1 / 2.0);
        // Bends have no size, and may lie beyond the last box.
        let breadths = breadths.chain(self.across[self.sizes.len()..].iter().copied());
        let along = self.extents.last().map_or(0.0, |extent| extent.1);
        self.point(along + MARGIN, breadths.fold(0.0, f64::max) + MARGIN)
    }

    /// From box to box: curves between the ranks, straight lines within them and before them. `port` is
    /// how far from the middle of its box the arrow ends.
    pub(super) fn path(&self, route: &Route, port: f64) -> Path {
        let Route { below, above, .. } = *route;
        let mut stops = vec![(self.ranks.rank(below), self.across[below])];
        let bends = route.bends.iter();
        stops.extend(bends.map(|&bend| (self.ranks.rank(bend), self.across[bend])));
        stops.push((self.ranks.rank(above), self.across[above] + port));

        let first_edge = self.middle(below) + self.sizes[below].0 / 2.0;
        let last_edge = self.middle(above) - self.sizes[above].0 / 2.0;
        let first = self.point(first_edge, stops[0].1);
        let last = self.point(last_edge, stops[stops.len() - 1].1);
        let mut curves = vec![[first, first]];
        for pair in stops.windows(2) {
            let [(rank, from), (next, to)] = [pair[0], pair[1]];
            let from = self.point(self.extents[rank].1, from);
            curves.push([
                from,
                self.point(self.extents[next].0 - self.for_labels[next], to),
            ]);
        }
        curves.push([last, last]);
        let label = self.label(last, port);
        if route.is_reversed {
            curves.reverse();
            for curve in &mut curves {
                curve.reverse();
            }
        }
        Path { curves, label }
    }

    /// Above an arrow that ends at this point, or on the outer side of one that comes from above.
    fn label(&self, end: Point, port: f64) -> Label {
        let is_end = self.turned || port < 0.0;
        let at = if self.turned {
            Point {
                x: end.x - 12.0,
                y: end.y - 3.0,
            }
        } else {
            Point {
                x: end.x + if is_end { -4.0 } else { 4.0 },
                y: end.y - 12.0,
            }
        };
        Label { at, is_end }
    }
}
