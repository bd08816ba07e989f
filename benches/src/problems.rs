//! The problems, one file each.

mod black_scholes;
mod log_sum_exp;
mod logistic_map;
mod lorenz;
mod matrix_product;
mod mlp;
mod moons;
mod moons_step;
mod network;
mod rosenbrock;

use crate::problem::Problem;
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

/// The rows of the table, in their order. Each is made when it is asked for, so that the leaves of
/// one do not live below the tape of another.
pub(crate) const ALL: [fn() -> Problem; 10] = [
    || rosenbrock::problem("Rosenbrock, n = 10", 10),
    || rosenbrock::problem("Rosenbrock, n = 10³", 1000),
    || rosenbrock::problem("Rosenbrock, n = 10⁵", 100_000),
    log_sum_exp::problem,
    logistic_map::problem,
    mlp::problem,
    matrix_product::problem,
    black_scholes::problem,
    lorenz::problem,
    moons_step::problem,
];

/// Numbers between `low` and `high`, the same in every run.
fn uniform(count: usize, low: f64, high: f64) -> Vec<f64> {
    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    (0..count).map(|_| rng.random_range(low..high)).collect()
}
