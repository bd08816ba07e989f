//! What `#[differentiable]` writes for the user sets off none of rustc's lints.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, missing_debug_implementations, rust_2018_idioms, unused, nonstandard_style)]
#![deny(single_use_lifetimes, unreachable_pub, unused_qualifications, unused_results, let_underscore)]
#![deny(trivial_casts, trivial_numeric_casts, elided_lifetimes_in_paths, unused_lifetimes, variant_size_differences)]

use micrograd_core::{Lanes, differentiable, grad};

/// Everything at once: loops, branches, lists, calls, an early exit.
#[differentiable]
fn everything(x: &[f64], y: f64, #[constant] width: f64, steps: usize) -> f64 {
    let mut sum = 0.0;
    let mut list = vec![y; steps];
    for (i, a) in x.iter().enumerate() {
        if a.abs() < width {
            continue;
        }
        list[i % steps] *= *a;
        sum += list[i % steps].exp() / (1.0 + a * a);
    }
    let mut k = 0;
    while k < steps {
        sum = part(sum, &[y, sum]).sqrt();
        k += 1;
    }
    if sum > 1e9 {
        return y;
    }
    sum
}

#[differentiable(reorder)]
fn part(a: f64, b: &[f64; 2]) -> f64 {
    a * a + b[0].sin() * b[1] + 1.0
}

#[differentiable]
fn fills(x: &[f64], out: &mut Vec<f64>) {
    for (y, x) in out.iter_mut().zip(x) {
        *y = x * x;
    }
}

#[differentiable]
fn two(x: f64) -> ([f64; 2], Vec<f64>) {
    ([x, -x], vec![x.ln()])
}

grad! {
    #[differentiable]
    fn squared(x: f64) -> f64 {
        x ** 2 / 2
    }
}

fn main() {
    let (value, (dx, dy)) = everything::gradient(&[1.0, 2.0], 0.5, 0.1, 3);
    let hessian = everything::hessian(&[1.0, 2.0], 0.5, 0.1, 3);
    let product = everything::hvp(&[1.0, 2.0], 0.5, 0.1, 3, &dx, dy);
    assert!(value.is_finite() && hessian.len() == 3 && product.0.len() == 2);
    assert!(everything(&[1.0, 2.0], 0.5, 0.1, 3) == value);
    let (mut out, mut d_out) = (vec![0.0; 2], [0.0; 2]);
    fills::vjp(&[1.0, 2.0], &mut out, &[1.0, 1.0], &mut d_out);
    let ((_, logarithm), _) = two::jvp(2.0, 1.0);
    assert!(logarithm[0] > 0.0 && squared::gradient(3.0).1 == 3.0);
    let (mut da, mut db) = (Lanes([0.0; 2]), [Lanes([0.0; 2]); 2]);
    let lanes = part::vjp_lanes(Lanes([1.0, 2.0]), &[Lanes([0.0; 2]); 2], Lanes([1.0; 2]), &mut da, &mut db);
    assert!(lanes == Lanes([2.0, 5.0]));
}
