//! Ordinary Rust around active numbers under `#[differentiable]`: it does what it does outside.

#![allow(clippy::non_minimal_cfg)] // A `cfg` that always holds is one to test.

use micrograd_core::differentiable;

#[derive(Clone, Copy)]
enum Kind {
    Linear,
    Power(i32),
    Named { n: usize },
}

#[derive(Clone)]
struct Config {
    n: usize,
    scale: f32,
}

mod deep {
    use micrograd_core::differentiable;

    #[differentiable]
    pub(crate) fn cube(x: f64) -> f64 {
        x * x * x
    }
}

#[differentiable]
fn patterns(x: f64, kind: Kind, config: Config) -> f64 {
    let n = 3;
    let y = x * n as f64;
    let z = match kind {
        Kind::Named { n } => x * n as f64,
        Kind::Power(n) if n > 5 => 1.0 / x,
        Kind::Power(n) => x.powi(n),
        Kind::Linear => y,
    };
    let Config { n, scale } = config;
    let config = Config { scale, n };
    z * n as f64 + config.scale as f64 * config.n as f64 * x
}

#[test]
fn names_in_structs_are_those_of_the_fields() {
    let config = Config { n: 2, scale: 0.5 };
    for (kind, slope) in [
        (Kind::Linear, 3.0),
        (Kind::Named { n: 5 }, 5.0),
        (Kind::Power(2), 1.0),
        (Kind::Power(6), -4.0),
    ] {
        let (value, dx) = patterns::gradient(0.5, kind, config.clone());
        assert_eq!(value, patterns(0.5, kind, config.clone()));
        assert_eq!(dx, slope * 2.0 + 1.0);
    }
}

#[differentiable]
fn signs(x: f64, n: i32) -> f64 {
    let a = (-0.5_f64).exp();
    let b = (-2_i32).pow(2);
    let c: i32 = (1..n).map(|i| i * 2).sum();
    let d = (&n).pow(2);
    a * x + b as f64 * x + (c + d) as f64 * x
}

#[test]
fn a_method_of_a_constant_is_called_on_the_whole_of_it() {
    let slope = (-0.5_f64).exp() + 4.0 + 28.0;
    assert!((signs::gradient(2.0, 4).1 - slope).abs() < 1e-12);
    assert_eq!(signs::gradient(2.0, 4).0, signs(2.0, 4));
}

#[differentiable]
fn counted(x: f64, n: usize) -> f64 {
    let mut counts = vec![1_usize; n];
    for count in counts.iter_mut() {
        *count += 1;
    }
    for (i, count) in counts.iter_mut().enumerate() {
        *count *= i + 1;
    }
    let mut y = x;
    for count in &counts {
        y = y * x + *count as f64;
    }
    y
}

#[test]
fn lists_without_derivative_are_written_to() {
    // (x² + 2)·x + 4
    assert_eq!(counted::gradient(3.0, 2), (37.0, 29.0));
}

#[differentiable]
fn conditional(x: f64) -> f64 {
    let mut y = x;
    #[cfg(any())]
    {
        y *= 100.0;
    }
    #[cfg(all())]
    for _ in 0..2 {
        y *= x;
    }
    #[cfg(any())]
    return 7.0;
    y
}

#[test]
fn a_statement_under_cfg_is_there_or_not() {
    assert_eq!(conditional::gradient(2.0), (8.0, 12.0));
}

#[differentiable]
fn with_items(x: f64) -> f64 {
    use deep::cube;
    const FACTOR: f64 = 2.0;
    #[differentiable]
    fn inner(y: f64) -> f64 {
        y.sqrt() * y
    }
    cube(x) + FACTOR * inner(x)
}

#[test]
fn functions_may_be_imported_and_written_inside() {
    assert_eq!(with_items::gradient(4.0), (80.0, 54.0)); // 3x² + 3√x
}

#[differentiable]
fn power_of_nothing(x: f64, n: usize) -> f64 {
    x.powi(n as i32 - 1) * 0.0 + x
}

/// 0⁻¹ is an infinite slope.
#[test]
fn an_adjoint_of_0_passes_nothing_through_a_negative_power_of_0() {
    assert_eq!(power_of_nothing::gradient(0.0, 0).1, 1.0);
    let mut dx = 5.0;
    power_of_nothing::vjp(0.0, 0, 0.0, &mut dx);
    assert_eq!(dx, 5.0);
}

#[differentiable]
fn products(x: Vec<f64>) -> Vec<f64> {
    let mut y = x;
    for i in 1..y.len() {
        y[i] *= y[i - 1];
    }
    y
}

#[test]
#[should_panic(expected = "the result has 2 numbers, and its seed 1")]
fn a_seed_of_another_length_is_refused() {
    products::vjp(vec![1.0, 2.0], &[1.0], &mut [0.0; 2]);
}

#[differentiable]
fn first(x: &[f64]) -> f64 {
    x[0]
}

#[test]
#[should_panic(expected = "`x` has 1 numbers, and there is room for 2 derivatives")]
fn lanes_of_another_length_are_refused() {
    use micrograd_core::Lanes;
    let _ = first::vjp_lanes(&[Lanes([1.0])], Lanes([1.0]), &mut [Lanes([0.0]); 2]);
}
