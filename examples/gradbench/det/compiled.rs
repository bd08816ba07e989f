//! The gradient of `det`, compiled.

use super::Input;
use micrograd_core::differentiable;

/// The determinant of the last rows of A in the columns of a set, as many as there are columns.
#[differentiable]
fn minor(a: &[f64], ell: usize, columns: u64) -> f64 {
    let count = columns.count_ones() as usize;
    let row = &a[(ell - count) * ell..];
    let first = columns.trailing_zeros() as usize;
    let others = columns & (columns - 1);
    if count == 1 {
        return row[first];
    }
    if count == 2 {
        let second = others.trailing_zeros() as usize;
        return row[first] * row[ell + second] - row[second] * row[ell + first];
    }
    if count == 3 {
        let j = others.trailing_zeros() as usize;
        let k = (others & (others - 1)).trailing_zeros() as usize;
        let (second, third) = (&row[ell..], &row[2 * ell..]);
        return row[first] * (second[j] * third[k] - second[k] * third[j])
            - row[j] * (second[first] * third[k] - second[k] * third[first])
            + row[k] * (second[first] * third[j] - second[j] * third[first]);
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

pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let all = u64::MAX >> (64 - input.ell);
    move || minor::gradient(&input.a, input.ell, all).1
}
