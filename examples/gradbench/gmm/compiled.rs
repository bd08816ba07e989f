//! The gradient of `gmm`, compiled.

use super::{Gradient, Input, count};
use micrograd_core::differentiable;

/// The logarithms of the components' weights, α + ln det Q, and Qμ; the diagonal of Q; its rows left of the diagonal, one after the
/// other.
#[differentiable(reorder)]
fn densities(
    alpha: &[f64],
    mu: &[f64],
    q: &[f64],
    l: &[f64],
) -> (Vec<f64>, Vec<f64>, Vec<f64>, Vec<f64>) {
    let k = alpha.len();
    let d = mu.len() / k;
    let below = d * (d - 1) / 2;
    let mut log_weights = vec![0.0; k];
    let mut centers = vec![0.0; k * d];
    let mut diagonals = vec![0.0; k * d];
    let mut triangles = vec![0.0; k * below];
    for c in 0..k {
        let mut log_weight = alpha[c];
        for i in 0..d {
            log_weight += q[c * d + i];
            let diagonal = q[c * d + i].exp();
            let mut center = diagonal * mu[c * d + i];
            for j in 0..i {
                // In `l` the columns come one after the other.
                let weight = l[c * below + j * (2 * d - j - 1) / 2 + i - j - 1];
                triangles[c * below + (i * i - i) / 2 + j] = weight;
                center += weight * mu[c * d + j];
            }
            diagonals[c * d + i] = diagonal;
            centers[c * d + i] = center;
        }
        log_weights[c] = log_weight;
    }
    (log_weights, centers, diagonals, triangles)
}

/// Σᵢ ln Σₖ exp(αₖ + ln det Qₖ − ½|Qₖxᵢ − Qₖμₖ|²). As Qₖμₖ is the same for all points, a point's own part is linear in Qₖ.
#[differentiable(reorder)]
fn log_likelihood(
    log_weights: &[f64],
    centers: &[f64],
    diagonals: &[f64],
    triangles: &[f64],
    #[constant] points: &[f64],
    d: usize,
) -> f64 {
    let k = log_weights.len();
    let below = d * (d - 1) / 2;
    let mut total = 0.0;
    let mut terms = vec![0.0; k];
    for point in points.chunks_exact(d) {
        let mut largest = 0;
        for c in 0..k {
            let mut square = 0.0;
            for i in 0..d {
                let begin = c * below + (i * i - i) / 2;
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
        for term in &terms {
            sum += (term - shift).exp();
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
fn log_prior(q: &[f64], l: &[f64], #[constant] gamma: f64, #[constant] m: f64) -> f64 {
    let mut square = 0.0;
    let mut log_determinant = 0.0;
    for q in q {
        square += (2.0 * q).exp();
        log_determinant += q;
    }
    for weight in l {
        square += weight * weight;
    }
    m * log_determinant - 0.5 * gamma * gamma * square
}

/// The gradients of several terms add up.
pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Gradient {
    /// What the way back keeps of so many numbers stays in a processor's cache.
    const NUMBERS_AT_ONCE: usize = 1 << 12;
    let d = input.d;
    let at_once = (NUMBERS_AT_ONCE / (input.k * d)).max(4);
    let [mu, q, l, x] = [&input.mu, &input.q, &input.l, &input.x].map(|rows| rows.concat());
    move || {
        let alpha = &input.alpha;
        let (_, (mut d_q, mut d_l)) = log_prior::gradient(&q, &l, input.gamma, f64::from(input.m));
        let mut d_alpha = vec![0.0; alpha.len()];
        let shift = alpha.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        log_sum_exp::vjp(alpha, shift, -count(input.n), &mut d_alpha);

        let (log_weights, centers, diagonals, triangles) = densities(alpha, &mu, &q, &l);
        let [
            mut d_log_weights,
            mut d_centers,
            mut d_diagonals,
            mut d_triangles,
        ] = [&log_weights, &centers, &diagonals, &triangles].map(|x| vec![0.0; x.len()]);
        for points in x.chunks(at_once * d) {
            log_likelihood::vjp(
                &log_weights,
                &centers,
                &diagonals,
                &triangles,
                points,
                d,
                1.0,
                &mut d_log_weights,
                &mut d_centers,
                &mut d_diagonals,
                &mut d_triangles,
            );
        }
        let mut d_mu = vec![0.0; mu.len()];
        densities::vjp(
            alpha,
            &mu,
            &q,
            &l,
            (d_log_weights, d_centers, d_diagonals, d_triangles),
            &mut d_alpha,
            &mut d_mu,
            &mut d_q,
            &mut d_l,
        );
        let rows = |numbers: &[f64]| {
            let length = numbers.len() / input.k;
            (0..input.k)
                .map(|k| numbers[k * length..(k + 1) * length].to_vec())
                .collect()
        };
        Gradient {
            alpha: d_alpha,
            mu: rows(&d_mu),
            q: rows(&d_q),
            l: rows(&d_l),
        }
    }
}
