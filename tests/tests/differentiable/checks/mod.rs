//! A function under `#[differentiable]` against its twin on the tape, against differences, and its derivatives against
//! each other.

#![allow(dead_code)] // A test takes what it needs.

mod shape;
mod taped;

pub(crate) use shape::Shape;
use std::cell::Cell;
pub(crate) use taped::Taped;

type Numbers = Vec<f64>;

#[allow(clippy::type_complexity)] // Each signature stands once.
/// The derivatives of one function, over all its active numbers in a row.
pub(crate) struct Derivatives<'a> {
    pub(crate) value: &'a dyn Fn(&[f64]) -> Numbers,
    pub(crate) taped: &'a dyn Fn(&[Taped]) -> Vec<Taped>,
    pub(crate) jvp: &'a dyn Fn(&[f64], &[f64]) -> (Numbers, Numbers),
    pub(crate) vjp: &'a dyn Fn(&[f64], &[f64], &mut Numbers) -> Numbers,
    pub(crate) gradient: Option<&'a dyn Fn(&[f64]) -> (f64, Numbers)>,
    pub(crate) hvp: Option<&'a dyn Fn(&[f64], &[f64]) -> Numbers>,
    pub(crate) hessian: Option<&'a dyn Fn(&[f64]) -> Vec<Numbers>>,
}

/// The numbers of a result in a row.
pub(crate) fn numbers<S: Shape>(of: &S) -> Vec<S::Number> {
    let mut numbers = Vec::new();
    of.push_to(&mut numbers);
    numbers
}

thread_local! {
    static TO_ROUNDING: Cell<bool> = const { Cell::new(false) };
    static DIFFERENCES: Cell<bool> = const { Cell::new(true) };
}

/// Checks of functions that copy a number, or hand it to several parameters of a call. On the tape a copy is the same
/// node; here it has an adjoint of its own, so a sum may round in another order.
pub(crate) fn to_rounding(checks: impl FnOnce()) {
    TO_ROUNDING.set(true);
    checks();
    TO_ROUNDING.set(false);
}

/// The same of functions of which nobody knows how near a point is to a branch: no differences are taken.
pub(crate) fn where_branches_may_change(checks: impl FnOnce()) {
    DIFFERENCES.set(false);
    to_rounding(checks);
    DIFFERENCES.set(true);
}

/// Checks all derivatives at a point.
#[track_caller]
pub(crate) fn check(name: &str, at: &[f64], of: &Derivatives) {
    let value = (of.value)(at);
    for (which, seed) in seeds(value.len()).into_iter().enumerate() {
        let mut found = vec![0.0; at.len()];
        let by_vjp = (of.vjp)(at, &seed, &mut found);
        assert_same(name, "the value of `vjp`", &by_vjp, &value);
        let (taped, expected) = taped::gradient(of.taped, at, &seed);
        assert_same(name, "the value on the tape", &taped, &value);
        assert_same(name, "`vjp` against the tape", &found, &expected);
        if which == 0 {
            let mut twice = found.clone();
            (of.vjp)(at, &seed, &mut twice);
            let doubled: Numbers = found.iter().map(|x| 2.0 * x).collect();
            assert_close(name, "`vjp` adds to what is there", &twice, &doubled, 1e-12);
        }
        for along in directions(at.len()) {
            let (by_jvp, tangent) = (of.jvp)(at, &along);
            assert_same(name, "the value of `jvp`", &by_jvp, &value);
            let [forward, back] = [dot(&seed, &tangent), dot(&found, &along)];
            assert_close(name, "`jvp` against `vjp`", &[forward], &[back], 1e-9);
            if !DIFFERENCES.get() {
                continue;
            }
            let differences = along_differences(of.value, at, &along);
            assert_close(
                name,
                "`jvp` against differences",
                &tangent,
                &differences,
                1e-5,
            );
        }
    }
    if let Some(gradient) = of.gradient {
        let (found, slopes) = gradient(at);
        assert_same(name, "the value of `gradient`", &[found], &value);
        let (_, expected) = taped::gradient(of.taped, at, &[1.0]);
        assert_same(name, "`gradient` against the tape", &slopes, &expected);
        second_order(name, at, of, &|x| gradient(x).1);
    }
}

#[track_caller]
fn second_order(name: &str, at: &[f64], of: &Derivatives, gradient: &dyn Fn(&[f64]) -> Numbers) {
    let (Some(hvp), Some(hessian)) = (of.hvp, of.hessian) else {
        return;
    };
    let rows = hessian(at);
    for along in directions(at.len()) {
        let found = hvp(at, &along);
        let by_rows: Numbers = rows.iter().map(|row| dot(row, &along)).collect();
        assert_close(name, "`hvp` against `hessian`", &found, &by_rows, 1e-9);
        if !DIFFERENCES.get() {
            continue;
        }
        let differences = along_differences(gradient, at, &along);
        assert_close(
            name,
            "`hvp` against differences",
            &found,
            &differences,
            1e-4,
        );
    }
}

/// (f(x + h·v) − f(x − h·v)) / 2h
fn along_differences(f: &dyn Fn(&[f64]) -> Numbers, at: &[f64], along: &[f64]) -> Numbers {
    let step = 1e-6;
    let moved = |sign: f64| -> Numbers {
        let moved = at.iter().zip(along);
        f(&moved
            .map(|(x, along)| x + sign * step * along)
            .collect::<Numbers>())
    };
    let (after, before) = (moved(1.0), moved(-1.0));
    after
        .iter()
        .zip(&before)
        .map(|(after, before)| (after - before) / (2.0 * step))
        .collect()
}

/// A few numbers that are no round ones, the same each time.
fn directions(count: usize) -> Vec<Numbers> {
    #[allow(clippy::cast_precision_loss)] // They are small.
    let number = |i: usize, k: usize| ((i * 7 + k * 3 + 1) as f64).sin();
    (0..2)
        .map(|k| (0..count).map(|i| number(i, k)).collect())
        .collect()
}

fn seeds(count: usize) -> Vec<Numbers> {
    if count == 1 {
        return vec![vec![1.0], vec![-2.5]];
    }
    let mut seeds = directions(count);
    // An adjoint of 0 passes nothing.
    seeds[1][0] = 0.0;
    seeds
}

fn dot(xs: &[f64], ys: &[f64]) -> f64 {
    xs.iter().zip(ys).map(|(x, y)| x * y).sum()
}

#[track_caller]
fn assert_same(name: &str, what: &str, found: &[f64], expected: &[f64]) {
    if TO_ROUNDING.get() {
        return assert_close(name, what, found, expected, 1e-12);
    }
    let same = |(x, y): (&f64, &f64)| x == y || (x.is_nan() && y.is_nan());
    assert!(
        found.len() == expected.len() && found.iter().zip(expected).all(same),
        "{name}: {what}\n found    {found:?}\n expected {expected:?}"
    );
}

#[track_caller]
fn assert_close(name: &str, what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    let scale = expected.iter().fold(1.0_f64, |scale, x| scale.max(x.abs()));
    let close = |(x, y): (&f64, &f64)| (x - y).abs() <= tolerance * scale;
    assert!(
        found.len() == expected.len() && found.iter().zip(expected).all(close),
        "{name}: {what}\n found    {found:?}\n expected {expected:?}"
    );
}
