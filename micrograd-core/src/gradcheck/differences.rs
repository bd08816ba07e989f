//! The derivative of a function of one number by differences, with its uncertainty.
//!
//! No step fits all functions. It must be small beside the scale on which the function changes, and large enough that
//! rounding does not hide the difference. So the steps shrink, and their differences are extrapolated to a step of 0. The
//! extrapolation that settles best counts. Ridders, *Accurate computation of F′(x) and F′(x)F″(x)* (1982).

use super::extrapolation::{Extrapolation, Measured};

/// The derivative from both sides, and from each of them: at a kink they differ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slopes {
    pub(super) central: Measured,
    pub(super) left: Measured,
    pub(super) right: Measured,
}

/// A relative uncertainty with which there is no need to go on.
const ENOUGH: f64 = 1e-9;

/// A relative uncertainty above which steps larger than |x| are tried, because rounding hides the derivative: so for 1 + x
/// at 10⁻²⁰. Otherwise such steps would only cross the kinks that |x| and others have at 0.
const TOO_MUCH: f64 = 1e-5;

/// By how much steps shrink: no period is a multiple of all of them.
const RATIO: f64 = 0.298_273_645;

impl Slopes {
    const NONE: Slopes = Slopes {
        central: Measured::NOTHING,
        left: Measured::NOTHING,
        right: Measured::NOTHING,
    };

    /// Of f at x; `step` is the largest one, which is chosen otherwise.
    pub(super) fn of(f: impl Fn(f64) -> f64, x: f64, step: Option<f64>) -> Slopes {
        let own = if x == 0.0 { 0.25 } else { 0.25 * x.abs() };
        let mut first = step.unwrap_or(own);
        let mut best = Slopes::shrinking(&f, x, first);
        let largest = 1e3 * x.abs().max(1.0);
        while step.is_none() && first < largest && best.uncertainty() > TOO_MUCH {
            first /= RATIO.powi(3);
            let other = Slopes::shrinking(&f, x, first);
            if other.uncertainty() < best.uncertainty() {
                best = other;
            }
        }
        best
    }

    /// By steps from `first` downwards, until smaller ones tell less.
    fn shrinking(f: &impl Fn(f64) -> f64, x: f64, first: f64) -> Slopes {
        let here = f(x);
        let mut central = Extrapolation::new(RATIO * RATIO);
        let (mut left, mut right) = (Extrapolation::new(RATIO), Extrapolation::new(RATIO));
        let (mut best, mut last, mut roughest) = (Slopes::NONE, Slopes::NONE, 0.0_f64);
        let (mut step, mut has_settled, mut in_vain) = (first, false, 0);
        loop {
            let (above, below) = (x + step, x - step);
            if !(above > x && below < x) {
                break;
            }
            let (higher, lower) = (f(above), f(below));
            let now = Slopes {
                central: next(&mut central, [lower, higher], above - below),
                left: next(&mut left, [lower, here], x - below),
                right: next(&mut right, [here, higher], above - x),
            };
            if now.have_settled() {
                has_settled = true;
                let before = best.uncertainty();
                best.central.keep_better(now.central);
                best.left.keep_better(now.left);
                best.right.keep_better(now.right);
                in_vain = if best.uncertainty() < before {
                    0
                } else {
                    in_vain + 1
                };
            } else {
                in_vain += 1;
            }
            if has_settled && (in_vain >= 4 || best.uncertainty() <= ENOUGH) {
                return best;
            }
            if now.derivative().uncertainty.is_finite() {
                last = now;
                roughest = roughest.max(now.derivative().uncertainty);
            }
            step *= RATIO;
        }
        // What tends to 0 more slowly than any term, as for x√x at 0, never settles.
        if !has_settled && last.derivative().is_within(1e-6, roughest) {
            best = last;
        }
        best
    }

    /// What is known of the derivative; at the end of a domain there is only one side.
    pub(super) fn derivative(&self) -> Measured {
        if self.central.number.is_finite() {
            return self.central;
        }
        let mut side = self.left;
        side.keep_better(self.right);
        side
    }

    /// The sides that are known well.
    pub(super) fn sides(&self) -> impl Iterator<Item = Measured> {
        let scale = self.scale();
        let sides = [self.left, self.right].into_iter();
        sides.filter(move |side| side.is_within(TOO_MUCH, scale))
    }

    /// Whether both sides have; those of a jump do not, nor those of a peak between two steps.
    fn have_settled(&self) -> bool {
        let scale = self.scale();
        let mut sides = [self.left, self.right].into_iter();
        let is_outside = |side: &Measured| side.number.is_nan();
        scale.is_finite()
            && !sides.clone().all(|side| is_outside(&side))
            && sides.all(|side| is_outside(&side) || side.has_settled(scale))
    }

    fn scale(&self) -> f64 {
        let all = [self.central, self.left, self.right];
        all.iter()
            .fold(0.0, |scale, slope| slope.number.abs().max(scale))
    }

    /// The relative uncertainty.
    fn uncertainty(&self) -> f64 {
        let relative = self.derivative().uncertainty / self.scale();
        // 0/0 is a constant.
        if relative.is_nan() {
            f64::INFINITY
        } else {
            relative
        }
    }
}

/// One more difference of two results of a function.
fn next(slopes: &mut Extrapolation, [lower, higher]: [f64; 2], run: f64) -> Measured {
    const SMALLEST: f64 = f64::MIN_POSITIVE * f64::EPSILON;
    let rounding = 2.0 * f64::EPSILON * lower.abs().max(higher.abs()) + SMALLEST;
    let are_known = lower.is_finite() && higher.is_finite() && run.is_finite();
    let slope = if are_known {
        (higher - lower) / run
    } else {
        f64::NAN
    };
    slopes.next(slope, rounding / run)
}
