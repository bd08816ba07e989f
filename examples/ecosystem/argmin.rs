//! # A library of minimisers, with gradients of ours
//!
//! [argmin](https://argmin-rs.org) has many minimisers. They ask for the value and the gradient of a plain function of numbers;
//! `value_and_gradient` gives both, for a formula that is written in values.
//!
//! Radioactive decay is measured above a background: y = a·e^(−bt) + c. L-BFGS finds a, b and c from the sum of squares.
//!
//! ```text
//! cargo run --release -p micrograd-tests --features ecosystem --example argmin
//! ```

use argmin::core::{CostFunction, Error, Executor, Gradient, State};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;
use micrograd_core::{Value, grad, value_and_gradient};

/// What was measured: times, and counts in thousands.
struct Decay {
    measured: Vec<(f64, f64)>,
}

impl Decay {
    /// Σ (a·e^(−bt) + c − y)²
    fn misfit(&self, p: &[Value]) -> Value {
        let (a, b, c) = (&p[0], &p[1], &p[2]);
        grad! {
            let mut sum: Value = 0;
            for (t, y) in &self.measured {
                sum += (a * (-b * t).exp() + c - y) ** 2;
            }
            sum
        }
    }
}

impl CostFunction for Decay {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, p: &Vec<f64>) -> Result<f64, Error> {
        Ok(value_and_gradient(|p: &[Value]| self.misfit(p), p).0)
    }
}

impl Gradient for Decay {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, p: &Vec<f64>) -> Result<Vec<f64>, Error> {
        Ok(value_and_gradient(|p: &[Value]| self.misfit(p), p).1)
    }
}

/// Where L-BFGS ends, and how many iterations it took.
fn fit(decay: Decay, start: Vec<f64>) -> Result<(Vec<f64>, u64), Error> {
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), 5).with_tolerance_grad(1e-10)?;
    let result = Executor::new(decay, solver)
        .configure(|state| state.param(start).max_iters(200))
        .run()?;
    let state = result.state();
    let best = state.get_best_param().expect("it has made a step").clone();
    Ok((best, state.get_iter()))
}

fn main() -> Result<(), Error> {
    let counts = [5.02, 3.31, 2.26, 1.66, 1.24, 1.05, 0.88, 0.81, 0.76, 0.68];
    let times = (0..10).map(f64::from);
    let measured = times.zip(counts).collect();
    let (p, iterations) = fit(Decay { measured }, vec![1.0, 1.0, 0.0])?;
    println!("y = {:.3}·exp(−{:.3}·t) + {:.3}", p[0], p[1], p[2]);
    println!("after {iterations} iterations of L-BFGS");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Decay, fit};

    #[test]
    fn a_decay_without_noise_is_found_again() {
        let exact = |t: f64| (t, 4.5 * (-0.4 * t).exp() + 0.6);
        let measured = (0..10).map(f64::from).map(exact).collect();
        let (p, _) = fit(Decay { measured }, vec![1.0, 1.0, 0.0]).expect("it ends");
        for (found, expected) in p.iter().zip([4.5, 0.4, 0.6]) {
            assert!((found - expected).abs() < 1e-7, "{p:?}");
        }
    }
}
