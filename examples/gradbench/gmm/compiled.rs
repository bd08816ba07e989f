//! The gradient of `gmm`, compiled.

use super::{Gradient, Input};
use micrograd_core::differentiable;

/// Σᵢ ln Σₖ exp(αₖ + ln det Qₖ − ½|Qₖxᵢ − Qₖμₖ|²): Qₖμₖ is the same for all points, and then a point's own part is linear in Qₖ.
#[differentiable(reorder)]
fn log_likelihood(
    alpha: &[f64],
    mu: &[f64],
    q: &[f64],
    l: &[f64],
    #[constant] points: &[f64],
    d: usize,
) -> f64 {
    let k = alpha.len();
    let below = d * (d - 1) / 2;
    let mut log_weights = vec![0.0; k];
    let mut diagonals = vec![0.0; k * d];
    let mut centers = vec![0.0; k * d];
    for c in 0..k {
        let mut log_weight = alpha[c];
        for i in c * d..c * d + d {
            log_weight += q[i];
            diagonals[i] = q[i].exp();
            centers[i] = diagonals[i] * mu[i];
        }
        log_weights[c] = log_weight;
        for j in 0..d {
            let begin = c * below + j * (2 * d - j - 1) / 2;
            let column = &l[begin..begin + d - j - 1];
            for i in 0..column.len() {
                centers[c * d + j + 1 + i] += column[i] * mu[c * d + j];
            }
        }
    }
    let mut total = 0.0;
    let mut whitened = vec![0.0; d];
    let mut terms = vec![0.0; k];
    for point in points.chunks_exact(d) {
        for c in 0..k {
            for i in 0..d {
                whitened[i] = diagonals[c * d + i] * point[i] - centers[c * d + i];
            }
            for j in 0..d {
                let begin = c * below + j * (2 * d - j - 1) / 2;
                let column = &l[begin..begin + d - j - 1];
                for i in 0..column.len() {
                    whitened[j + 1 + i] += column[i] * point[j];
                }
            }
            let mut square = 0.0;
            for i in 0..d {
                square += whitened[i] * whitened[i];
            }
            terms[c] = log_weights[c] - 0.5 * square;
        }
        let mut largest = terms[0];
        for c in 1..k {
            if terms[c] > largest {
                largest = terms[c];
            }
        }
        let mut sum = 0.0;
        for c in 0..k {
            sum += (terms[c] - largest).exp();
        }
        total += sum.ln() + largest;
    }
    total
}

#[differentiable]
fn log_sum_exp(x: &[f64], #[constant] largest: f64) -> f64 {
    let mut sum = 0.0;
    for x in x {
        sum += (x - largest).exp();
    }
    sum.ln() + largest
}

/// The logarithm of the Wishart density, but for a constant.
#[differentiable]
fn log_prior(q: &[f64], l: &[f64], #[constant] gamma: f64, #[constant] m: f64) -> f64 {
    let mut square = 0.0;
    let mut log_determinant = 0.0;
    for q in q {
        square += (2.0 * q).exp();
        log_determinant += q;
    }
    for l in l {
        square += l * l;
    }
    m * log_determinant - 0.5 * gamma * gamma * square
}

/// The gradients of several terms add up.
pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Gradient {
    /// What the way back keeps of so many numbers stays in a processor's cache.
    const NUMBERS_AT_ONCE: usize = 1 << 13;
    let at_once = (NUMBERS_AT_ONCE / (input.k * input.d)).max(4);
    let [mu, q, l, x] = [&input.mu, &input.q, &input.l, &input.x].map(|rows| rows.concat());
    move || {
        let (d, alpha) = (input.d, &input.alpha);
        let mut d_mu = vec![0.0; mu.len()];
        let (_, (mut d_q, mut d_l)) = log_prior::gradient(&q, &l, input.gamma, f64::from(input.m));
        let mut d_alpha = vec![0.0; alpha.len()];
        let largest = alpha.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        log_sum_exp::vjp(alpha, largest, -super::count(input.n), &mut d_alpha);
        for points in x.chunks(at_once * d) {
            log_likelihood::vjp(
                alpha, &mu, &q, &l, points, d, 1.0, &mut d_alpha, &mut d_mu, &mut d_q, &mut d_l,
            );
        }
        let rows = |numbers: Vec<f64>| {
            let length = numbers.len() / input.k;
            (0..input.k).map(|k| numbers[k * length..(k + 1) * length].to_vec()).collect()
        };
        Gradient {
            alpha: d_alpha,
            mu: rows(d_mu),
            q: rows(d_q),
            l: rows(d_l),
        }
    }
}
