//! Numbers over epochs or steps.

use super::canvas::{Drawn, Picture, colour, render};
use super::curve::Curve;
use super::{Format, PlotError, axis};
use crate::History;
use plotters::coord::Shift;
use plotters::coord::ranged1d::{AsRangedCoord, ValueFormatter};
use plotters::prelude::*;
use std::ops::Range;
use std::path::Path;

/// Draws the losses of a run, and below them its metric if it has one, over the epochs.
///
/// Needs the feature `plots`.
///
/// The axis of the losses is logarithmic if they span more than a factor of 20. The `file` is an
/// SVG or a PNG, as its name ends.
///
/// # Errors
///
/// If the file cannot be written or ends with something else, or as [`plot_curves`] fails.
///
/// # Panics
///
/// If the history is empty.
///
/// ```
/// # use micrograd_core::Value;
/// # use micrograd_nn::{Sgd, Training, plot_history};
/// # use rand::{SeedableRng, rngs::ChaCha8Rng};
/// # let folder = std::env::temp_dir().join(format!("micrograd-plot-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let x = Value::new(3.0);
/// # let mut training = Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1)).epochs(9).quiet();
/// let history = training.run(|epoch| epoch.step(&x.powi(2)));
/// plot_history(folder.join("losses.svg"), &history)?;
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[track_caller]
pub fn plot_history(file: impl AsRef<Path>, history: &History) -> Result<(), PlotError> {
    let records = history.records();
    assert!(
        !records.is_empty(),
        "a history of {} epochs cannot be drawn",
        records.len()
    );
    let points = |number: fn(&crate::Record) -> Option<f64>| -> Vec<(f64, f64)> {
        let at = |record| number(record).map(|y| (epoch_of(record), y));
        records.iter().filter_map(at).collect()
    };
    let mut panels = vec![Panel {
        title: "loss",
        x_label: "epoch",
        curves: vec![Curve {
            name: "",
            points: points(|record| Some(record.loss)),
        }],
    }];
    if let Some(name) = history.metric_name() {
        let curves = vec![Curve {
            name: "",
            points: points(|record| record.metric),
        }];
        panels.push(Panel {
            title: name,
            x_label: "epoch",
            curves,
        });
    }
    Panels(panels).render(file.as_ref())
}

/// Draws named lists of numbers as curves, over their places 0, 1, 2, …
///
/// Needs the feature `plots`.
///
/// The vertical axis is logarithmic if the numbers are positive and span more than a factor of 20.
/// Where a number is infinite or a NaN, the curve has a gap. A PNG shows `?` for letters that the font
/// of the crate lacks: it has those of Latin and Greek.
///
/// # Errors
///
/// If the file cannot be written, its name ends with neither `.svg` nor `.png`, no number is finite, or
/// one lies beyond ±10³⁰⁰, or, on a logarithmic axis, below 10⁻³⁰⁰ or beyond 10³⁰⁰ times the least.
///
/// # Panics
///
/// If there is no number.
///
/// ```
/// # use micrograd_nn::plot_curves;
/// # let folder = std::env::temp_dir().join(format!("micrograd-curves-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("rates.png");
/// plot_curves(&file, "loss", &[("lr 0.1", &[3.0, 1.0, 0.5]), ("lr 0.01", &[3.0, 2.8, 2.6])])?;
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[track_caller]
pub fn plot_curves(
    file: impl AsRef<Path>,
    title: &str,
    curves: &[(&str, &[f64])],
) -> Result<(), PlotError> {
    let mut drawn = Vec::with_capacity(curves.len());
    for &(name, numbers) in curves {
        let points = (0_u32..)
            .map(f64::from)
            .zip(numbers.iter().copied())
            .collect();
        drawn.push(Curve { name, points });
    }
    let count: usize = drawn.iter().map(|curve| curve.points.len()).sum();
    assert!(
        count > 0,
        "{} curves of {count} numbers cannot be drawn",
        curves.len()
    );
    let panel = Panel {
        title,
        x_label: "step",
        curves: drawn,
    };
    Panels(vec![panel]).render(file.as_ref())
}

struct Panel<'a> {
    title: &'a str,
    x_label: &'a str,
    curves: Vec<Curve<'a>>,
}

/// One above the other.
struct Panels<'a>(Vec<Panel<'a>>);

impl Panels<'_> {
    fn render(&self, file: &Path) -> Result<(), PlotError> {
        for panel in &self.0 {
            let Some(heights) = panel.heights() else {
                return Err(panel.nothing_finite(file));
            };
            axis::expect_drawable(file, &heights, is_logarithmic(&heights))?;
        }
        render(file, self)
    }
}

impl Picture for Panels<'_> {
    fn size(&self, _: Format) -> (u32, u32) {
        (900, if self.0.len() == 1 { 500 } else { 760 })
    }

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>, format: Format) -> Drawn<B> {
        for (panel, part) in self.0.iter().zip(area.split_evenly((self.0.len(), 1))) {
            panel.draw(&part, format)?;
        }
        Ok(())
    }
}

/// Whether positive numbers span more than a factor of 20.
fn is_logarithmic(heights: &Range<f64>) -> bool {
    heights.start > 0.0 && heights.end / heights.start > 20.0
}

impl Panel<'_> {
    /// From the least to the largest finite number, if there is one.
    fn heights(&self) -> Option<Range<f64>> {
        let points = self.curves.iter().flat_map(Curve::finite_points);
        let range = axis::extent(points.map(|point| point.1));
        (range.start <= range.end).then_some(range)
    }

    fn nothing_finite(&self, file: &Path) -> PlotError {
        let curve = self.curves.iter().find(|curve| !curve.points.is_empty());
        PlotError::NotFinite {
            file: file.to_owned(),
            what: format!(
                "the curve `{}`",
                curve.map_or(self.title, |curve| curve.name)
            ),
            index: 0,
            number: curve.map_or(f64::NAN, |curve| curve.points[0].1),
        }
    }

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>, format: Format) -> Drawn<B> {
        let points = self.curves.iter().flat_map(|curve| &curve.points);
        let xs = axis::with_room(&axis::extent(points.map(|point| point.0)), 0.0);
        let ys = self.heights().unwrap_or(0.0..1.0);
        if is_logarithmic(&ys) {
            self.draw_on(
                area,
                format,
                xs,
                (ys.start * 0.8..ys.end * 1.25).log_scale(),
            )
        } else {
            self.draw_on(area, format, xs, axis::with_room(&ys, 0.05))
        }
    }

    fn draw_on<B, Y>(
        &self,
        area: &DrawingArea<B, Shift>,
        format: Format,
        xs: Range<f64>,
        ys: impl AsRangedCoord<CoordDescType = Y, Value = f64>,
    ) -> Drawn<B>
    where
        B: DrawingBackend,
        Y: Ranged<ValueType = f64> + ValueFormatter<f64>,
    {
        let mut chart = ChartBuilder::on(area)
            .margin(14)
            .caption(format.text(self.title), ("sans-serif", 22))
            .x_label_area_size(44)
            .y_label_area_size(72)
            .build_cartesian_2d(xs, ys)?;
        chart
            .configure_mesh()
            .light_line_style(WHITE)
            .y_labels(8)
            .x_desc(self.x_label)
            .label_style(("sans-serif", 15))
            .y_label_formatter(&|y| axis::label(*y))
            .x_label_formatter(&|x| axis::label(*x))
            .draw()?;
        for (index, curve) in self.curves.iter().enumerate() {
            curve.draw(&mut chart, index)?;
            if !curve.name.is_empty() {
                let style = colour(index).stroke_width(2);
                let nothing: [PathElement<(f64, f64)>; 0] = [];
                chart
                    .draw_series(nothing)?
                    .label(format.short_text(curve.name, 40))
                    .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], style));
            }
        }
        if self.curves.iter().any(|curve| !curve.name.is_empty()) {
            chart
                .configure_series_labels()
                .label_font(("sans-serif", 16))
                .background_style(WHITE.mix(0.8))
                .border_style(RGBColor(160, 160, 160))
                .position(SeriesLabelPosition::UpperRight)
                .draw()?;
        }
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss)] // No one trains for 2⁵³ epochs.
fn epoch_of(record: &crate::Record) -> f64 {
    record.epoch as f64
}
