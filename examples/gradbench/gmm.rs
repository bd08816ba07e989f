//! `gmm`: the logarithm of the posterior density of a Gaussian mixture with a Wishart prior on its
//! precision matrices QₖᵀQₖ, Qₖ lower triangular.

pub(crate) mod compiled;

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

/// The gradient, in the form of the input.
#[derive(Serialize)]
pub(crate) struct Gradient {
    alpha: Vec<f64>,
    mu: Vec<Vec<f64>>,
    q: Vec<Vec<f64>>,
    l: Vec<Vec<f64>>,
}

/// What the posterior is a function of.
struct Mixture<T> {
    /// Weights: φₖ ∝ exp αₖ.
    alpha: Vec<T>,
    components: Vec<Component<T>>,
}

struct Component<T> {
    mean: Vec<T>,
    /// The logarithms of the diagonal of Q.
    q: Vec<T>,
    /// The rows of Q left of the diagonal.
    rows: Vec<Vec<T>>,
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
        check_not_empty("x", &self.x)?;
        check_matrix("x", &self.x, n, d)
    }
}

impl Input {
    fn mixture(&self) -> Mixture<f64> {
        let shapes = self.q.iter().zip(&self.l);
        let components = self.mu.iter().zip(shapes).map(|(mean, (q, l))| Component {
            mean: mean.clone(),
            q: q.clone(),
            rows: rows_of_columns(l, q.len()),
        });
        Mixture {
            alpha: self.alpha.clone(),
            components: components.collect(),
        }
    }

    fn prior(&self) -> Wishart {
        Wishart {
            gamma: self.gamma,
            m: self.m,
        }
    }
}

/// The strictly lower triangle of a d×d matrix in rows, from columns one after the other.
fn rows_of_columns(columns: &[f64], d: usize) -> Vec<Vec<f64>> {
    let mut rows = vec![Vec::new(); d];
    let mut numbers = columns.iter();
    for column in 0..d {
        for row in &mut rows[column + 1..] {
            row.extend(numbers.next());
        }
    }
    rows
}

fn columns_of_rows(rows: &[Vec<f64>]) -> Vec<f64> {
    let column = |column| {
        rows[column + 1..]
            .iter()
            .map(move |row: &Vec<f64>| row[column])
    };
    (0..rows.len()).flat_map(column).collect()
}

impl<T> Mixture<T> {
    fn map<U>(&self, f: impl Fn(&T) -> U) -> Mixture<U> {
        let map = |numbers: &Vec<T>| numbers.iter().map(&f).collect();
        let components = self.components.iter().map(|component| Component {
            mean: map(&component.mean),
            q: map(&component.q),
            rows: component.rows.iter().map(map).collect(),
        });
        Mixture {
            alpha: map(&self.alpha),
            components: components.collect(),
        }
    }
}

/// A component with what is the same for all points.
struct Density<'a, T> {
    component: &'a Component<T>,
    diagonal: Vec<T>,
    /// α + ln det Q
    log_weight: T,
}

impl<T: Scalar> Component<T> {
    fn diagonal(&self) -> Vec<T> {
        self.q.iter().map(T::exp).collect()
    }

    fn density(&self, alpha: &T) -> Density<'_, T> {
        Density {
            component: self,
            diagonal: self.diagonal(),
            log_weight: grad! { alpha + T::sum_of(&self.q) },
        }
    }
}

impl<T: Scalar> Density<'_, T> {
    /// α + ln det Q − ½|Q(x − μ)|²; `centered` is filled with x − μ.
    fn logarithm(&self, x: &[f64], centered: &mut Vec<T>) -> T {
        let Component { mean, rows, .. } = self.component;
        centered.clear();
        let mut square = T::from(0.0);
        for ((mean, x), (row, diagonal)) in mean.iter().zip(x).zip(rows.iter().zip(&self.diagonal))
        {
            grad! { let this = x - mean; }
            // A row of few weights is one statement; a longer one is summed first.
            match &row[..] {
                [] => grad! { square = (diagonal * this) ** 2; },
                [weight] => grad! { square += (diagonal * this + weight * centered[0]) ** 2; },
                row => {
                    let scaled = grad! { diagonal * this };
                    let whitened = scaled.plus_dot(row, centered);
                    grad! { square += whitened ** 2; }
                }
            }
            centered.push(this);
        }
        grad! { self.log_weight - 0.5 * square }
    }
}

impl<T: Scalar> Mixture<T> {
    /// Σᵢ ln Σₖ φₖ f(xᵢ; μₖ, Qₖ), f the density of the normal distribution.
    fn log_likelihood(&self, points: &[Vec<f64>]) -> T {
        let components = self.components.iter().zip(&self.alpha);
        let densities: Vec<_> = components
            .map(|(component, alpha)| component.density(alpha))
            .collect();
        let mut centered = Vec::new();
        let log_likelihoods: Vec<T> = points
            .iter()
            .map(|x| {
                let terms: Vec<T> = densities
                    .iter()
                    .map(|density| density.logarithm(x, &mut centered))
                    .collect();
                T::logsumexp(&terms)
            })
            .collect();
        let n = count(points.len());
        let constant = 0.5 * count(points[0].len()) * (2.0 * PI).ln();
        grad! { T::sum_of(&log_likelihoods) - n * (T::logsumexp(&self.alpha) + constant) }
    }

    /// Σₖ ln f(QₖᵀQₖ), f the density of the Wishart distribution with V = γ⁻²·1 and d + m + 1 degrees of
    /// freedom.
    fn log_prior(&self, Wishart { gamma, m }: Wishart) -> T {
        let m = f64::from(m);
        let terms = self.components.iter().map(|component| {
            let rows = component.rows.iter().map(|row| T::sum_of_squares(row));
            let squares: Vec<T> = rows.collect();
            grad! {
                let square = T::sum_of_squares(&component.diagonal()) + T::sum_of(&squares);
                m * T::sum_of(&component.q) - 0.5 * gamma ** 2 * square
            }
        });
        let terms: Vec<T> = terms.collect();
        let d = self.components[0].mean.len();
        let freedom = count(d) + m + 1.0;
        let scale = freedom * count(d) * (gamma.ln() - 0.5 * LN_2);
        let normalizer = scale - log_multivariate_gamma(0.5 * freedom, d);
        grad! { T::sum_of(&terms) + normalizer * count(terms.len()) }
    }
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
    move || mixture.log_likelihood(&input.x) + mixture.log_prior(input.prior())
}

/// The gradients of several terms add up in the leaves, so that no graph need be larger than a few points'.
pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Gradient {
    // Graphs that stay in a processor's cache.
    const NUMBERS_AT_ONCE: usize = 1 << 12;
    let at_once = (NUMBERS_AT_ONCE / (input.k * input.d.pow(2))).max(4);
    let mixture = input.mixture().map(|&number| Value::new(number));
    move || {
        for points in input.x.chunks(at_once) {
            mixture.log_likelihood(points).backward();
        }
        mixture.log_prior(input.prior()).backward();

        let Mixture { alpha, components } = mixture.map(Value::take_grad);
        Gradient {
            alpha,
            l: components
                .iter()
                .map(|c| columns_of_rows(&c.rows))
                .collect(),
            mu: components.iter().map(|c| c.mean.clone()).collect(),
            q: components.into_iter().map(|c| c.q).collect(),
        }
    }
}
