//! `kmeans`: Σᵢ minⱼ |cⱼ − pᵢ|², and the step of Newton's method for it. Every coordinate of a centroid
//! stands alone, so the Hessian is diagonal, and one product with a vector of ones is all of it.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_not_empty, check_rows};
use micrograd_core::{Scalar, Value, gradient_and_hvp};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Input {
    points: Vec<Vec<f64>>,
    centroids: Vec<Vec<f64>>,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        check_not_empty("points", &self.points)?;
        check_not_empty("centroids", &self.centroids)?;
        let d = self.points[0].len();
        let because = "as many as points[0] has";
        check_rows("points", &self.points, d, because)?;
        check_rows("centroids", &self.centroids, d, because)
    }
}

fn total_cost<T: Scalar>(points: &[Vec<f64>], centroids: &[impl AsRef<[T]>]) -> T {
    let places: Vec<Vec<f64>> = centroids
        .iter()
        .map(|centroid| centroid.as_ref().iter().map(T::data).collect())
        .collect();
    let distances: Vec<T> = points
        .iter()
        .map(|point| T::squared_distance_to(centroids[nearest(&places, point)].as_ref(), point))
        .collect();
    T::sum_of(&distances)
}

/// Which of `places` is nearest to a point. The distances to the others have no part in the result.
fn nearest(places: &[Vec<f64>], point: &[f64]) -> usize {
    let mut nearest = (f64::INFINITY, 0);
    for (j, place) in places.iter().enumerate() {
        let distance = f64::squared_distance(place, point);
        if distance < nearest.0 {
            nearest = (distance, j);
        }
    }
    nearest.1
}

pub(crate) fn cost(input: Input) -> impl FnMut() -> f64 {
    move || total_cost(&input.points, &input.centroids)
}

fn add(sums: &mut [f64], terms: &[f64]) {
    sums.iter_mut()
        .zip(terms)
        .for_each(|(sum, term)| *sum += term);
}

pub(crate) fn dir(input: Input) -> impl FnMut() -> Vec<Vec<f64>> {
    let d = input.points[0].len();
    let centroids = input.centroids.concat();
    let ones = vec![1.0; centroids.len()];
    // The derivatives of a sum add up: a graph of some points stays in a processor's cache, and has more of them than it has
    // leaves.
    let at_once = (centroids.len() / 2).clamp(128, 512);
    move || {
        let mut gradient = vec![0.0; centroids.len()];
        let mut diagonal = gradient.clone();
        for points in input.points.chunks(at_once) {
            let cost = |centroids: &[Value]| {
                let centroids: Vec<&[Value]> = centroids.chunks(d).collect();
                total_cost(points, &centroids)
            };
            let (g, h) = gradient_and_hvp(cost, &centroids, &ones);
            add(&mut gradient, &g);
            add(&mut diagonal, &h);
        }
        let step: Vec<f64> = gradient.iter().zip(diagonal).map(|(g, h)| g / h).collect();
        step.chunks(d).map(<[f64]>::to_vec).collect()
    }
}
