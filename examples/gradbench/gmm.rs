//! `gmm`: the logarithm of the posterior density of a Gaussian mixture with a Wishart prior on its
//! precision matrices QₖᵀQₖ, Qₖ lower triangular.

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_len, check_matrix, check_not_empty};
use micrograd_core::{Scalar, Value, grad};
use serde::{Deserialize, Serialize};
use std::f64::consts::{LN_2, PI};

#[derive(Deserialize)]
pub(crate) struct Input {
    d: usize,
    k: usize,
    n: usize,
    x: Vec<Vec<f64>>,
    m: u32,
    gamma: f64,
    alpha: Vec<f64>,
    mu: Vec<Vec<f64>>,
    q: Vec<Vec<f64>>,
    l: Vec<Vec<f64>>,
}

/// What the posterior is a function of; and its gradient.
#[derive(Serialize)]
pub(crate) struct Mixture<T> {
    /// Weights: φₖ ∝ exp αₖ.
    alpha: Vec<T>,
    /// Means.
    mu: Vec<Vec<T>>,
    /// Logarithms of the diagonals of Qₖ.
    q: Vec<Vec<T>>,
    /// The rest of Qₖ, column by column.
    l: Vec<Vec<T>>,
}

#[derive(Clone, Copy)]
struct Wishart {
    gamma: f64,
    m: u32,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        let (d, k, n) = ((self.d, "d"), (self.k, "k"), (self.n, "n"));
        check_not_empty("alpha", &self.alpha)?;
        check_len("alpha", &self.alpha, k.0, k.1)?;
        check_matrix("mu", &self.mu, k, d)?;
        check_matrix("q", &self.q, k, d)?;
        let below_diagonal = self.q[0].len() * self.q[0].len().saturating_sub(1) / 2;
        check_matrix("l", &self.l, k, (below_diagonal, "d(d − 1)/2"))?;
        check_matrix("x", &self.x, n, d)
    }
}

impl<T> Mixture<T> {
    fn each<U>(&self, of: impl Fn(&T) -> U) -> Mixture<U> {
        let row = |row: &Vec<T>| row.iter().map(&of).collect();
        Mixture {
            alpha: row(&self.alpha),
            mu: self.mu.iter().map(row).collect(),
            q: self.q.iter().map(row).collect(),
            l: self.l.iter().map(row).collect(),
        }
    }
}

impl Input {
    fn mixture(&self) -> Mixture<f64> {
        Mixture {
            alpha: self.alpha.clone(),
            mu: self.mu.clone(),
            q: self.q.clone(),
            l: self.l.clone(),
        }
    }

    fn prior(&self) -> Wishart {
        Wishart {
            gamma: self.gamma,
            m: self.m,
        }
    }
}

/// One of the Gaussians, ready to be applied to points.
struct Component<'a, T> {
    mean: &'a [T],
    /// The rows of Q up to the diagonal.
    rows: Vec<Vec<T>>,
    /// ln det Q
    log_determinant: T,
}

impl<'a, T: Scalar> Component<'a, T> {
    fn new(mean: &'a [T], q: &[T], l: &[T]) -> Self {
        let mut rows: Vec<Vec<T>> = q.iter().map(|_| Vec::new()).collect();
        let mut below_diagonal = l.iter();
        for (j, q) in q.iter().enumerate() {
            rows[j].push(q.exp());
            for row in &mut rows[j + 1..] {
                row.extend(below_diagonal.next().cloned());
            }
        }
        Component {
            mean,
            rows,
            log_determinant: T::sum_of(q),
        }
    }

    /// ln det Q − ½|Q(x − μ)|²
    fn log_density(&self, x: &[f64]) -> T {
        let centered: Vec<T> = self
            .mean
            .iter()
            .zip(x)
            .map(|(mean, x)| grad! { x - mean })
            .collect();
        let scaled: Vec<T> = self
            .rows
            .iter()
            .map(|row| T::dot(row, &centered[..row.len()]))
            .collect();
        grad! { self.log_determinant - 0.5 * T::sum_of_squares(&scaled) }
    }
}

fn log_posterior<T: Scalar>(mixture: &Mixture<T>, x: &[Vec<f64>], prior: Wishart) -> T {
    let Mixture { alpha, mu, q, l } = mixture;
    let components: Vec<Component<T>> = mu
        .iter()
        .zip(q.iter().zip(l))
        .map(|(mu, (q, l))| Component::new(mu, q, l))
        .collect();

    let log_likelihoods: Vec<T> = x
        .iter()
        .map(|x| {
            let weighted = components.iter().zip(alpha);
            let terms: Vec<T> = weighted
                .map(|(c, alpha)| grad! { alpha + c.log_density(x) })
                .collect();
            T::logsumexp(&terms)
        })
        .collect();

    let d = q[0].len();
    let n = count(x.len());
    let constant = -n * count(d) * 0.5 * (2.0 * PI).ln();
    grad! {
        T::sum_of(&log_likelihoods) - n * T::logsumexp(alpha) + log_prior(&components, d, prior) + constant
    }
}

/// Σₖ ln f(QₖᵀQₖ), f the density of the Wishart distribution with V = γ⁻²·1 and d + m + 1 degrees of
/// freedom.
fn log_prior<T: Scalar>(components: &[Component<T>], d: usize, prior: Wishart) -> T {
    let Wishart { gamma, m } = prior;
    let m = f64::from(m);
    let terms: Vec<T> = components
        .iter()
        .map(|component| {
            let squares: Vec<T> = component
                .rows
                .iter()
                .map(|row| T::sum_of_squares(row))
                .collect();
            grad! { m * component.log_determinant - 0.5 * gamma ** 2 * T::sum_of(&squares) }
        })
        .collect();

    let freedom = count(d) + m + 1.0;
    let normalizer =
        freedom * count(d) * (gamma.ln() - 0.5 * LN_2) - log_multivariate_gamma(0.5 * freedom, d);
    grad! { T::sum_of(&terms) + normalizer * count(components.len()) }
}

/// ln Γ_d(a)
fn log_multivariate_gamma(a: f64, d: usize) -> f64 {
    let p = count(d);
    let factors: f64 = (0..d).map(|j| libm::lgamma(a - 0.5 * count(j))).sum();
    0.25 * p * (p - 1.0) * PI.ln() + factors
}

#[allow(clippy::cast_precision_loss)] // Lists in memory are far shorter than 2⁵³.
fn count(n: usize) -> f64 {
    n as f64
}

pub(crate) fn objective(input: Input) -> impl FnMut() -> f64 {
    let mixture = input.mixture();
    move || log_posterior(&mixture, &input.x, input.prior())
}

pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Mixture<f64> {
    let mixture = input.mixture().each(|&number| Value::new(number));
    move || {
        mixture.each(Value::zero_grad);
        log_posterior(&mixture, &input.x, input.prior()).backward();
        mixture.each(Value::grad)
    }
}
