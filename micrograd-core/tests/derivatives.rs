//! Every derivative, against central differences and against dual numbers.

mod operation_cases;

use micrograd_core::{Graph, Op, Value, gradcheck};
use num_dual::Dual64;
use operation_cases::{CASES, Case};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::cell::Cell;

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

/// |a − b| relative to the larger one, or to 1 where both are smaller.
fn relative_error(a: f64, b: f64) -> f64 {
    (a - b).abs() / a.abs().max(b.abs()).max(1.0)
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
    for case in CASES {
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

/// A straight-line program: each step applies a case to earlier results.
#[derive(Clone, Debug)]
struct Program {
    inputs: Vec<f64>,
    steps: Vec<(usize, Vec<usize>)>,
}

impl Program {
    /// Keeps those of the wished steps whose operands are in the domain and whose derivatives stay
    /// moderate, so that rounding does not drown the comparison.
    fn admissible(inputs: Vec<f64>, wishes: Vec<(usize, [prop::sample::Index; 3])>) -> Self {
        let seed = |&x: &f64| Dual64::new(x, 1.0);
        let mut results: Vec<Dual64> = inputs.iter().map(seed).collect();
        let mut steps = Vec::new();
        for (case, picks) in wishes {
            let arity = CASES[case].domain.len();
            let operands: Vec<usize> = picks[..arity]
                .iter()
                .map(|pick| pick.index(results.len()))
                .collect();
            let chosen: Vec<Dual64> = operands.iter().map(|&i| results[i]).collect();
            let numbers: Vec<f64> = chosen.iter().map(|x| x.re).collect();
            if CASES[case].admits(&numbers) {
                let result = (CASES[case].of_duals)(&chosen);
                if result.re.abs() < 1e3 && result.eps.abs() < 1e3 {
                    results.push(result);
                    steps.push((case, operands));
                }
            }
        }
        Program { inputs, steps }
    }

    /// The sum of all results, so that every step takes part.
    fn run<T: Clone>(
        &self,
        inputs: &[T],
        apply: impl Fn(&Case, &[T]) -> T,
        sum: impl Fn(T, T) -> T,
    ) -> T {
        let mut results = inputs.to_vec();
        for (case, operands) in &self.steps {
            let operands: Vec<T> = operands.iter().map(|&i| results[i].clone()).collect();
            results.push(apply(&CASES[*case], &operands));
        }
        results.into_iter().reduce(sum).unwrap()
    }
}

fn programs() -> impl Strategy<Value = Program> {
    let step = (0..CASES.len(), any::<[prop::sample::Index; 3]>());
    let steps = prop::collection::vec(step, 1..1500);
    let inputs = prop::collection::vec(-3.0..3.0, 1..6);
    (inputs, steps).prop_map(|(inputs, steps)| Program::admissible(inputs, steps))
}

#[test]
fn random_graphs_agree_with_dual_numbers() {
    let longest = Cell::new(0);
    runner(300)
        .run(&programs(), |program| {
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
