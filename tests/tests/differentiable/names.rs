//! Variables may have any name under `#[differentiable]`, also those that the expansion has.

#![allow(non_snake_case)]

use micrograd_core::differentiable;
use micrograd_tests_taped::twins;

twins! {
    #[differentiable]
    fn internals(count: f64, k: &[f64], left: f64, row: usize) -> f64 {
        let mut rows = vec![0.0; k.len()];
        let mut stack = Vec::new();
        for back in 0..k.len() {
            let value = k[back] * left + count;
            stack.push(value);
            rows[back] = value * row as f64;
        }
        let mut before = 0.0;
        for (i, seed) in stack.iter().enumerate() {
            let result = seed * rows[i];
            before += result;
        }
        before
    }

    #[differentiable]
    fn results(result: f64, result2: f64, early_result: f64, returned: bool) -> f64 {
        if returned {
            return result * result2;
        }
        let mut stop = result;
        let mut skip = 1.0;
        for i in 0..4 {
            if stop > 3.0 {
                return skip * early_result;
            }
            skip *= early_result;
            if i == 1 {
                continue;
            }
            stop += result2 * skip;
        }
        stop
    }

    #[differentiable]
    fn numbered(x: f64, x2: f64) -> f64 {
        let x = x * x2;
        let x3 = x + 1.0;
        let x = x3 * x;
        let x_1 = x * x;
        let mut x_2 = x_1;
        x_2 += x;
        x_2 * x2
    }

    #[differentiable]
    fn raw_names(r#type: f64, r#match: &[f64], r#fn: f64) -> f64 {
        let r#loop = r#type * r#fn;
        let mut r#if = r#loop;
        for r#in in r#match {
            r#if += r#in * r#loop;
        }
        r#if * r#if
    }

    #[differentiable]
    fn unicode(θ: f64, Δ: f64, σ2: f64) -> f64 {
        let µ = θ.sin() * Δ;
        µ * µ / σ2
    }

    #[differentiable]
    fn uppercase(A: f64, B: &[f64], N: usize) -> f64 {
        let C = A * B[0];
        let mut S = C;
        for I in 0..N {
            S += B[I] * A;
        }
        S * C
    }

    #[differentiable]
    fn underscores(_x: f64, __y: f64, x_: f64) -> f64 {
        let _t = _x * __y;
        let __ad = _t + x_;
        __ad * _t
    }

    #[differentiable]
    fn same_as_function(same_as_function: f64, x: f64) -> f64 {
        same_as_function * x
    }

    #[differentiable]
    fn mut_params(mut a: f64, mut xs: Vec<f64>, mut m: [f64; 2], mut n: usize) -> f64 {
        a *= 2.0;
        while n > 0 {
            xs[n % 2] *= a;
            m[0] += xs[0];
            n -= 1;
        }
        m[1] *= m[0];
        a * m[1] + xs[1]
    }

    #[differentiable]
    fn k_counter(k: f64, k2: f64, xs: &[f64]) -> f64 {
        let mut s = 0.0;
        for x in xs {
            for k3 in xs {
                s += x * k3 * k;
            }
        }
        for (i, x) in xs.iter().enumerate() {
            s += k2 * x * i as f64;
        }
        s
    }

    #[differentiable]
    fn const_generic<const W: usize, const LANES_: usize>(xs: [f64; W], t: &[[f64; LANES_]; W]) -> f64 {
        let mut s = 0.0;
        for i in 0..W {
            for j in 0..LANES_ {
                s += xs[i] * t[i][j] * (j + 1) as f64;
            }
        }
        s
    }

    #[differentiable]
    fn named_result(result: f64, value1: f64) -> f64 {
        let mut result2 = 0.0;
        for call3 in 0..3 {
            let choice = if call3 > 1 { result } else { value1 };
            result2 += choice * result;
        }
        result2
    }
}

#[differentiable]
fn adjoints(y: f64, dy: f64, d_y: f64, d_x: f64, x: f64) -> f64 {
    let mut adjoint = x * dy;
    adjoint *= d_x + y;
    let d_adjoint = adjoint * d_y;
    d_adjoint + adjoint
}

#[test]
fn names_of_the_expansion_are_free() {
    let xs = vec![0.3, 1.2, -0.7];
    check::internals(0.4, xs.clone(), 0.7, 3);
    for (x, y, z, returned) in [
        (0.3, 0.4, 0.5, true),
        (0.3, 0.4, 0.5, false),
        (2.9, 0.9, 1.5, false),
    ] {
        check::results(x, y, z, returned);
    }
    check::named_result(0.3, 0.4);
    check::numbered(0.4, 0.7);
    check::underscores(0.3, 0.4, 0.5);
    check::same_as_function(0.3, 0.5);
    check::const_generic::<2, 3>([0.3, 0.4], [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]);
    let (value, slopes) = adjoints::gradient(2.0, 3.0, 5.0, 7.0, 11.0);
    assert_eq!(
        (value, slopes),
        (1782.0, (198.0, 594.0, 297.0, 198.0, 162.0))
    );
}

#[test]
fn every_name_of_rust_is_one() {
    let xs = vec![0.3, 1.2, -0.7];
    check::unicode(0.3, 0.5, 0.9);
    check::uppercase(0.3, xs.clone(), 2);
    crate::checks::to_rounding(|| {
        check::mut_params(0.3, vec![0.4, 0.5], [0.6, 0.7], 3);
        check::k_counter(0.3, 0.5, xs.clone());
        check::raw_names(0.3, xs, 0.9);
    });
}
