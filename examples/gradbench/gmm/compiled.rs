//! The gradient of `gmm`, compiled.

use super::{Gradient, Input, columns_of_rows, count, rows_of_columns};
use micrograd_core::differentiable;

/// Σᵢ ln Σₖ exp(αₖ + ln det Qₖ − ½|Qₖxᵢ − Qₖμₖ|²): Qₖμₖ is the same for all points, and a point's own part is linear in Qₖ.
/// The rows of Q left of the diagonal lie one after the other.
#[differentiable(reorder)]
fn log_likelihood(
    alpha: &[f64],
    mu: &[f64],
    q: &[f64],
    triangles: &[f64],
    #[constant] points: &[f64],
    d: usize,
) -> f64 {
    let k = alpha.len();
    let below = d * (d - 1) / 2;
    let mut log_weights = vec![0.0; k];
    let mut diagonals = vec![0.0; k * d];
    let mut centers = vec![0.0; k * d];
    for c in 0..k {
        let mu = &mu[c * d..c * d + d];
        let mut log_weight = alpha[c];
        for i in 0..d {
            log_weight += q[c * d + i];
            let diagonal = q[c * d + i].exp();
            let begin = c * below + i * i.saturating_sub(1) / 2;
            let mut center = diagonal * mu[i];
            for (weight, mu) in triangles[begin..begin + i].iter().zip(mu) {
                center += weight * mu;
            }
            diagonals[c * d + i] = diagonal;
            centers[c * d + i] = center;
        }
        log_weights[c] = log_weight;
    }
    let mut total = 0.0;
    let mut terms = vec![0.0; k];
    for point in points.chunks_exact(d) {
        let mut largest = 0;
        for c in 0..k {
            let mut square = 0.0;
            for i in 0..d {
                let begin = c * below + i * i.saturating_sub(1) / 2;
                let mut whitened = diagonals[c * d + i] * point[i] - centers[c * d + i];
                for (weight, x) in triangles[begin..begin + i].iter().zip(point) {
                    whitened += weight * x;
                }
                square += whitened * whitened;
            }
            terms[c] = log_weights[c] - 0.5 * square;
            if terms[c] > terms[largest] {
                largest = c;
            }
        }
        let shift = terms[largest];
        let mut sum = 0.0;
        for c in 0..k {
            sum += (terms[c] - shift).exp();
        }
        total += sum.ln() + shift;
    }
    total
}

/// The result does not depend on `shift`.
#[differentiable]
fn log_sum_exp(x: &[f64], #[constant] shift: f64) -> f64 {
    let mut sum = 0.0;
    for x in x {
        sum += (x - shift).exp();
    }
    sum.ln() + shift
}

/// The logarithm of the Wishart density, but for a constant.
#[differentiable]
fn log_prior(q: &[f64], triangles: &[f64], #[constant] gamma: f64, #[constant] m: f64) -> f64 {
    let mut square = 0.0;
    let mut log_determinant = 0.0;
    for q in q {
        square += (2.0 * q).exp();
        log_determinant += q;
    }
    for weight in triangles {
        square += weight * weight;
    }
    m * log_determinant - 0.5 * gamma * gamma * square
}

/// The gradients of several terms add up.
pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Gradient {
    /// What the way back keeps of so many numbers stays in a processor's cache.
    const NUMBERS_AT_ONCE: usize = 1 << 13;
    let d = input.d;
    let at_once = (NUMBERS_AT_ONCE / (input.k * d)).max(4);
    let [mu, q, x] = [&input.mu, &input.q, &input.x].map(|rows| rows.concat());
    let triangles = input.l.iter().flat_map(|l| rows_of_columns(l, d).concat());
    let rows: Vec<f64> = triangles.collect();
    move || {
        let alpha = &input.alpha;
        let (_, (mut d_q, mut d_rows)) =
            log_prior::gradient(&q, &rows, input.gamma, f64::from(input.m));
        let mut d_alpha = vec![0.0; alpha.len()];
        let shift = alpha.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        log_sum_exp::vjp(alpha, shift, -count(input.n), &mut d_alpha);
        let mut d_mu = vec![0.0; mu.len()];
        for points in x.chunks(at_once * d) {
            log_likelihood::vjp(
                alpha,
                &mu,
                &q,
                &rows,
                points,
                d,
                1.0,
                &mut d_alpha,
                &mut d_mu,
                &mut d_q,
                &mut d_rows,
            );
        }
        let below = d * (d - 1) / 2;
        let triangles = (0..input.k).map(|c| {
            let triangle = &d_rows[c * below..c * below + below];
            let rows = (0..d).map(|i| triangle[i * i.saturating_sub(1) / 2..][..i].to_vec());
            columns_of_rows(&rows.collect::<Vec<_>>())
        });
        Gradient {
            l: triangles.collect(),
            alpha: d_alpha,
            mu: d_mu.chunks(d).map(<[f64]>::to_vec).collect(),
            q: d_q.chunks(d).map(<[f64]>::to_vec).collect(),
        }
    }
}
