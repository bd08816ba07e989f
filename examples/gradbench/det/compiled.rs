//! The gradient of `det`, compiled.

use super::Input;
use micrograd_core::differentiable;

/// The determinant of the last rows of A in the columns of a set, as many as there are columns.
#[differentiable]
fn minor(a: &[f64], ell: usize, columns: u64) -> f64 {
    let count = columns.count_ones() as usize;
    let row = &a[(ell - count) * ell..];
    if count == 1 {
        return row[columns.trailing_zeros() as usize];
    }
    if count == 4 {
        return minor_of_4(a, ell, columns);
    }
    let mut sum = 0.0;
    let mut left = columns;
    for j in 0..count {
        let column = left.trailing_zeros() as usize;
        left &= left - 1;
        let term = row[column] * minor(a, ell, columns & !(1 << column));
        if j % 2 == 0 {
            sum += term;
        } else {
            sum -= term;
        }
    }
    sum
}

/// By pairs of columns: a minor of the upper two rows times that of the lower two in the other columns.
#[differentiable]
fn minor_of_4(a: &[f64], ell: usize, columns: u64) -> f64 {
    let begin = (ell - 4) * ell;
    let upper = &a[begin..begin + ell];
    let above = &a[begin + ell..begin + 2 * ell];
    let below = &a[begin + 2 * ell..begin + 3 * ell];
    let lower = &a[begin + 3 * ell..begin + 4 * ell];
    let after = |columns: u64| columns & (columns - 1);
    let i = columns.trailing_zeros() as usize;
    let j = after(columns).trailing_zeros() as usize;
    let k = after(after(columns)).trailing_zeros() as usize;
    let l = after(after(after(columns))).trailing_zeros() as usize;
    (upper[i] * above[j] - upper[j] * above[i]) * (below[k] * lower[l] - below[l] * lower[k])
        - (upper[i] * above[k] - upper[k] * above[i]) * (below[j] * lower[l] - below[l] * lower[j])
        + (upper[i] * above[l] - upper[l] * above[i]) * (below[j] * lower[k] - below[k] * lower[j])
        + (upper[j] * above[k] - upper[k] * above[j]) * (below[i] * lower[l] - below[l] * lower[i])
        - (upper[j] * above[l] - upper[l] * above[j]) * (below[i] * lower[k] - below[k] * lower[i])
        + (upper[k] * above[l] - upper[l] * above[k]) * (below[i] * lower[j] - below[j] * lower[i])
}

pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let all = u64::MAX >> (64 - input.ell);
    move || minor::gradient(&input.a, input.ell, all).1
}
