//! The step of Newton's method for `kmeans`, from compiled derivatives. Every coordinate of a centroid stands alone.

use super::Input;
use micrograd_core::differentiable;

/// What a coordinate of a point adds to the cost.
#[differentiable]
fn squared_distance(centroid: f64, #[constant] point: f64) -> f64 {
    let distance = centroid - point;
    distance * distance
}

/// So many centroids are looked at together, side by side.
const LANES: usize = 4;

/// All first coordinates of the first centroids, all second ones, …; then those of the next centroids. Where the last ones are too few,
/// the others are infinitely far away.
fn side_by_side(centroids: &[f64], d: usize) -> Vec<[f64; LANES]> {
    let blocks = centroids.chunks(LANES * d);
    let coordinates = blocks.flat_map(|block| {
        (0..d).map(move |axis| {
            std::array::from_fn(|lane| *block.get(lane * d + axis).unwrap_or(&f64::INFINITY))
        })
    });
    coordinates.collect()
}

/// Which centroid is nearest to a point.
fn nearest(side_by_side: &[[f64; LANES]], point: &[f64]) -> usize {
    let mut nearest = (f64::INFINITY, 0);
    for (block, coordinates) in side_by_side.chunks_exact(point.len()).enumerate() {
        let mut distances = [0.0; LANES];
        for (centroids, x) in coordinates.iter().zip(point) {
            for (distance, c) in distances.iter_mut().zip(centroids) {
                *distance += squared_distance(*c, *x);
            }
        }
        for (lane, distance) in distances.into_iter().enumerate() {
            if distance < nearest.0 {
                nearest = (distance, LANES * block + lane);
            }
        }
    }
    nearest.1
}

/// Which centroid is nearest does not change near by, so it is found before the derivatives.
pub(crate) fn dir(input: Input) -> impl FnMut() -> Vec<Vec<f64>> {
    let d = input.points[0].len();
    let k = input.centroids.len();
    let centroids = input.centroids.concat();
    move || {
        let side_by_side = side_by_side(&centroids, d);
        let mut gradient = vec![0.0; k * d];
        let mut diagonal = vec![0.0; k * d];
        for point in &input.points {
            let nearest = nearest(&side_by_side, point);
            let here = nearest * d..nearest * d + d;
            let sums = gradient[here.clone()]
                .iter_mut()
                .zip(&mut diagonal[here.clone()]);
            for ((g, h), (&c, &p)) in sums.zip(centroids[here].iter().zip(point)) {
                squared_distance::vjp(c, p, 1.0, g);
                *h += squared_distance::hvp(c, p, 1.0);
            }
        }
        let step: Vec<f64> = gradient.iter().zip(diagonal).map(|(g, h)| g / h).collect();
        step.chunks(d).map(<[f64]>::to_vec).collect()
    }
}
