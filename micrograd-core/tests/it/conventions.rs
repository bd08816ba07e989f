//! The table of conventions in the crate's documentation, row by row, in reverse mode, in forward mode,
//! and by derivatives that are values.

#![allow(clippy::redundant_closure_for_method_calls)] // A method's path names one number type.

use crate::modes::*;
use micrograd_core::{Dual, Value};

#[test]
fn relu_has_slope_0_at_0() {
    assert_eq!(slope!(|x| x.relu(), 0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.relu(), -0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.relu(), f64::MIN_POSITIVE).1, 1.0);
}

#[test]
fn leaky_relu_and_elu_have_the_left_slope_at_0() {
    assert_eq!(slope!(|x| x.leaky_relu(0.01), 0.0), (0.0, 0.01));
    assert_eq!(slope!(|x| x.elu(0.5), 0.0), (0.0, 0.5));
}

#[test]
fn abs_has_slope_0_at_0() {
    assert_eq!(slope!(|x| x.abs(), 0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.abs(), -0.0), (0.0, 0.0));
}

#[test]
fn equal_operands_of_min_and_max_share_the_slope() {
    assert_eq!(slopes!(|a, b| a.max(b), 2.0, 2.0), (2.0, 0.5, 0.5));
    assert_eq!(slopes!(|a, b| a.min(b), 2.0, 2.0), (2.0, 0.5, 0.5));
    assert_eq!(slopes!(|a, b| a.max(b), 0.0, -0.0).1, 0.5);
    assert_eq!(
        slopes!(|a, b| a.max(b), INFINITY, INFINITY),
        (INFINITY, 0.5, 0.5)
    );
    assert_eq!(slope!(|x| x.max(2), 2.0), (2.0, 0.5));
    assert_eq!(slope!(|x| x.min(2.0), 2.0), (2.0, 0.5));
    assert_eq!(slope!(|x| x.max(x), 2.0), (2.0, 1.0));
}

#[test]
fn a_nan_loses_against_a_number_in_min_and_max() {
    assert_eq!(slopes!(|a, b| a.max(b), NAN, 2.0), (2.0, 0.0, 1.0));
    assert_eq!(
        slopes!(|a, b| a.max(b), INFINITY, NAN),
        (INFINITY, 1.0, 0.0)
    );
    assert_eq!(slopes!(|a, b| a.min(b), NAN, 2.0), (2.0, 0.0, 1.0));
    assert_eq!(slopes!(|a, b| a.min(b), 2.0, NAN), (2.0, 1.0, 0.0));
    let (y, da, db) = slopes!(|a, b| a.max(b), NAN, NAN);
    assert_nan(&[y, da, db]);
}

#[test]
fn clamp_has_slope_1_at_its_ends() {
    assert_eq!(slope!(|x| x.clamp(-1, 1), 1.0), (1.0, 1.0));
    assert_eq!(slope!(|x| x.clamp(-1, 1), -1.0), (-1.0, 1.0));
    assert_eq!(slope!(|x| x.clamp(-1, 1), 1.5), (1.0, 0.0));
    assert_eq!(slope!(|x| x.clamp(-1, 1), -1.5), (-1.0, 0.0));
}

#[test]
fn powers_at_0_have_the_slope_of_the_limit() {
    assert_eq!(slope!(|x| x.powi(2), 0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.powf(2.0), 0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.powi(3), 0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.powi(1), 0.0), (0.0, 1.0));
    assert_eq!(slope!(|x| x.powf(1.0), 0.0), (0.0, 1.0));
    assert_eq!(slope!(|x| x.powf(0.5), 0.0), (0.0, INFINITY));
    assert_eq!(slope!(|x| x.powi(-1), 0.0), (INFINITY, -INFINITY));
    assert_eq!(slope!(|x| x.powi(5), -0.0), (0.0, 0.0));
}

#[test]
fn a_power_of_0_is_1_with_slope_0_everywhere() {
    for x in [0.0, 3.0, -3.0, INFINITY] {
        assert_eq!(slope!(|x| x.powi(0), x), (1.0, 0.0));
        assert_eq!(slope!(|x| x.powf(0.0), x), (1.0, 0.0));
    }
    assert_eq!(slopes!(|x, y| x.pow(y), 3.0, 0.0), (1.0, 0.0, 3f64.ln()));
}

#[test]
fn powers_of_0_have_slope_0_with_respect_to_the_exponent() {
    assert_eq!(slopes!(|x, y| x.pow(y), 0.0, 2.0), (0.0, 0.0, 0.0));
    assert_eq!(slopes!(|x, y| x.pow(y), 0.0, 0.0), (1.0, 0.0, 0.0));
    assert_eq!(slopes!(|x, y| x.pow(y), 0.0, -1.0).2, -INFINITY);
}

#[test]
fn powers_of_negative_numbers_have_no_slope_with_respect_to_the_exponent() {
    let (y, dx, dy) = slopes!(|x, y| x.pow(y), -2.0, 3.0);
    assert_eq!((y, dx), (-8.0, 12.0));
    assert_nan(&[dy]);
}

#[test]
fn a_constant_exponent_has_no_derivative() {
    assert_eq!(slope!(|x| x.powf(3.0), -2.0), (-8.0, 12.0));
    assert_eq!(slope!(|x| x.pow(3), -2.0), (-8.0, 12.0));
    assert_eq!(slope!(|x| x.pow(3.0), -2.0), (-8.0, 12.0));
}

#[test]
fn hypot_has_slopes_0_at_the_origin() {
    assert_eq!(slopes!(|a, b| a.hypot(b), 0.0, 0.0), (0.0, 0.0, 0.0));
}

#[test]
fn atan2_has_no_slopes_at_the_origin() {
    let (y, da, db) = slopes!(|a, b| a.atan2(b), 0.0, 0.0);
    assert_eq!(y, 0.0);
    assert_nan(&[da, db]);
}

#[test]
fn hypot_and_atan2_neither_overflow_nor_underflow() {
    let close = |found: (f64, f64, f64), expected: (f64, f64, f64)| {
        let (y, da, db) = found;
        for (found, expected) in [(y, expected.0), (da, expected.1), (db, expected.2)] {
            assert!(
                (found / expected - 1.0).abs() < 1e-15,
                "{found}, not {expected}"
            );
        }
    };
    close(slopes!(|a, b| a.hypot(b), 3e200, 4e200), (5e200, 0.6, 0.8));
    let angle = 0.75_f64.atan();
    close(
        slopes!(|a, b| a.atan2(b), 3e-200, 4e-200),
        (angle, 1.6e199, -1.2e199),
    );
    close(
        slopes!(|a, b| a.atan2(b), 3e200, 4e200),
        (angle, 1.6e-201, -1.2e-201),
    );
}

#[test]
fn edges_of_domains_have_infinite_slopes() {
    assert_eq!(slope!(|x| x.sqrt(), 0.0), (0.0, INFINITY));
    assert_eq!(slope!(|x| x.cbrt(), 0.0), (0.0, INFINITY));
    assert_eq!(slope!(|x| x.asin(), 1.0).1, INFINITY);
    assert_eq!(slope!(|x| x.asin(), -1.0).1, INFINITY);
    assert_eq!(slope!(|x| x.acos(), 1.0).1, -INFINITY);
    assert_eq!(slope!(|x| x.acosh(), 1.0), (0.0, INFINITY));
    assert_eq!(slope!(|x| x.atanh(), 1.0), (INFINITY, INFINITY));
    assert_eq!(slope!(|x| x.ln(), 0.0), (-INFINITY, INFINITY));
    assert_eq!(slope!(|x| x.recip(), 0.0), (INFINITY, -INFINITY));
}

#[test]
fn an_adjoint_of_0_passes_nothing_on() {
    assert_eq!(slope!(|x| x.sqrt() * 0.0, 0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.sqrt().powi(2), 0.0), (0.0, 0.0));
    assert_eq!(slope!(|x| (x.sqrt() - 1.0).relu(), 0.0), (0.0, 0.0));
}

#[test]
fn infinity_times_0_is_nan_in_the_data() {
    assert_nan(&[slope!(|x| x * f64::INFINITY, 0.0).0]);
    assert_nan(&[slope!(|x| x * 0.0, INFINITY).0]);
}

#[test]
fn a_nan_input_gives_a_nan_result_and_a_nan_slope() {
    macro_rules! every {
        ($($function:ident($($argument:expr),*)),*) => {$(
            let (y, dx) = slope!(|x| x.$function($($argument),*), NAN);
            assert!(
                y.is_nan() && dx.is_nan(),
                "{} gives {y} with slope {dx}",
                stringify!($function)
            );
        )*};
    }
    every!(
        sqrt(),
        cbrt(),
        recip(),
        exp(),
        exp2(),
        exp_m1(),
        ln(),
        log2(),
        log10(),
        ln_1p(),
        sin(),
        cos(),
        tan(),
        asin(),
        acos(),
        atan(),
        sinh(),
        cosh(),
        tanh(),
        asinh(),
        acosh(),
        atanh(),
        erf(),
        erfc(),
        erfcx(),
        erfcx_derivative(1),
        erfcx_derivative(2),
        ln_normal_cdf(),
        ln_gamma(),
        digamma(),
        polygamma(2),
        signum(),
        floor(),
        ceil(),
        round(),
        trunc(),
        fract(),
        ln_sigmoid(),
        copysign(1),
        rem_euclid(2),
        log(2),
        logaddexp(2),
        abs(),
        relu(),
        sigmoid(),
        softplus(),
        gelu(),
        silu(),
        powi(2),
        powf(2.5),
        leaky_relu(0.1),
        elu(1.0),
        clamp(0, 1)
    );
}

#[test]
fn a_domain_error_is_nan_and_no_panic() {
    assert_nan(&[
        slope!(|x| x.ln(), -1.0).0,
        slope!(|x| x.sqrt(), -1.0).0,
        slope!(|x| x.asin(), 2.0).0,
        slope!(|x| x.acosh(), 0.5).0,
        slope!(|x| x.atanh(), 2.0).0,
        slope!(|x| x.powf(0.5), -1.0).0,
    ]);
}

#[test]
fn functions_of_large_numbers_do_not_overflow_on_the_way() {
    assert_eq!(slope!(|x| x.sigmoid(), 1000.0), (1.0, 0.0));
    assert_eq!(slope!(|x| x.sigmoid(), -1000.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.softplus(), 1000.0), (1000.0, 1.0));
    assert_eq!(slope!(|x| x.softplus(), -1000.0), (0.0, 0.0));
    assert_eq!(slope!(|x| x.silu(), 1000.0), (1000.0, 1.0));
    assert_eq!(slope!(|x| x.gelu(), 1000.0), (1000.0, 1.0));
    assert_eq!(slope!(|x| x.tanh(), 1000.0), (1.0, 0.0));
    assert_eq!(slope!(|x| x.elu(1.0), -1000.0), (-1.0, 0.0));
}

/// ∂tanh/∂x = 1/cosh² x = 4e⁻²ˣ/(1 + e⁻²ˣ)², where 1 − tanh² x has no digits left.
#[test]
fn saturated_slopes_keep_their_digits() {
    for x in [2.0, 5.0, 9.0, 15.0, 18.0_f64] {
        let small = (-2.0 * x).exp();
        let exact = 4.0 * small / (1.0 + small).powi(2);
        let (_, dx) = slope!(|x| x.tanh(), x);
        assert!(
            (dx / exact - 1.0).abs() < 1e-11,
            "tanh at {x}: {dx}, not {exact}"
        );

        let small = (-x).exp();
        let exact = small / (1.0 + small).powi(2);
        let (_, dx) = slope!(|x| x.sigmoid(), x);
        assert!(
            (dx / exact - 1.0).abs() < 1e-14,
            "sigmoid at {x}: {dx}, not {exact}"
        );
    }
}

#[test]
fn the_right_one_of_two_zeros_is_their_minimum_and_their_maximum() {
    for (left, right) in [(0.0, -0.0), (-0.0, 0.0_f64)] {
        for larger in [
            Value::new(left).max(Value::new(right)).data(),
            Value::new(left).min(Value::new(right)).data(),
            Dual::<1>::variable(left, 0)
                .max(Dual::constant(right))
                .data(),
            Dual::<1>::variable(left, 0)
                .min(Dual::constant(right))
                .data(),
        ] {
            assert_eq!(larger.to_bits(), right.to_bits());
        }
    }
}
