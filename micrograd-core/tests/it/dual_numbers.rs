//! `Dual`: forward mode over the same table of operations.

use crate::operation_cases::CASES;
use crate::random_programs::{points, relative_error, runner};
use micrograd_core::{Dual, Scalar, Value};
use num_dual::Dual64;
use proptest::prelude::*;

fn variables(at: &[f64]) -> Vec<Dual<3>> {
    let variable = |(k, &x)| Dual::variable(x, k);
    at.iter().enumerate().map(variable).collect()
}

#[test]
fn every_operation_agrees_with_another_crate_s_dual_numbers() {
    for case in CASES {
        runner(300)
            .run(&points(case), |at| {
                let y = (case.of_own_duals)(&variables(&at));
                for k in 0..at.len() {
                    let seed = |(i, &x): (usize, &f64)| Dual64::new(x, f64::from(u8::from(i == k)));
                    let expected =
                        (case.of_duals)(&at.iter().enumerate().map(seed).collect::<Vec<_>>());
                    prop_assert!(relative_error(y.data(), expected.re) < 1e-12);
                    let error = relative_error(y.tangent(k), expected.eps);
                    prop_assert!(error < 1e-11, "{:?} at {at:?}: {y} {expected}", case.op);
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn every_operation_has_the_value_and_the_slopes_of_reverse_mode_to_the_last_bit() {
    for case in CASES {
        runner(100)
            .run(&points(case), |at| {
                let y = (case.of_own_duals)(&variables(&at));
                let leaves: Vec<Value> = at.iter().map(|&x| Value::new(x)).collect();
                let expected = (case.of_values)(&leaves);
                expected.backward();
                prop_assert_eq!(y.data(), expected.data());
                for (k, leaf) in leaves.iter().enumerate() {
                    prop_assert_eq!(y.tangent(k), leaf.grad(), "{:?} at {:?}", case.op, at);
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn directions_are_independent() {
    let x = Dual::new(0.7, [1.0, -2.0, 0.0, 0.25]);
    let y = (x.sin() * x.exp() + 2 / x).ln_1p();
    let slope = y.tangent(0);
    for (tangent, seed) in y.tangents().into_iter().zip(x.tangents()) {
        assert!((tangent - slope * seed).abs() < 1e-15);
    }
}

/// Results and tangents of every way to write `a op b`.
macro_rules! every_way {
    ($operator:tt) => {{
        let (a, b) = (Dual::new(6.0, [1.0, 0.0]), Dual::new(4.0, [0.0, 1.0]));
        let mut assigned = [a; 2];
        paste_assign!($operator, assigned[0], b);
        paste_assign!($operator, assigned[1], &b);
        [a $operator b, a $operator &b, &a $operator b, &a $operator &b, assigned[0], assigned[1]]
            .map(|y| (y.data(), y.tangents()))
    }};
}

macro_rules! paste_assign {
    (+, $a:expr, $b:expr) => {
        $a += $b
    };
    (-, $a:expr, $b:expr) => {
        $a -= $b
    };
    (*, $a:expr, $b:expr) => {
        $a *= $b
    };
    (/, $a:expr, $b:expr) => {
        $a /= $b
    };
}

#[test]
fn numbers_and_references_mix_in_every_order() {
    assert_eq!(every_way!(+), [(10.0, [1.0, 1.0]); 6]);
    assert_eq!(every_way!(-), [(2.0, [1.0, -1.0]); 6]);
    assert_eq!(every_way!(*), [(24.0, [4.0, 6.0]); 6]);
    assert_eq!(every_way!(/), [(1.5, [0.25, -0.375]); 6]);
}

/// Results and tangents of every way to write an operator with 2 on one side.
macro_rules! with_two {
    ($operator:tt) => {{
        let x = Dual::<1>::variable(8.0, 0);
        let mut assigned = [x; 2];
        paste_assign!($operator, assigned[0], 2.0);
        paste_assign!($operator, assigned[1], 2);
        let right = [x $operator 2.0, x $operator 2, &x $operator 2.0, &x $operator 2, assigned[0], assigned[1]]
            .map(|y| (y.data(), y.tangent(0)));
        let left = [2.0 $operator x, 2 $operator x, 2.0 $operator &x, 2 $operator &x]
            .map(|y| (y.data(), y.tangent(0)));
        assert!(right.iter().all(|result| *result == right[0]), "{right:?}");
        assert!(left.iter().all(|result| *result == left[0]), "{left:?}");
        (right[0], left[0])
    }};
}

#[test]
fn plain_numbers_stand_on_either_side() {
    assert_eq!(with_two!(+), ((10.0, 1.0), (10.0, 1.0)));
    assert_eq!(with_two!(-), ((6.0, 1.0), (-6.0, -1.0)));
    assert_eq!(with_two!(*), ((16.0, 2.0), (16.0, 2.0)));
    assert_eq!(with_two!(/), ((4.0, 0.5), (0.25, -1.0 / 32.0)));
}

#[test]
fn dual_numbers_compare_by_their_data() {
    let (a, b) = (Dual::new(1.0, [5.0]), Dual::new(2.0, [-5.0]));
    assert!(a < b && a == Dual::constant(1.0) && b > 1 && 1.5 < b);
    let nan = Dual::<1>::constant(f64::NAN);
    assert!(nan.partial_cmp(&nan).is_none() && nan.ne(&nan));
}

#[test]
fn sums_and_products_of_iterators() {
    let xs: Vec<Dual<2>> = vec![Dual::variable(3.0, 0), Dual::variable(4.0, 1)];
    assert_eq!(xs.iter().sum::<Dual<2>>().tangents(), [1.0, 1.0]);
    assert_eq!(xs.iter().product::<Dual<2>>().tangents(), [4.0, 3.0]);
    assert_eq!(xs[..0].iter().sum::<Dual<2>>(), 0.0);
    assert_eq!(xs[..0].iter().product::<Dual<2>>(), 1.0);
    assert_eq!(Dual::dot(&xs, &xs).tangents(), [6.0, 8.0]);
    let softmax = Dual::logsumexp(&xs).tangents();
    assert!((softmax[1] - 1.0 / (1.0 + (-1.0_f64).exp())).abs() < 1e-15);
}

#[test]
fn no_directions_is_a_plain_number() {
    let x = Dual::<0>::constant(2.0);
    assert_eq!((x * x + 1).sqrt().data(), 5.0_f64.sqrt());
    assert_eq!(size_of::<Dual<0>>(), 8);
    assert_eq!(size_of::<Dual<8>>(), 72);
}

#[test]
fn dual_numbers_print_their_data_and_tangents() {
    let x = Dual::new(-2.0, [1.0, 0.25]);
    assert_eq!(x.to_string(), "Dual(data=-2.0, tangents=[1.0, 0.25])");
    assert_eq!(format!("{x:.1}"), "Dual(data=-2.0, tangents=[1.0, 0.2])");
}

#[test]
#[should_panic(expected = "direction 2 of a dual number that has 2")]
fn a_direction_that_is_not_there_is_named() {
    let _ = Dual::<2>::variable(1.0, 2);
}
