//! How long a run takes: medians of samples that alternate between the variants, so that what
//! disturbs the machine disturbs all of them. The clock is that of the thread: it stands still while
//! another program runs.

use crate::problem::{Problem, Run};
use cpu_time::ThreadTime;
use std::hint::black_box;
use std::time::Duration;

/// As many runs make one sample as this takes.
const SAMPLE: Duration = Duration::from_millis(2);

/// Nanoseconds per run, for each variant in its order.
pub(crate) fn medians(problem: &mut Problem, rounds: usize) -> Vec<f64> {
    let gradient = &mut vec![0.0; problem.inputs];
    let variants = &mut problem.variants;
    let runs: Vec<u32> = variants
        .iter_mut()
        .map(|(_, run)| runs_per_sample(run, gradient))
        .collect();
    let mut samples = vec![Vec::with_capacity(rounds); variants.len()];
    for _ in 0..rounds {
        for (((_, run), &runs), samples) in variants.iter_mut().zip(&runs).zip(&mut samples) {
            // Not counted: it finds the caches as another variant has left them.
            black_box(run(gradient));
            samples.push(time(run, gradient, runs).as_secs_f64() * 1e9 / f64::from(runs));
        }
    }
    samples.into_iter().map(median).collect()
}

/// Runs one column of a problem so often, if the problem has it.
pub(crate) fn run(problem: &mut Problem, column: &str, runs: usize) {
    let gradient = &mut vec![0.0; problem.inputs];
    let variants = problem.variants.iter_mut();
    for (_, run) in variants.filter(|(name, _)| *name == column) {
        for _ in 0..runs {
            black_box(run(black_box(&mut *gradient)));
        }
    }
}

/// Also warms up: doubles the number of runs until they fill a sample.
fn runs_per_sample(run: &mut Run, gradient: &mut [f64]) -> u32 {
    let mut runs = 1;
    while time(run, gradient, runs) < SAMPLE {
        runs *= 2;
    }
    runs
}

fn time(run: &mut Run, gradient: &mut [f64], runs: u32) -> Duration {
    let start = ThreadTime::now();
    for _ in 0..runs {
        black_box(run(black_box(&mut *gradient)));
    }
    start.elapsed()
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}
