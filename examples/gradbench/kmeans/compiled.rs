//! The step of Newton's method for `kmeans`, from compiled derivatives.

use super::Input;
use micrograd_core::differentiable;

/// Σᵢ |cⱼ − pᵢ|² with j the i-th of `nearest`.
#[differentiable]
fn total_cost(
    centroids: &[f64],
    #[constant] points: &[f64],
    nearest: &[usize],
    d: usize,
) -> f64 {
    let mut total = 0.0;
    for i in 0..nearest.len() {
        let centroid = &centroids[nearest[i] * d..nearest[i] * d + d];
        let point = &points[i * d..i * d + d];
        for (c, p) in centroid.iter().zip(point) {
            let distance = c - p;
            total += distance * distance;
        }
    }
    total
}

/// Which centroid is nearest to a point.
fn nearest(centroids: &[f64], point: &[f64]) -> usize {
    let mut nearest = (f64::INFINITY, 0);
    for (j, centroid) in centroids.chunks_exact(point.len()).enumerate() {
        let mut distance = 0.0;
        for (c, p) in centroid.iter().zip(point) {
            distance += (c - p) * (c - p);
        }
        if distance < nearest.0 {
            nearest = (distance, j);
        }
    }
    nearest.1
}

/// Which centroid is nearest does not change near by, so it is found before the derivatives.
pub(crate) fn dir(input: Input) -> impl FnMut() -> Vec<Vec<f64>> {
    let d = input.points[0].len();
    let points = input.points.concat();
    let centroids = input.centroids.concat();
    let ones = vec![1.0; centroids.len()];
    move || {
        let nearest: Vec<usize> = points
            .chunks_exact(d)
            .map(|point| nearest(&centroids, point))
            .collect();
        let (_, gradient) = total_cost::gradient(&centroids, &points, &nearest, d);
        let diagonal = total_cost::hvp(&centroids, &points, &nearest, d, &ones);
        let step: Vec<f64> = gradient.iter().zip(diagonal).map(|(g, h)| g / h).collect();
        step.chunks(d).map(<[f64]>::to_vec).collect()
    }
}
