//! The table of conventions in the crate's documentation: steps, remainders, logarithms of two, special functions and norms.

#![allow(clippy::redundant_closure_for_method_calls)] // A method's path names one number type.

use crate::modes::*;
use micrograd_core::Scalar;

#[test]
fn steps_have_slope_0_at_their_jumps_too() {
    assert_eq!(slope!(|x| x.floor(), 2.0), (2.0, 0.0));
    assert_eq!(slope!(|x| x.ceil(), 2.0), (2.0, 0.0));
    assert_eq!(slope!(|x| x.round(), 2.5), (3.0, 0.0));
    assert_eq!(slope!(|x| x.round(), -2.5), (-3.0, 0.0));
    assert_eq!(slope!(|x| x.trunc(), -2.0), (-2.0, 0.0));
    assert_eq!(slope!(|x| x.signum(), 0.0), (1.0, 0.0));
    assert_eq!(slope!(|x| x.signum(), -0.0), (-1.0, 0.0));
    assert_eq!(slope!(|x| x.floor(), INFINITY), (INFINITY, 0.0));
}

#[test]
fn what_rises_between_jumps_has_its_slope_at_them() {
    assert_eq!(slope!(|x| x.fract(), 2.0), (0.0, 1.0));
    assert_eq!(slope!(|x| x % 2, 4.0), (0.0, 1.0));
    assert_eq!(slopes!(|a, b| a % b, -7.0, 4.0), (-3.0, 1.0, 1.0));
    assert_eq!(slopes!(|a, b| a % b, 7.0, -4.0), (3.0, 1.0, 1.0));
    assert_eq!(slopes!(|a, b| a.rem_euclid(b), -7.0, 4.0), (1.0, 1.0, 2.0));
    assert_eq!(slopes!(|a, b| a.rem_euclid(b), 8.0, 4.0), (0.0, 1.0, -2.0));
    assert_eq!(slopes!(|a, b| a % b, 3.0, INFINITY), (3.0, 1.0, 0.0));
    let (y, da, db) = slopes!(|a, b| a % b, 3.0, 0.0);
    assert_nan(&[y, da, db]);
}

#[test]
fn copysign_has_the_slope_of_abs() {
    assert_eq!(slopes!(|a, b| a.copysign(b), 2.0, -3.0), (-2.0, -1.0, 0.0));
    assert_eq!(slopes!(|a, b| a.copysign(b), -2.0, -0.0), (-2.0, 1.0, 0.0));
    assert_eq!(slopes!(|a, b| a.copysign(b), 0.0, -3.0), (-0.0, 0.0, 0.0));
}

#[test]
fn xlogy_is_0_for_x_of_0() {
    assert_eq!(slopes!(|x, y| x.xlogy(y), 0.0, 0.0), (0.0, -INFINITY, 0.0));
    assert_eq!(slopes!(|x, y| x.xlogy(y), 0.0, 1.0), (0.0, 0.0, 0.0));
    assert_eq!(slopes!(|x, y| x.xlogy(y), 0.0, -1.0).0, 0.0);
    assert_eq!(
        slopes!(|x, y| x.xlogy(y), 2.0, 0.0),
        (-INFINITY, -INFINITY, INFINITY)
    );
    assert_nan(&[slopes!(|x, y| x.xlogy(y), 0.0, NAN).0]);
    assert_eq!(slope!(|p| p.xlogy(p), 0.0), (0.0, -INFINITY));
}

#[test]
fn logaddexp_of_equal_infinities_shares_the_slope() {
    let f = (INFINITY, 0.5, 0.5);
    assert_eq!(slopes!(|a, b| a.logaddexp(b), INFINITY, INFINITY), f);
    let f = (-INFINITY, 0.5, 0.5);
    assert_eq!(slopes!(|a, b| a.logaddexp(b), -INFINITY, -INFINITY), f);
    assert_eq!(
        slopes!(|a, b| a.logaddexp(b), -INFINITY, 3.0),
        (3.0, 0.0, 1.0)
    );
    assert_eq!(
        slopes!(|a, b| a.logaddexp(b), INFINITY, -INFINITY),
        (INFINITY, 1.0, 0.0)
    );
}

#[test]
fn logarithms_to_a_base_follow_their_quotient() {
    assert_eq!(slope!(|x| x.log(2), 0.0), (-INFINITY, INFINITY));
    assert_eq!(slopes!(|x, b| x.log(b), 1.0, 5.0).2, 0.0);
    assert_eq!(slopes!(|x, b| x.log(b), 2.0, 1.0).0, INFINITY);
}

#[test]
fn poles_of_the_gamma_functions_are_infinite_where_both_sides_agree() {
    assert_eq!(slope!(|x| x.ln_gamma(), 0.0), (INFINITY, -INFINITY));
    assert_eq!(slope!(|x| x.ln_gamma(), -0.0), (INFINITY, INFINITY));
    assert_eq!(slope!(|x| x.digamma(), 0.0), (-INFINITY, INFINITY));
    assert_eq!(slope!(|x| x.polygamma(2), 0.0), (-INFINITY, INFINITY));
    let (y, dx) = slope!(|x| x.ln_gamma(), -3.0);
    assert_eq!(y, INFINITY);
    assert_nan(&[dx]);
    let (y, dx) = slope!(|x| x.digamma(), -3.0);
    assert_nan(&[y]);
    assert_eq!(dx, INFINITY);
    let (y, dx) = slope!(|x| x.polygamma(1), -3.0);
    assert_eq!(y, INFINITY);
    assert_nan(&[dx]);
    assert_eq!(slope!(|x| x.digamma(), INFINITY), (INFINITY, 0.0));
    assert_nan(&[slope!(|x| x.digamma(), -INFINITY).0]);
    assert_nan(&[slope!(|x| x.polygamma(171), 2.0).0]);
}

#[test]
fn the_error_functions_have_limits_at_infinity() {
    assert_eq!(slope!(|x| x.erf(), INFINITY), (1.0, 0.0));
    assert_eq!(slope!(|x| x.erfcx(), INFINITY), (0.0, 0.0));
    assert_eq!(slope!(|x| x.erfcx(), -INFINITY), (INFINITY, -INFINITY));
    assert_eq!(slope!(|x| x.erfcx(), -30.0), (INFINITY, -INFINITY));
    assert_eq!(slope!(|x| x.ln_normal_cdf(), INFINITY), (0.0, 0.0));
    assert_eq!(
        slope!(|x| x.ln_normal_cdf(), -INFINITY),
        (-INFINITY, INFINITY)
    );
    assert_eq!(slope!(|x| x.ln_normal_cdf(), -1e200).1, 1e200);
    assert_eq!(slope!(|x| x.ln_normal_cdf(), 1e200), (0.0, 0.0));
}

#[test]
fn the_norm_of_nothing_but_zeros_has_slopes_0() {
    fn norm<T: Scalar>(a: &T, b: &T) -> T {
        T::norm(&[a.clone(), b.clone(), a * 0.0])
    }
    assert_eq!(slopes!(norm, 0.0, 0.0), (0.0, 0.0, 0.0));
    for scale in [1e-300, 1e-200, 1e-120, 1.0, 1e120, 1e200, 1e300] {
        let (y, da, db) = slopes!(norm, 3.0 * scale, 4.0 * scale);
        for (found, expected) in [(y / scale, 5.0), (da, 0.6), (db, 0.8)] {
            assert!(
                (found / expected - 1.0).abs() < 1e-15,
                "{found}, not {expected}"
            );
        }
    }
    assert_eq!(slopes!(norm, INFINITY, 1.0).0, INFINITY);
    assert_nan(&[slopes!(norm, NAN, 1.0).0]);
}
