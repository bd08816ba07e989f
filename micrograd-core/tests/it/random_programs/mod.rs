//! Random points for the operations, and random programs made of them.
#![allow(dead_code)] // Each test file uses what it needs.

use crate::operation_cases::{CASES, Case};
use num_dual::HyperDual64;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The same cases on every machine and in every run.
pub(crate) fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

pub(crate) fn points(case: &'static Case) -> impl Strategy<Value = Vec<f64>> {
    let ranges: Vec<_> = case.domain.iter().map(|&(low, high)| low..high).collect();
    ranges.prop_filter("in the domain", |point| case.admits(point))
}

/// |a − b| relative to the larger one, or to 1 where both are smaller.
pub(crate) fn relative_error(a: f64, b: f64) -> f64 {
    (a - b).abs() / a.abs().max(b.abs()).max(1.0)
}

/// A straight-line program: each step applies a case to earlier results.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) inputs: Vec<f64>,
    pub(crate) steps: Vec<(usize, Vec<usize>)>,
}

impl Program {
    /// Keeps those of the wished steps whose operands are in the domain and whose derivatives stay
    /// moderate, so that rounding does not drown the comparison.
    fn admissible(inputs: Vec<f64>, wishes: Vec<(usize, [prop::sample::Index; 3])>) -> Self {
        let seed = |&x: &f64| HyperDual64::new(x, 1.0, 1.0, 0.0);
        let mut results: Vec<HyperDual64> = inputs.iter().map(seed).collect();
        let mut steps = Vec::new();
        for (case, picks) in wishes {
            let arity = CASES[case].domain.len();
            let operands: Vec<usize> = picks[..arity]
                .iter()
                .map(|pick| pick.index(results.len()))
                .collect();
            let chosen: Vec<HyperDual64> = operands.iter().map(|&i| results[i]).collect();
            let numbers: Vec<f64> = chosen.iter().map(|x| x.re).collect();
            if CASES[case].admits(&numbers) {
                let result = (CASES[case].of_hyper_duals)(&chosen);
                let derivatives = [result.re, result.eps1, result.eps1eps2];
                if derivatives.iter().all(|x| x.abs() < 1e3) {
                    results.push(result);
                    steps.push((case, operands));
                }
            }
        }
        Program { inputs, steps }
    }

    /// The sum of all results, so that every step takes part.
    pub(crate) fn run<T: Clone>(
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

pub(crate) fn programs(longest: usize) -> impl Strategy<Value = Program> {
    let step = (0..CASES.len(), any::<[prop::sample::Index; 3]>());
    let steps = prop::collection::vec(step, 1..longest);
    let inputs = prop::collection::vec(-3.0..3.0, 1..6);
    (inputs, steps).prop_map(|(inputs, steps)| Program::admissible(inputs, steps))
}
