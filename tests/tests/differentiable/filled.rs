//! Functions that fill a list in the place of a result.

use micrograd_core::{differentiable, grad};

#[differentiable]
fn scaled(x: &[f64], factor: f64, out: &mut [f64]) {
    for (o, a) in out.iter_mut().zip(x) {
        *o = a * factor;
    }
}

/// out ← out + Mx, for a matrix row by row
#[differentiable]
fn add_product(m: &[f64], x: &[f64], out: &mut [f64]) {
    for i in 0..out.len() {
        for j in 0..x.len() {
            out[i] += m[i * x.len() + j] * x[j];
        }
    }
}

#[differentiable]
fn cross(a: &[f64; 3], b: &[f64; 3], out: &mut [f64; 3]) {
    out[0] = a[1] * b[2] - a[2] * b[1];
    out[1] = a[2] * b[0] - a[0] * b[2];
    out[2] = a[0] * b[1] - a[1] * b[0];
}

#[differentiable]
fn polar(x: f64, y: f64, flat: bool, radius: &mut [f64; 1], angle: &mut [f64]) {
    radius[0] = x.hypot(y);
    if flat {
        return;
    }
    angle[0] = y.atan2(x);
    radius[0] = radius[0] * radius[0];
}

#[differentiable]
#[allow(clippy::needless_return)] // Each of them belongs to somebody else.
fn returns_inside(x: &[f64], out: &mut [f64]) {
    fn half(k: usize) -> usize {
        return k / 2;
    }
    let twice = |k: usize| {
        return 2 * k;
    };
    for i in 0..x.len() {
        out[i] = x[half(twice(i))] * x[i];
    }
    if x[0] > 5.0 {
        return;
    }
    out[0] *= 3.0;
}

/// Other variables of the list's name hide it.
#[differentiable]
fn hidden(x: &[f64], out: &mut [f64]) {
    for (out, x) in out.iter_mut().zip(x) {
        *out = x * x;
    }
    let out = x[0] > 5.0;
    if out {
        return;
    }
    let out = 1.0;
    assert!(out > 0.0);
}

#[differentiable]
fn prefix_sums(x: &[f64], out: &mut [f64]) {
    out.fill(0.0);
    let mut sum = 0.0;
    for (i, a) in x.iter().enumerate() {
        sum += a;
        out[i] = sum;
    }
    for i in 1..out.len() {
        out[i] *= out[i - 1];
    }
}

grad! {
    #[differentiable]
    fn squares(x: &[f64], out: &mut [f64]) {
        for i in 0..x.len() {
            out[i] = x[i] ** 2 / 2;
        }
    }
}

#[test]
fn a_filled_list_is_a_result() {
    let x = [1.0, -2.0, 0.5];
    let mut out = [9.0; 3];
    scaled(&x, 3.0, &mut out);
    assert_eq!(out, [3.0, -6.0, 1.5], "the function stays as it is");

    let (mut out, mut dx, mut df) = ([9.0; 3], [10.0; 3], 0.0);
    scaled::vjp(&x, 3.0, &mut out, &[1.0, 10.0, 100.0], &mut dx, &mut df);
    assert_eq!(out, [3.0, -6.0, 1.5]);
    assert_eq!(dx, [13.0, 40.0, 310.0], "added to what was there");
    assert_eq!(df, 31.0); // 1·1 − 2·10 + 0.5·100

    let mut out = [9.0; 3];
    let tangents = scaled::jvp(&x, 3.0, &mut out, &[1.0, 0.0, 0.0], 0.5);
    assert_eq!((out, tangents), ([3.0, -6.0, 1.5], vec![3.5, -1.0, 0.25]));
}

#[test]
fn what_was_in_the_list_is_a_constant() {
    let (m, x) = ([1.0, 2.0, 3.0, 4.0], [5.0, 6.0]);
    let (mut out, mut dm, mut dx) = ([100.0, 200.0], [0.0; 4], [0.0; 2]);
    add_product::vjp(&m, &x, &mut out, &[1.0, 10.0], &mut dm, &mut dx);
    assert_eq!(out, [117.0, 239.0]);
    assert_eq!(dm, [5.0, 6.0, 50.0, 60.0]);
    assert_eq!(dx, [31.0, 42.0]);
}

#[test]
fn arrays_and_several_lists_are_filled() {
    let (mut out, mut da, mut db) = ([0.0; 3], [0.0; 3], [0.0; 3]);
    let (a, b) = ([1.0, 2.0, 3.0], [-1.0, 0.5, 2.0]);
    cross::vjp(&a, &b, &mut out, &[1.0, 0.0, 0.0], &mut da, &mut db);
    assert_eq!(out, [2.5, -5.0, 2.5]);
    assert_eq!((da, db), ([0.0, 2.0, -0.5], [0.0, -3.0, 2.0]));

    for (flat, radius, angle) in [(true, 5.0, 7.0), (false, 25.0, 4.0_f64.atan2(3.0))] {
        let (mut r, mut t) = ([0.0], vec![7.0]);
        let seed = ([1.0], vec![1.0]);
        let (mut dx, mut dy) = (0.0, 0.0);
        polar::vjp(3.0, 4.0, flat, &mut r, &mut t, seed, &mut dx, &mut dy);
        assert_eq!((r, t), ([radius], vec![angle]));
        let expected = if flat {
            (3.0 / 5.0, 4.0 / 5.0)
        } else {
            (2.0 * 3.0 - 4.0 / 25.0, 2.0 * 4.0 + 3.0 / 25.0)
        };
        assert!((dx - expected.0).abs() < 1e-12 && (dy - expected.1).abs() < 1e-12);
    }
}

#[test]
fn only_the_functions_own_returns_end_it() {
    for (first, slope) in [(2.0, 12.0), (6.0, 12.0)] {
        let (mut out, mut dx) = ([0.0; 2], [0.0; 2]);
        returns_inside::vjp(&[first, 3.0], &mut out, &[1.0, 0.0], &mut dx);
        let mut expected = [0.0; 2];
        returns_inside(&[first, 3.0], &mut expected);
        assert_eq!((out, dx), (expected, [slope, 0.0]));
    }
}

#[test]
fn a_filled_list_may_be_hidden() {
    for first in [2.0, 6.0] {
        let (mut out, mut dx) = ([0.0; 2], [0.0; 2]);
        hidden::vjp(&[first, 3.0], &mut out, &[1.0, 10.0], &mut dx);
        assert_eq!((out, dx), ([first * first, 9.0], [2.0 * first, 60.0]));
    }
}

#[test]
fn what_is_filled_may_be_read() {
    let (mut out, mut dx) = ([7.0; 3], [0.0; 3]);
    prefix_sums::vjp(&[1.0, 2.0, 3.0], &mut out, &[0.0, 0.0, 1.0], &mut dx);
    assert_eq!(out, [1.0, 3.0, 18.0]); // x₀, (x₀ + x₁)·x₀, (x₀ + x₁ + x₂)·(x₀ + x₁)·x₀
    assert_eq!(dx, [3.0 + 6.0 + 18.0, 3.0 + 6.0, 3.0]);
}

#[test]
fn several_filled_lists_have_tangents() {
    let (mut r, mut t) = ([0.0], [7.0]);
    let tangents = polar::jvp(3.0, 4.0, true, &mut r, &mut t, 1.0, 0.0);
    assert_eq!((r, t), ([5.0], [7.0]));
    assert!((tangents.0[0] - 0.6).abs() < 1e-15);
    assert_eq!(tangents.1, [0.0]);
}

#[test]
fn the_language_of_grad_fills_lists() {
    let mut out = [0.0; 2];
    squares(&[3.0, 4.0], &mut out);
    assert_eq!(out, [4.5, 8.0]);
    let mut dx = [0.0; 2];
    squares::vjp(&[3.0, 4.0], &mut [0.0; 2], &[1.0, 1.0], &mut dx);
    assert_eq!(dx, [3.0, 4.0]);
}

#[test]
#[should_panic(expected = "the result has 2 numbers, and its seed 1")]
fn a_seed_of_another_length_is_refused() {
    scaled::vjp(
        &[1.0, 2.0],
        3.0,
        &mut [0.0; 2],
        &[1.0],
        &mut [0.0; 2],
        &mut 0.0,
    );
}
