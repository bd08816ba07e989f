//! The step of Newton's method for `kmeans`, from compiled derivatives. Every coordinate of a centroid stands alone.

use super::Input;
use micrograd_core::differentiable;

/// What a coordinate of a point adds to the cost.
#[differentiable]
fn squared_distance(centroid: f64, #[constant] point: f64) -> f64 {
    let distance = centroid - point;
    distance * distance
}

/// Which centroid is nearest to a point; `columns` has the first coordinates of all centroids, then the second ones.
fn nearest(columns: &[f64], point: &[f64], distances: &mut [f64]) -> usize {
    distances.fill(0.0);
    for (column, x) in columns.chunks_exact(distances.len()).zip(point) {
        for (distance, c) in distances.iter_mut().zip(column) {
            *distance += squared_distance(*c, *x);
        }
    }
    let mut nearest = 0;
    for (j, distance) in distances.iter().enumerate() {
        if *distance < distances[nearest] {
            nearest = j;
        }
    }
    nearest
}

/// Which centroid is nearest does not change near by, so it is found before the derivatives.
pub(crate) fn dir(input: Input) -> impl FnMut() -> Vec<Vec<f64>> {
    let d = input.points[0].len();
    let k = input.centroids.len();
    let centroids = input.centroids.concat();
    move || {
        let columns = (0..d).flat_map(|axis| input.centroids.iter().map(move |c| c[axis]));
        let columns: Vec<f64> = columns.collect();
        let mut distances = vec![0.0; k];
        let mut gradient = vec![0.0; k * d];
        let mut diagonal = vec![0.0; k * d];
        for point in &input.points {
            let nearest = nearest(&columns, point, &mut distances);
            let here = nearest * d..nearest * d + d;
            let sums = gradient[here.clone()]
                .iter_mut()
                .zip(&mut diagonal[here.clone()]);
            for ((g, h), (&c, &p)) in sums.zip(centroids[here].iter().zip(point)) {
                *g += squared_distance::gradient(c, p).1;
                *h += squared_distance::hvp(c, p, 1.0);
            }
        }
        let step: Vec<f64> = gradient.iter().zip(diagonal).map(|(g, h)| g / h).collect();
        step.chunks(d).map(<[f64]>::to_vec).collect()
    }
}
