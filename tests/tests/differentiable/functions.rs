//! Straight lines and the functions of the table under `#[differentiable]`.

// The standard library has an `erfc` that is not stable; the one here is Scalar's.
#![allow(unstable_name_collisions)]

use micrograd_core::{Scalar, differentiable};
use micrograd_tests_taped::twins;

twins! {
    #[differentiable]
    fn arithmetic(a: f64, b: f64) -> f64 {
        let c = a + b;
        let d = a * b - c / 3.0;
        let e = -(d - 2.0 * a) / (b + 5.0);
        1.0 / e + c * d - e
    }

    #[differentiable]
    fn one_variable_many_times(x: f64) -> f64 {
        x * x * x + (x + x) / (x * x + 1.0) - x
    }

    #[differentiable]
    fn updates(a: f64, b: f64) -> f64 {
        let mut x = a;
        x += b * b;
        x -= 2.0 * a;
        x *= a + 3.0;
        x /= b;
        x += x;
        x
    }

    #[differentiable]
    fn updates_by_itself(a: f64, b: f64) -> f64 {
        let mut x = a;
        x += x * x;
        x -= x * b;
        x += b * (x * x) - x;
        x *= x + b;
        x -= x / (x + 3.0);
        x /= x * x + 1.0;
        x += { let y = x * b; y * x };
        for _ in 0..3 {
            x += x * b;
        }
        x
    }

    #[differentiable]
    fn exponentials(x: f64, y: f64) -> f64 {
        x.exp() + y.exp2() * x.exp_m1() - (x * y).exp()
    }

    #[differentiable]
    fn logarithms(x: f64, y: f64) -> f64 {
        x.ln() * y.log2() + (x * y).log10() / x.ln_1p()
    }

    #[differentiable]
    fn roots(x: f64, y: f64) -> f64 {
        x.sqrt() + y.cbrt() * (x * y).recip() + x.hypot(y)
    }

    #[differentiable]
    fn trigonometry(x: f64, y: f64) -> f64 {
        x.sin() * y.cos() + (x - y).tan() + (x * 0.1).asin() - (y * 0.1).acos() + x.atan() + y.atan2(x)
    }

    #[differentiable]
    fn hyperbolic(x: f64, y: f64) -> f64 {
        x.sinh() * y.cosh() - (x - y).tanh() + x.asinh() + (y + 2.0).acosh() * (x * 0.1).atanh()
    }

    #[differentiable]
    fn activations(x: f64, y: f64) -> f64 {
        x.relu() + y.sigmoid() * (x - y).softplus() + x.gelu() * y.silu() + (x - 3.0).leaky_relu(0.1) + (y - 3.0).elu(0.7) + x.erfc()
    }

    #[differentiable]
    fn special_functions(x: f64, y: f64) -> f64 {
        x.erf() * y.erfcx() + (x - y).ln_normal_cdf() - x.ln_gamma() * y.digamma() + x.polygamma(2) / y.erfcx_derivative(1) + (x - y).ln_sigmoid()
    }

    #[differentiable]
    fn logarithms_of_two(x: f64, y: f64) -> f64 {
        x.log(y + 2.0) * x.log(3.0) + x.xlogy(y) - y.xlogy(0.5) + x.logaddexp(y) * y.logaddexp(-1.0) + (x - x).xlogy(y)
    }

    #[differentiable]
    fn steps(x: f64, y: f64) -> f64 {
        let x = x * 3.0;
        x * y.signum() + x.floor() * y + y.ceil() * x + (x * y * 0.9).round() * y + x.trunc() * x + y.fract() * x * x + x.to_degrees() * y.to_radians()
    }

    #[differentiable]
    fn remainders(x: f64, y: f64) -> f64 {
        (x * 6.1).rem_euclid(y) * x + (x * -5.0).rem_euclid(0.75) * y + x.copysign(-y) * y + y.copysign(-2.0) * x
    }

    #[differentiable]
    fn powers(x: f64, y: f64) -> f64 {
        x.powi(3) + y.powi(-2) * x.powf(1.7) + x.powf(y) + f64::powf(2.5, y) + x.powi(0) + y.powi(1)
    }

    #[differentiable]
    fn extremes(x: f64, y: f64) -> f64 {
        x.min(y) * 2.0 + x.max(0.1) + y.min(100.0) + x.clamp(-1.0, 2.0) + (x * y).abs() + f64::max(x, y) + f64::min(0.3, y)
    }

    #[differentiable]
    fn paths_of_f64(x: f64, y: f64) -> f64 {
        f64::sin(x) + f64::exp(y) * f64::powi(x, 2) + f64::sqrt(y) + f64::atan2(x, y) + f64::mul_add(x, y, 2.0)
    }

    #[differentiable]
    fn fused(x: f64, y: f64, z: f64) -> f64 {
        x.mul_add(y, z) * x.mul_add(2.0, z) + y.mul_add(x, 0.5) + 3.0_f64.mul_add(z, x)
    }

    #[differentiable]
    fn black_scholes(spot: f64, strike: f64, rate: f64, volatility: f64, time: f64) -> f64 {
        let root = volatility * time.sqrt();
        let d1 = ((spot / strike).ln() + (rate + volatility * volatility / 2.0) * time) / root;
        let d2 = d1 - root;
        let normal1 = 0.5 * (-d1 / std::f64::consts::SQRT_2).erfc();
        let normal2 = 0.5 * (-d2 / std::f64::consts::SQRT_2).erfc();
        spot * normal1 - strike * (-rate * time).exp() * normal2
    }

    #[differentiable]
    fn shadowed(x: f64) -> f64 {
        let x = x * x;
        let y = x.sin();
        let x = x + y;
        let y = x * y;
        x + { let x = y * 2.0; x * x }
    }

    #[differentiable]
    fn blocks_as_values(a: f64, b: f64) -> f64 {
        let c = {
            let t = a * b;
            let u = t.exp();
            u + t
        };
        let d = 2.0 * { let t = c * a; t * t };
        c * d
    }

    #[differentiable]
    fn unused_parts(a: f64, b: f64) -> f64 {
        let _unused = a * b;
        let _ = a.exp();
        a * 2.0
    }

    #[differentiable]
    fn one_constant(#[constant] h: f64, x: f64) -> f64 {
        let c = h * 2.0 + h.sin();
        c * x + x / h
    }

    #[differentiable]
    fn constant_result_parts(x: f64) -> (f64, f64) {
        (x * x, 3.0)
    }

    #[differentiable]
    fn identity(x: f64) -> f64 {
        x
    }

    #[differentiable]
    fn returns_a_literal(x: f64) -> f64 {
        let _ = x;
        4.0
    }

    #[differentiable]
    fn swaps(a: f64, b: f64) -> f64 {
        let (mut p, mut q) = (a, b * 2.0);
        (p, q) = (q, p);
        (p, q) = (p + q, p - q);
        (p, q) = (q * p, p);
        p * 3.0 + q
    }

    #[differentiable]
    fn tuples(a: f64, b: f64) -> f64 {
        let (c, d) = (a * b, a - b);
        let [e, g] = [c * d, d.sin()];
        e * g + c
    }

    #[differentiable]
    fn reference(x: &f64, y: &f64) -> f64 {
        *x * *y + x.sin() * 2.0 + x * y
    }

    #[differentiable]
    fn mutable_parameters(mut x: f64, mut y: f64) -> f64 {
        x *= y;
        y += x;
        x = y * y - x;
        x + y
    }

    #[differentiable]
    fn plain_rust(x: f64, name: &str, sizes: Vec<usize>, flag: bool) -> f64 {
        let longest = sizes.iter().copied().max().unwrap_or(0);
        let sum: usize = sizes.iter().map(|size| size * 2).sum();
        let square = |c: f64| c * c;
        let weight = square(3.0) + name.len() as f64;
        if flag { x * weight * longest as f64 } else { x * sum as f64 }
    }

    #[differentiable]
    pub(crate) fn visible(x: f64) -> f64 {
        x.sin()
    }

    #[differentiable]
    fn results_of_three_kinds(x: f64, v: [f64; 2]) -> (f64, [f64; 2], Vec<f64>) {
        let scaled = [v[0] * x, v[1] * x];
        (x * x, scaled, vec![x, v[0] * v[1], 1.0])
    }

    #[differentiable]
    fn array_result(x: f64) -> [f64; 3] {
        [x, x * x, x.sin()]
    }

    #[differentiable]
    fn large_expression(a: f64, b: f64, c: f64) -> f64 {
        ((a * b + c) * (a - b) / (c * c + 1.0) + (a * c - b) * (b * b - a * c)) * ((a + b) * (b + c) - (a / (b * b + 2.0)))
    }
}

#[test]
fn straight_lines_have_the_tapes_digits() {
    check::arithmetic(1.3, -0.7);
    check::one_variable_many_times(0.9);
    crate::checks::to_rounding(|| check::updates_by_itself(0.6, 0.3));
    check::updates(1.1, 2.3);
    check::black_scholes(100.0, 95.0, 0.03, 0.2, 0.75);
    check::shadowed(0.7);
    check::blocks_as_values(0.4, 0.8);
    check::unused_parts(0.4, 0.8);
    check::one_constant(0.3, 1.2);
    check::constant_result_parts(0.6);
    check::identity(2.0);
    check::returns_a_literal(2.0);
    check::swaps(0.6, 1.7);
    check::tuples(0.6, 1.7);
    check::reference(0.6, 1.7);
    check::mutable_parameters(0.6, 1.7);
    check::visible(0.6);
    check::large_expression(0.3, -0.8, 1.9);
}

#[test]
fn functions_of_the_table_have_the_tapes_digits() {
    for (x, y) in [(0.7, 1.9), (1.6, 0.4), (2.5, 2.2)] {
        check::exponentials(x, y);
        check::logarithms(x, y);
        check::roots(x, y);
        check::trigonometry(x, y);
        check::hyperbolic(x, y);
        check::activations(x, y);
        check::special_functions(x, y);
        check::logarithms_of_two(x, y);
        check::steps(x, y);
        check::remainders(x, y);
        check::powers(x, y);
        check::extremes(x, y);
        check::paths_of_f64(x, y);
        check::fused(x, y, x - y);
    }
}

#[test]
fn plain_rust_may_stand_around_active_numbers() {
    check::plain_rust(0.5, "four".into(), vec![1, 5, 2], true);
    check::plain_rust(0.5, "four".into(), vec![1, 5, 2], false);
}

#[test]
fn results_are_numbers_lists_and_tuples() {
    check::results_of_three_kinds(0.5, [1.5, -0.5]);
    check::array_result(0.8);
}
