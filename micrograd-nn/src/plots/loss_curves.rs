//! Numbers over epochs or steps.

use super::PlotError;
use super::canvas::{Drawn, Picture, colour, render};
use crate::History;
use plotters::coord::Shift;
use plotters::coord::ranged1d::{AsRangedCoord, ValueFormatter};
use plotters::prelude::*;
use std::ops::Range;
use std::path::Path;

/// Draws the losses of a run, and below them its metric if it has one, over the epochs.
///
/// The axis of the losses is logarithmic if they span more than a factor of 20. The `file` is an
/// SVG or a PNG, as its name ends.
///
/// # Errors
///
/// If the file cannot be written, or ends with something else.
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
        // A run that has diverged ends with a number that has no place.
        let finite = |record| number(record).filter(|y| y.is_finite());
        let at = |record| finite(record).map(|y| (epoch_of(record), y));
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
    render(file.as_ref(), &Panels(panels))
}

/// Draws named lists of numbers as curves, over their places 0, 1, 2, …
///
/// The vertical axis is logarithmic if the numbers are positive and span more than a factor of 20.
///
/// # Errors
///
/// If the file cannot be written, or its name ends with neither `.svg` nor `.png`.
///
/// # Panics
///
/// If there is no number, or one is not finite.
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
        for (place, number) in numbers.iter().enumerate() {
            assert!(
                number.is_finite(),
                "number {place} of the curve `{name}` is {number:?}"
            );
        }
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
    render(
        file.as_ref(),
        &Panels(vec![Panel {
            title,
            x_label: "step",
            curves: drawn,
        }]),
    )
}

struct Curve<'a> {
    name: &'a str,
    points: Vec<(f64, f64)>,
}

struct Panel<'a> {
    title: &'a str,
    x_label: &'a str,
    curves: Vec<Curve<'a>>,
}

/// One above the other.
struct Panels<'a>(Vec<Panel<'a>>);

impl Picture for Panels<'_> {
    fn size(&self) -> (u32, u32) {
        (900, if self.0.len() == 1 { 500 } else { 760 })
    }

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>) -> Drawn<B> {
        for (panel, part) in self.0.iter().zip(area.split_evenly((self.0.len(), 1))) {
            panel.draw(&part)?;
        }
        Ok(())
    }
}

impl Panel<'_> {
    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>) -> Drawn<B> {
        let points = || self.curves.iter().flat_map(|curve| &curve.points);
        let xs = range(points().map(|point| point.0), 0.0);
        let least = points().map(|point| point.1).fold(f64::INFINITY, f64::min);
        let most = points()
            .map(|point| point.1)
            .fold(f64::NEG_INFINITY, f64::max);
        if least > 0.0 && most / least > 20.0 {
            self.draw_on(area, xs, (least * 0.8..most * 1.25).log_scale())
        } else {
            let ys = range(points().map(|point| point.1), 0.05);
            self.draw_on(area, xs, ys)
        }
    }

    fn draw_on<B, Y>(
        &self,
        area: &DrawingArea<B, Shift>,
        xs: Range<f64>,
        ys: impl AsRangedCoord<CoordDescType = Y, Value = f64>,
    ) -> Drawn<B>
    where
        B: DrawingBackend,
        Y: Ranged<ValueType = f64> + ValueFormatter<f64>,
    {
        let mut chart = ChartBuilder::on(area)
            .margin(14)
            .caption(self.title, ("sans-serif", 22))
            .x_label_area_size(44)
            .y_label_area_size(72)
            .build_cartesian_2d(xs, ys)?;
        chart
            .configure_mesh()
            .light_line_style(WHITE)
            .y_labels(8)
            .x_desc(self.x_label)
            .label_style(("sans-serif", 15))
            .y_label_formatter(&|y| short(*y))
            .x_label_formatter(&|x| short(*x))
            .draw()?;
        for (index, curve) in self.curves.iter().enumerate() {
            let style = colour(index).stroke_width(2);
            let series = LineSeries::new(curve.points.iter().copied(), style);
            let annotation = chart.draw_series(series)?;
            if !curve.name.is_empty() {
                annotation
                    .label(curve.name)
                    .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], style));
            }
            // A single point makes no line.
            if let [point] = curve.points[..] {
                chart.draw_series([Circle::new(point, 4, colour(index).filled())])?;
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

/// All numbers, with a share of their span as room on both sides; never empty.
fn range(numbers: impl Iterator<Item = f64> + Clone, room: f64) -> Range<f64> {
    let least = numbers.clone().fold(f64::INFINITY, f64::min);
    let most = numbers.fold(f64::NEG_INFINITY, f64::max);
    if least == most {
        return least - 0.5..most + 0.5;
    }
    let room = room * (most - least);
    least - room..most + room
}

/// A label for an axis, without the noise of binary fractions.
fn short(number: f64) -> String {
    let rounded: f64 = format!("{number:.6e}").parse().unwrap_or(number);
    if rounded == 0.0 || (1e-3..1e6).contains(&rounded.abs()) {
        rounded.to_string()
    } else {
        format!("{rounded:e}")
    }
}

#[expect(clippy::cast_precision_loss)] // No one trains for 2⁵³ epochs.
fn epoch_of(record: &crate::Record) -> f64 {
    record.epoch as f64
}
