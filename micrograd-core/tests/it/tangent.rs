//! `tangent`: derivatives along a direction that are values, in forward mode, of any order.

use crate::operation_cases::{CASES, Case};
use micrograd_core::{TapeUsage, Value, gradients, tangent};
use num_dual::HyperDual64;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The same cases on every machine and in every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

fn points(case: &'static Case) -> impl Strategy<Value = Vec<f64>> {
    let ranges: Vec<_> = case.domain.iter().map(|&(low, high)| low..high).collect();
    ranges.prop_filter("in the domain", |point| case.admits(point))
}

/// A direction without symmetries: 1, −2, 3.
fn direction(len: usize) -> Vec<f64> {
    [1.0, -2.0, 3.0][..len].to_vec()
}

#[test]
fn second_derivatives_along_a_direction_agree_with_hyper_dual_numbers() {
    for case in CASES {
        runner(50)
            .run(&points(case), |at| {
                let leaves: Vec<Value> = at.iter().map(|&x| Value::new(x)).collect();
                let inputs: Vec<&Value> = leaves.iter().collect();
                let v = direction(at.len());
                let first = tangent(&(case.of_values)(&leaves), &inputs, &v);
                let forward = tangent(&first, &inputs, &v);
                let reverse = gradients(&first, &inputs);
                let reverse: f64 = reverse.iter().zip(&v).map(|(x, v)| x.data() * v).sum();

                let oracle = hyper_dual(case, &at, &v);
                for (found, expected) in [
                    (first.data(), oracle.eps1),
                    (forward.data(), oracle.eps1eps2),
                    (reverse, oracle.eps1eps2),
                ] {
                    prop_assert!(
                        (found - expected).abs() < 1e-9 * expected.abs().max(1.0),
                        "{:?} at {at:?}: {expected}, not {found}",
                        case.op
                    );
                }
                Ok(())
            })
            .unwrap();
    }
}

/// Both directions are v.
fn hyper_dual(case: &Case, at: &[f64], v: &[f64]) -> HyperDual64 {
    let seeds = at.iter().zip(v);
    let numbers: Vec<_> = seeds
        .map(|(&x, &v)| HyperDual64::new(x, v, v, 0.0))
        .collect();
    (case.of_hyper_duals)(&numbers)
}

#[test]
fn a_derivative_may_stand_in_a_function_that_is_differentiated() {
    // f(x) = x³, g(x) = f′(x)·x = 3x³, g′ = 9x²
    let x = Value::new(2.0);
    let slope = tangent(&x.powi(3), &[&x], &[1.0]);
    let g = slope * &x;
    assert_eq!(tangent(&g, &[&x], &[1.0]), 36.0);
    g.backward();
    assert_eq!(x.grad(), 36.0);
}

#[test]
fn an_input_may_be_an_interior_value_another_input_or_not_be_reached() {
    let (x, other) = (Value::new(3.0), Value::new(1.0));
    let square = &x * &x;
    let y = square.exp() + &square;
    let slope = 9_f64.exp() + 1.0;
    assert_eq!(tangent(&y, &[&square], &[2.0]), 2.0 * slope);
    // As with gradients, what x moves comes on top of what moves its square.
    assert_eq!(
        tangent(&y, &[&square, &x], &[2.0, 1.0]),
        (2.0 + 6.0) * slope
    );
    assert_eq!(tangent(&y, &[&y, &other], &[5.0, 7.0]), 5.0);
    assert_eq!(tangent(&y, &[&other], &[1.0]), 0.0);
    assert_eq!(tangent(&y, &[&x, &x], &[1.0, 1.0]), 12.0 * slope);
    assert_eq!(tangent(&y, &[], &[]), 0.0);
}

#[test]
fn what_lies_below_the_inputs_is_differentiated_later() {
    // x = 2w, p = x²w, ∂p/∂x = 2xw = 4w², which changes with w by 8w
    for derivative in [
        |p: &Value, x: &Value| tangent(p, &[x], &[1.0]),
        |p: &Value, x: &Value| gradients(p, &[x]).remove(0),
    ] {
        let w = Value::new(3.0);
        let x = &w * 2.0;
        let p = x.powi(2) * &w;
        let slope = derivative(&p, &x);
        assert_eq!(slope, 36.0);
        slope.backward();
        assert_eq!(w.grad(), 24.0);
    }
}

#[test]
fn a_tangent_of_0_passes_nothing_on_through_an_infinite_slope() {
    let (x, zero) = (Value::new(2.0), Value::new(0.0));
    let y = zero.sqrt() + &x;
    assert_eq!(tangent(&y, &[&zero, &x], &[0.0, 1.0]), 1.0);
    // A tangent whose data are 0: the slope of x² at 0.
    let y = (&zero * &zero).sqrt() + &x;
    assert_eq!(tangent(&y, &[&zero, &x], &[1.0, 1.0]), 1.0);
}

#[test]
fn the_record_is_gone_with_the_result() {
    let x = Value::new(2.0);
    let before = TapeUsage::of_this_thread().nodes;
    for _ in 0..3 {
        let slope = tangent(&x.exp().sin(), &[&x], &[1.0]);
        assert!((slope.data() - 2_f64.exp().cos() * 2_f64.exp()).abs() < 1e-12);
    }
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
}

#[test]
#[should_panic(expected = "tangent: 1 inputs, but 2 numbers in the direction")]
fn a_direction_of_another_length_is_a_mistake() {
    let x = Value::new(2.0);
    let _ = tangent(&x.exp(), &[&x], &[1.0, 1.0]);
}

#[test]
#[should_panic(expected = "tangent() on a graph that was recorded before set_data changed a leaf")]
fn a_graph_of_an_edited_leaf_is_a_mistake() {
    let x = Value::new(2.0);
    let y = x.exp();
    x.set_data(3.0);
    let _ = tangent(&y, &[&x], &[1.0]);
}
