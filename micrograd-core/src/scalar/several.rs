//! Functions of any number of numbers, by elementary operations.

use super::Scalar;

/// Lengths that differ are the caller's mistake.
#[inline]
#[track_caller]
pub(super) fn same_length(function: &str, left: usize, right: usize) {
    assert!(
        left == right,
        "{function}: {left} numbers on the left, {right} on the right"
    );
}

#[inline]
#[track_caller]
pub(crate) fn ordered_ends(low: f64, high: f64) {
    assert!(
        low <= high,
        "clamp({low:?}, {high:?}): the lower end must not be above the upper one, nor NaN"
    );
}

/// Adds the terms from the left. No closure and no iterator adaptor calls an operator in this file: a
/// closure would be recorded at its own place, not at the caller's.
macro_rules! total {
    ($item:pat => $items:expr, $term:expr) => {{
        let mut total: Option<T> = None;
        for $item in $items {
            let term = $term;
            match &mut total {
                Some(total) => *total += term,
                None => total = Some(term),
            }
        }
        match total {
            Some(total) => total,
            None => T::from(0.0),
        }
    }};
}

#[inline]
#[track_caller]
pub(super) fn sum_of<T: Scalar>(xs: &[T]) -> T {
    let Some((first, rest)) = xs.split_first() else {
        return T::from(0.0);
    };
    let mut total = first.clone();
    for x in rest {
        total += x;
    }
    total
}

#[inline]
#[track_caller]
pub(super) fn dot<T: Scalar>(xs: &[T], ys: &[T]) -> T {
    total! { (x, y) => xs.iter().zip(ys), x * y }
}

#[inline]
#[track_caller]
pub(super) fn weighted_sum<T: Scalar>(xs: &[T], weights: &[f64]) -> T {
    total! { (x, &w) => xs.iter().zip(weights), x * w }
}

#[inline]
#[track_caller]
pub(super) fn sum_of_squares<T: Scalar>(xs: &[T]) -> T {
    total! { x => xs, x.powi(2) }
}

#[inline]
#[track_caller]
pub(super) fn squared_distance<T: Scalar>(xs: &[T], ys: &[T]) -> T {
    total! { (x, y) => xs.iter().zip(ys), (x - y).powi(2) }
}

#[inline]
#[track_caller]
pub(super) fn squared_distance_to<T: Scalar>(xs: &[T], point: &[f64]) -> T {
    total! { (x, &p) => xs.iter().zip(point), (x - p).powi(2) }
}

/// m + ln(1 + (e^(x₁ − m) − 1) + Σᵢ e^(xᵢ − m)) with x₁ the largest of the xᵢ and the number m = x₁:
/// nothing overflows, and a small rest keeps its digits.
#[inline]
#[track_caller]
pub(super) fn logsumexp<T: Scalar>(xs: &[T]) -> T {
    let Some(top) = largest(xs) else {
        return T::from(f64::NEG_INFINITY);
    };
    let shift = xs[top].data();
    if shift.is_infinite() {
        return xs[top].clone();
    }
    let mut rest = (&xs[top] - shift).exp_m1();
    for (i, x) in xs.iter().enumerate() {
        if i != top {
            rest += (x - shift).exp();
        }
    }
    rest.ln_1p() + shift
}

/// Where the largest number is, or the first NaN.
fn largest<T: Scalar>(xs: &[T]) -> Option<usize> {
    let mut top = 0;
    let mut most = xs.first()?.data();
    for (i, x) in xs.iter().enumerate() {
        let data = x.data();
        if data.is_nan() {
            return Some(i);
        }
        if data > most {
            (top, most) = (i, data);
        }
    }
    Some(top)
}
