//! Functions of a list of numbers. On values each one is a node or two, however long the list is.

use super::Scalar;
use crate::expression::{CallSite, ExpOfDifference, Itself, Product, Square, SquaredDifference};
use crate::tape::Site;
use std::panic::Location;

/// Σ over lists of operands of a formula; for values it is one node, recorded at the caller.
macro_rules! total {
    ($Formula:ty, $first:expr, $operands:expr) => {{
        static SITE: Site = Site::of_library::<$Formula>();
        let at = CallSite::at(&SITE, Location::caller());
        T::total::<$Formula, _>($first, $operands, at)
    }};
}

#[inline]
#[track_caller]
pub(super) fn sum_of<T: Scalar>(xs: &[T]) -> T {
    let (first, rest) = match xs.split_first() {
        Some((first, rest)) => (Some(first), rest),
        None => (None, xs),
    };
    total!(Itself, first, rest.iter().map(|x| (x, ())))
}

#[inline]
#[track_caller]
pub(super) fn dot<T: Scalar>(xs: &[T], ys: &[T]) -> T {
    products(None, xs, ys)
}

#[inline]
#[track_caller]
pub(super) fn plus_dot<T: Scalar>(first: &T, xs: &[T], ys: &[T]) -> T {
    products(Some(first), xs, ys)
}

#[inline]
#[track_caller]
fn products<T: Scalar>(first: Option<&T>, xs: &[T], ys: &[T]) -> T {
    let pairs = xs.iter().zip(ys).map(|(x, y)| (x, (y, ())));
    total!(Product, first, pairs)
}

#[inline]
#[track_caller]
pub(super) fn weighted_sum<T: Scalar>(xs: &[T], weights: &[f64]) -> T {
    let pairs = xs.iter().zip(weights).map(|(x, w)| (x, (w, ())));
    total!(Product, None, pairs)
}

#[inline]
#[track_caller]
pub(super) fn sum_of_squares<T: Scalar>(xs: &[T]) -> T {
    let all = xs.iter().map(|x| (x, ()));
    total!(Square, None, all)
}

#[inline]
#[track_caller]
pub(super) fn squared_distance<T: Scalar>(xs: &[T], ys: &[T]) -> T {
    let pairs = xs.iter().zip(ys).map(|(x, y)| (x, (y, ())));
    total!(SquaredDifference, None, pairs)
}

#[inline]
#[track_caller]
pub(super) fn squared_distance_to<T: Scalar>(xs: &[T], point: &[f64]) -> T {
    let pairs = xs.iter().zip(point).map(|(x, p)| (x, (p, ())));
    total!(SquaredDifference, None, pairs)
}

/// By squares where they are in the middle of what an `f64` holds; else by `hypot`, one by one.
#[inline]
#[track_caller]
pub(super) fn norm<T: Scalar>(xs: &[T]) -> T {
    let largest = xs
        .iter()
        .fold(0.0, |largest, x| f64::max(largest, x.data().abs()));
    if (1e-100..1e100).contains(&largest) {
        return sum_of_squares(xs).sqrt();
    }
    match xs {
        [] => T::from(0.0),
        [x] => x.abs(),
        [first, rest @ ..] => rest.iter().fold(first.clone(), |norm, x| norm.hypot(x)),
    }
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
    let own = (&xs[top] - shift).exp_m1();
    let shifted = |x| (x, (&shift, ()));
    let below = total!(ExpOfDifference, Some(&own), xs[..top].iter().map(shifted));
    let rest = total!(
        ExpOfDifference,
        Some(&below),
        xs[top + 1..].iter().map(shifted)
    );
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
