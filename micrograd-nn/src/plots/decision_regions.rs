//! Which class a model sees where.

use super::PlotError;
use super::axis;
use super::canvas::{Drawn, Picture, colour, render};
use super::format::Format;
use plotters::coord::Shift;
use plotters::prelude::*;
use std::ops::Range;
use std::path::Path;

/// Draws points of the plane in the colours of their labels, on regions in the colours of the
/// classes that `classify` gives for the places between them.
///
/// Needs the feature `plots`.
///
/// # Errors
///
/// If the file cannot be written, its name ends with neither `.svg` nor `.png`, or a coordinate lies
/// beyond ±10³⁰⁰.
///
/// # Panics
///
/// If there are no points, not as many labels as points, or a point is not finite.
///
/// ```
/// # use micrograd_nn::plot_decision_regions;
/// # let folder = std::env::temp_dir().join(format!("micrograd-regions-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("regions.svg");
/// let points = [[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]];
/// plot_decision_regions(&file, &points, &[0, 1, 0], |[x, y]| usize::from(y > (x - 1.0).abs()))?;
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[track_caller]
pub fn plot_decision_regions(
    file: impl AsRef<Path>,
    points: &[[f64; 2]],
    labels: &[usize],
    classify: impl Fn([f64; 2]) -> usize,
) -> Result<(), PlotError> {
    assert!(
        points.len() == labels.len() && !points.is_empty(),
        "{} points were given with {} labels",
        points.len(),
        labels.len()
    );
    for (i, point) in points.iter().enumerate() {
        assert!(
            point.iter().all(|x| x.is_finite()),
            "point {i} is {point:?}"
        );
    }
    // One unit is as long on both axes, so that circles stay round.
    let [x, y] = [0, 1].map(|axis| axis::extent(points.iter().map(|point| point[axis])));
    for range in [&x, &y] {
        axis::expect_drawable(file.as_ref(), range, false)?;
    }
    let largest = [x.start, x.end, y.start, y.end]
        .map(f64::abs)
        .into_iter()
        .fold(0.0, f64::max);
    // A single place is shown with room around it; less than 9 digits tell no places apart.
    let least = if largest == 0.0 { 1.0 } else { largest * 1e-9 };
    let span = (x.end - x.start).max(y.end - y.start);
    let half = if span == 0.0 {
        0.5 * largest.max(1.0)
    } else {
        0.56 * span.max(least)
    };
    let around = |range: Range<f64>| {
        let middle = f64::midpoint(range.start, range.end);
        middle - half..middle + half
    };
    let regions = Regions {
        points,
        labels,
        x: around(x),
        y: around(y),
        classify,
    };
    render(file.as_ref(), &regions)
}

struct Regions<'a, F> {
    points: &'a [[f64; 2]],
    labels: &'a [usize],
    x: Range<f64>,
    y: Range<f64>,
    classify: F,
}

impl<F: Fn([f64; 2]) -> usize> Regions<'_, F> {
    /// Rectangles of one class each: in every row of cells, neighbours are joined.
    fn rectangles(&self) -> Vec<([(f64, f64); 2], usize)> {
        const CELLS: u32 = 180;
        let at = |range: &Range<f64>, cell: f64| {
            range.start + (range.end - range.start) * cell / f64::from(CELLS)
        };
        let mut rectangles = Vec::new();
        for row in (0..CELLS).map(f64::from) {
            let (low, high) = (at(&self.y, row), at(&self.y, row + 1.0));
            let mut run: Option<(f64, usize)> = None;
            for column in (0..CELLS).map(f64::from) {
                let centre = [at(&self.x, column + 0.5), at(&self.y, row + 0.5)];
                let class = (self.classify)(centre);
                let left = at(&self.x, column);
                match run {
                    Some((_, of)) if of == class => {}
                    Some((start, of)) => {
                        rectangles.push(([(start, low), (left, high)], of));
                        run = Some((left, class));
                    }
                    None => run = Some((left, class)),
                }
            }
            if let Some((start, of)) = run {
                rectangles.push(([(start, low), (self.x.end, high)], of));
            }
        }
        rectangles
    }
}

impl<F: Fn([f64; 2]) -> usize> Picture for Regions<'_, F> {
    fn size(&self, _: Format) -> (u32, u32) {
        (760, 740)
    }

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>, _: Format) -> Drawn<B> {
        let mut chart = ChartBuilder::on(area)
            .margin(16)
            .x_label_area_size(32)
            .y_label_area_size(52)
            .build_cartesian_2d(self.x.clone(), self.y.clone())?;
        chart.draw_series(self.rectangles().into_iter().map(|(corners, class)| {
            let colour = colour(class);
            // Towards white, without transparency: neighbours may overlap by a pixel.
            let light = |channel: u8| 255 - (255 - channel) / 3;
            let fill = RGBColor(light(colour.0), light(colour.1), light(colour.2));
            Rectangle::new(corners, fill.filled())
        }))?;
        chart
            .configure_mesh()
            .disable_mesh()
            .label_style(("sans-serif", 15))
            .draw()?;
        for (&[x, y], &label) in self.points.iter().zip(self.labels) {
            chart.draw_series([
                Circle::new((x, y), 4, colour(label).filled()),
                Circle::new((x, y), 4, WHITE.stroke_width(1)),
            ])?;
        }
        Ok(())
    }
}
