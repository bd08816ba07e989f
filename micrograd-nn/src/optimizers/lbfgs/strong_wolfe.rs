//! A line search for the strong Wolfe conditions.

use super::{dot, largest};

/// A sufficient decrease: this share of what the slope promises.
const DECREASE: f64 = 1e-4;
/// A sufficient flatness: this share of the slope at the start.
const FLATNESS: f64 = 0.9;

/// A loss with its gradient, at one place of the line.
#[derive(Clone)]
pub(super) struct Point {
    pub(super) loss: f64,
    pub(super) gradient: Vec<f64>,
}

impl Point {
    pub(super) fn new(loss: f64, gradient: Vec<f64>) -> Self {
        Point { loss, gradient }
    }

    /// A point whose loss or gradient is not finite.
    pub(super) fn beyond(parameters: usize) -> Self {
        Point::new(f64::INFINITY, vec![0.0; parameters])
    }
}

/// Where the search ended.
pub(super) struct Reached {
    pub(super) t: f64,
    pub(super) point: Point,
    pub(super) evaluations: usize,
}

/// A point, with its place on the line and the slope there.
#[derive(Clone)]
struct Trial {
    t: f64,
    slope: f64,
    point: Point,
}

/// Nocedal and Wright, *Numerical Optimization* (2006), algorithms 3.5 and 3.6, with the interpolation
/// and the bounds of PyTorch's `_strong_wolfe`. After so many evaluations the lowest point counts.
pub(super) fn strong_wolfe(
    first: f64,
    direction: &[f64],
    start: &Point,
    tolerance_change: f64,
    max_evaluations: usize,
    mut evaluate: impl FnMut(f64) -> Point,
) -> Reached {
    let mut evaluations = 0;
    let mut trial_at = |t: f64| {
        evaluations += 1;
        let point = evaluate(t);
        let slope = dot(&point.gradient, direction);
        Trial { t, slope, point }
    };
    let origin = Trial {
        t: 0.0,
        slope: dot(&start.gradient, direction),
        point: start.clone(),
    };
    let falls = |trial: &Trial| trial.point.loss <= start.loss + DECREASE * trial.t * origin.slope;
    let is_flat = |trial: &Trial| trial.slope.abs() <= -FLATNESS * origin.slope;

    // Further and further, until a minimum lies between two points.
    let mut iterations = 0;
    let mut before = origin.clone();
    let mut now = trial_at(first);
    let mut bracket = loop {
        if iterations == max_evaluations {
            break [origin.clone(), now];
        }
        let rises = iterations > 1 && now.point.loss >= before.point.loss;
        if !falls(&now) || rises {
            break [before, now];
        }
        if is_flat(&now) {
            let Trial { t, point, .. } = now;
            return Reached {
                t,
                point,
                evaluations,
            };
        }
        if now.slope >= 0.0 {
            break [before, now];
        }
        let bounds = [now.t + 0.01 * (now.t - before.t), now.t * 10.0];
        let t = cubic_minimum(&before, &now, bounds);
        before = std::mem::replace(&mut now, trial_at(t));
        iterations += 1;
    };

    // Closer and closer to it.
    let length = largest(direction);
    let mut was_close_to_an_end = false;
    bracket.sort_by(|a, b| a.point.loss.total_cmp(&b.point.loss));
    let [mut low, mut high] = bracket;
    while iterations < max_evaluations && (high.t - low.t).abs() * length >= tolerance_change {
        let bounds = [low.t.min(high.t), low.t.max(high.t)];
        let [left, right] = bounds;
        let mut t = cubic_minimum(&low, &high, bounds);
        let margin = 0.1 * (right - left);
        let is_close = (right - t).min(t - left) < margin;
        if is_close && (was_close_to_an_end || t >= right || t <= left) {
            t = if (t - right).abs() < (t - left).abs() {
                right - margin
            } else {
                left + margin
            };
            was_close_to_an_end = false;
        } else {
            was_close_to_an_end = is_close;
        }

        let now = trial_at(t);
        iterations += 1;
        if !falls(&now) || now.point.loss >= low.point.loss {
            high = now;
            if high.point.loss < low.point.loss {
                std::mem::swap(&mut low, &mut high);
            }
            continue;
        }
        let done = is_flat(&now);
        if !done && now.slope * (high.t - low.t) >= 0.0 {
            high = low;
        }
        low = now;
        if done {
            break;
        }
    }
    let Trial { t, point, .. } = low;
    Reached {
        t,
        point,
        evaluations,
    }
}

/// Where the cubic through two points with their slopes has its minimum, within bounds; their middle if
/// it has none.
fn cubic_minimum(a: &Trial, b: &Trial, [least, most]: [f64; 2]) -> f64 {
    let [a, b] = if a.t <= b.t { [a, b] } else { [b, a] };
    let d1 = a.slope + b.slope - 3.0 * (a.point.loss - b.point.loss) / (a.t - b.t);
    let square = d1 * d1 - a.slope * b.slope;
    let d2 = square.sqrt();
    let t = b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2.0 * d2));
    if t.is_finite() {
        t.max(least).min(most)
    } else {
        f64::midpoint(least, most)
    }
}
