//! The norm of a list in a function under `#[differentiable]`.

use micrograd_macros::differentiable;

/// [`Scalar::norm`](crate::Scalar::norm), operation by operation: by squares where the largest number is in the middle of what
/// an `f64` holds; else by `hypot`, one by one.
#[differentiable]
pub fn norm(xs: &[f64]) -> f64 {
    let mut is_large_enough = false;
    let mut is_too_large = false;
    for x in xs {
        let size = x.abs();
        if size >= 1e-100 {
            is_large_enough = true;
        }
        if size >= 1e100 {
            is_too_large = true;
        }
    }
    if is_large_enough && !is_too_large {
        let mut sum = 0.0;
        for x in xs {
            sum += x * *2;
        }
        return sum.sqrt();
    }
    if xs.is_empty() {
        return 0.0;
    }
    if xs.len() == 1 {
        return xs[0].abs();
    }
    let mut norm = xs[0];
    for i in 1..xs.len() {
        norm = norm.hypot(xs[i]);
    }
    norm
}
