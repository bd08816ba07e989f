//! A curve of many numbers on few pixels.

use super::canvas::{Drawn, colour};
use plotters::coord::ranged1d::Ranged;
use plotters::prelude::*;

pub(super) struct Curve<'a> {
    pub(super) name: &'a str,
    /// Those that are not finite are gaps.
    pub(super) points: Vec<(f64, f64)>,
}

impl Curve<'_> {
    pub(super) fn finite_points(&self) -> impl Iterator<Item = (f64, f64)> + Clone {
        self.points
            .iter()
            .copied()
            .filter(|point| point.1.is_finite())
    }

    pub(super) fn draw<B, X, Y>(
        &self,
        chart: &mut ChartContext<'_, B, Cartesian2d<X, Y>>,
        index: usize,
    ) -> Drawn<B>
    where
        B: DrawingBackend,
        X: Ranged<ValueType = f64>,
        Y: Ranged<ValueType = f64>,
    {
        let style = colour(index).stroke_width(2);
        for run in self.points.split(|point| !point.1.is_finite()) {
            // A single point makes no line.
            if let [point] = *run {
                chart.draw_series([Circle::new(point, 4, colour(index).filled())])?;
                continue;
            }
            let drawn = fewest_points(run, |point| chart.backend_coord(point).0);
            // One line for each two neighbours: the joins of thick polylines have spikes.
            let lines = drawn.windows(2).map(|ends| PathElement::new(ends, style));
            chart.draw_series(lines.collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

/// Of the points in one column of pixels, the first, the least, the largest and the last: they cover
/// the same pixels as all of them.
fn fewest_points(points: &[(f64, f64)], column: impl Fn(&(f64, f64)) -> i32) -> Vec<(f64, f64)> {
    let mut kept = Vec::new();
    for same in points.chunk_by(|a, b| column(a) == column(b)) {
        let by_height = |&a: &usize, &b: &usize| same[a].1.total_cmp(&same[b].1);
        let least = (0..same.len()).min_by(by_height);
        let most = (0..same.len()).max_by(by_height);
        let mut chosen: Vec<usize> = [Some(0), least, most, Some(same.len() - 1)]
            .into_iter()
            .flatten()
            .collect();
        chosen.sort_unstable();
        chosen.dedup();
        kept.extend(chosen.into_iter().map(|place| same[place]));
    }
    kept
}
