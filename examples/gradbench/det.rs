//! `det`: a determinant by expansion along the first row, minor by minor.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_len, unfit};
use crate::reverse_mode;
use micrograd_core::{Scalar, Value, grad};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Input {
    /// Row by row.
    #[serde(rename = "A")]
    a: Vec<f64>,
    ell: usize,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        let size = self.ell.checked_mul(self.ell);
        match size {
            Some(1..) => {}
            _ => return Err(unfit("ell", format!("is {}", self.ell))),
        }
        check_len("A", &self.a, self.ell * self.ell, "the square of ell")
    }
}

/// det A, A in rows of `columns.len()`.
fn determinant<T: Scalar>(a: &[T], ell: usize) -> T {
    let mut columns: Vec<usize> = (0..ell).collect();
    minor(a, ell, &mut columns)
}

/// The determinant of the last rows of A, as many as there are columns left.
fn minor<T: Scalar>(a: &[T], ell: usize, columns: &mut Vec<usize>) -> T {
    let row = &a[(ell - columns.len()) * ell..];
    match columns[..] {
        [column] => return row[column].clone(),
        [left, right] => {
            let below = &row[ell..];
            return grad! { row[left] * below[right] - row[right] * below[left] };
        }
        [left, middle, right] => {
            let (below, lowest) = (&row[ell..], &row[2 * ell..]);
            return grad! {
                row[left] * (below[middle] * lowest[right] - below[right] * lowest[middle])
                    - row[middle] * (below[left] * lowest[right] - below[right] * lowest[left])
                    + row[right] * (below[left] * lowest[middle] - below[middle] * lowest[left])
            };
        }
        _ => {}
    }
    let count = columns.len();
    let mut without = |j| {
        let column = columns.remove(j);
        let rest = minor(a, ell, columns);
        columns.insert(j, column);
        (&row[column], rest)
    };
    let (entry, rest) = without(0);
    grad! { let mut sum = entry * rest; }
    for j in 1..count {
        let (entry, rest) = without(j);
        grad! {
            if j % 2 == 0 {
                sum += entry * rest;
            } else {
                sum -= entry * rest;
            }
        }
    }
    sum
}

pub(crate) fn primal(input: Input) -> impl FnMut() -> f64 {
    move || determinant(&input.a, input.ell)
}

pub(crate) fn gradient(input: Input) -> impl FnMut() -> Vec<f64> {
    let a = Value::leaves_of(&input.a);
    move || reverse_mode::gradient(&determinant(&a, input.ell), a.iter())
}
