//! Every derivative, against central differences and against dual numbers.

use crate::operation_cases::CASES;
use crate::random_programs::{points, programs, relative_error, runner};
use micrograd_core::{Graph, Op, Value, gradcheck};
use num_dual::Dual64;
use proptest::prelude::*;
use std::cell::Cell;

/// f and ∂f/∂xᵢ for every i, in forward mode.
fn dual_gradient(f: impl Fn(&[Dual64]) -> Dual64, at: &[f64]) -> (f64, Vec<f64>) {
    let along = |direction: usize| {
        let seed = |(i, &x)| Dual64::new(x, f64::from(u8::from(i == direction)));
        f(&at.iter().enumerate().map(seed).collect::<Vec<_>>())
    };
    let slopes = (0..at.len()).map(|i| along(i).eps).collect();
    (along(0).re, slopes)
}

fn gradient(f: impl Fn(&[Value]) -> Value, at: &[f64]) -> (f64, Vec<f64>) {
    let inputs: Vec<Value> = at.iter().map(|&x| Value::new(x)).collect();
    let y = f(&inputs);
    y.backward();
    (y.data(), inputs.iter().map(Value::grad).collect())
}

#[test]
fn every_operation_has_a_case() {
    for &op in Op::ALL {
        assert!(CASES.iter().any(|case| case.op == op), "no case for {op:?}");
    }
}

#[test]
fn every_case_records_the_operation_it_names() {
    for case in CASES {
        let middle = |&(low, high): &(f64, f64)| Value::new(0.4 * low + 0.6 * high);
        let inputs: Vec<Value> = case.domain.iter().map(middle).collect();
        let y = (case.of_values)(&inputs);
        let graph = Graph::of(&y);
        assert!(
            graph.nodes().iter().any(|node| node.op() == case.op),
            "{:?}",
            case.op
        );
    }
}

#[test]
fn every_operation_passes_gradcheck() {
    // Differences with large steps take a staircase for a slope.
    let is_staircase = |op| matches!(op, Op::Floor | Op::Ceil | Op::Round | Op::Trunc);
    for case in CASES.iter().filter(|case| !is_staircase(case.op)) {
        runner(300)
            .run(&points(case), |at| {
                let check = gradcheck(case.of_values, &at);
                prop_assert!(check.passed(), "{:?} at {at:?}: {check}", case.op);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn every_operation_agrees_with_dual_numbers() {
    for case in CASES {
        runner(300)
            .run(&points(case), |at| {
                let (value, slopes) = gradient(case.of_values, &at);
                let (expected, expected_slopes) = dual_gradient(case.of_duals, &at);
                prop_assert!(
                    relative_error(value, expected) < 1e-12,
                    "{:?} at {at:?}",
                    case.op
                );
                for (slope, expected) in slopes.iter().zip(&expected_slopes) {
                    let error = relative_error(*slope, *expected);
                    prop_assert!(error < 1e-11, "{:?} at {at:?}: {slope} {expected}", case.op);
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn random_graphs_agree_with_dual_numbers() {
    let longest = Cell::new(0);
    runner(300)
        .run(&programs(1500), |program| {
            let (value, slopes) = gradient(
                |x| program.run(x, |case, x| (case.of_values)(x), |a, b| a + b),
                &program.inputs,
            );
            let (expected, expected_slopes) = dual_gradient(
                |x| program.run(x, |case, x| (case.of_duals)(x), |a, b| a + b),
                &program.inputs,
            );
            prop_assert!(relative_error(value, expected) < 1e-9);
            let scale = expected_slopes
                .iter()
                .fold(1.0, |scale: f64, slope| scale.max(slope.abs()));
            for (slope, expected) in slopes.iter().zip(&expected_slopes) {
                prop_assert!(
                    (slope - expected).abs() / scale < 1e-9,
                    "{slope} {expected}"
                );
            }
            longest.set(longest.get().max(program.steps.len()));
            Ok(())
        })
        .unwrap();
    assert!(
        longest.get() > 1000,
        "the longest program has {longest:?} steps"
    );
}
