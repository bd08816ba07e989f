//! Steepest descent with a step that grows while it succeeds, over numbers that may be differentiated
//! themselves.

use micrograd_core::{Scalar, grad};

/// Gradients and steps that are shorter count as 0.
const NEARLY_ZERO: f64 = 1e-5;

/// Where f is smallest, from `start` downhill.
pub(crate) fn argmin<T: Scalar>(
    f: impl Fn(&[T]) -> T,
    gradient: impl Fn(&[T]) -> Vec<T>,
    start: &[T],
) -> Vec<T> {
    let mut x = start.to_vec();
    let mut y = f(&x);
    let mut slopes = gradient(&x);
    let mut rate = NEARLY_ZERO;
    let mut successes = 0;
    // A NaN ends the descent, too.
    while T::sum_of_squares(&slopes).data().sqrt() > NEARLY_ZERO {
        if successes == 10 {
            rate *= 2.0;
            successes = 0;
        }
        let lower: Vec<T> = x
            .iter()
            .zip(&slopes)
            .map(|(x, slope)| grad! { x - rate * slope })
            .collect();
        let step = T::squared_distance(&lower, &x).data().sqrt();
        if step.is_nan() || step <= NEARLY_ZERO {
            break;
        }
        let lower_y = f(&lower);
        if lower_y < y {
            slopes = gradient(&lower);
            (x, y) = (lower, lower_y);
            successes += 1;
        } else {
            rate /= 2.0;
            successes = 0;
        }
    }
    x
}

/// Where f is largest, from `start` uphill.
pub(crate) fn argmax<T: Scalar>(
    f: impl Fn(&[T]) -> T,
    gradient: impl Fn(&[T]) -> Vec<T>,
    start: &[T],
) -> Vec<T> {
    let downhill = |x: &[T]| gradient(x).iter().map(|slope| -slope).collect();
    argmin(|x| -f(x), downhill, start)
}
