//! The Jacobian of `ht`, compiled: few inputs and many outputs, so forward mode.

use super::{Input, PLACE, Rows};
use crate::hand_model::POSE;
use crate::hand_model::compiled::moved_vertices;
use micrograd_core::differentiable;

/// A coordinate of the way from a place on a triangle to a measured point.
#[differentiable]
fn triangle_error(a: f64, b: f64, c: f64, u: f64, v: f64, #[constant] point: f64) -> f64 {
    point - (u * a + v * b + (1.0 - u - v) * c)
}

/// The vertices that errors depend on, and where each of all vertices is among them.
fn used_vertices(input: &Input) -> (Vec<usize>, Vec<usize>) {
    let model = &input.data.model;
    let mut used = Vec::new();
    let mut places = vec![usize::MAX; model.vertices()];
    let mut take = |vertex: usize| {
        if places[vertex] == usize::MAX {
            places[vertex] = used.len();
            used.push(vertex);
        }
    };
    for &correspondence in &input.data.correspondences {
        if input.us.is_empty() {
            take(correspondence);
        } else {
            model.triangles[correspondence]
                .into_iter()
                .for_each(&mut take);
        }
    }
    (used, places)
}

/// The hand by forward mode, a direction at a time; then each error by reverse mode, and the chain rule.
pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Rows {
    move || {
        let Input { theta, data, us } = &input;
        let (vertices, places) = used_vertices(&input);
        let mut positions = Vec::new();
        // Of each coordinate in all directions.
        let mut slopes = vec![[0.0; POSE]; 3 * vertices.len()];
        for direction in 0..POSE {
            let mut along = [0.0; POSE];
            along[direction] = 1.0;
            let tangents;
            (positions, tangents) = moved_vertices::jvp(theta, &data.model, &vertices, &along);
            for (slopes, tangent) in slopes.iter_mut().zip(tangents) {
                slopes[direction] = tangent;
            }
        }
        let columns = if us.is_empty() { POSE } else { PLACE + POSE };
        let mut numbers = Vec::with_capacity(3 * columns * data.points.len());
        for (i, (&correspondence, point)) in
            data.correspondences.iter().zip(&data.points).enumerate()
        {
            for axis in 0..3 {
                let Some([u, v]) = us.get(i) else {
                    let slopes = &slopes[3 * places[correspondence] + axis];
                    numbers.extend(slopes.iter().map(|slope| -slope));
                    continue;
                };
                let triangle = data.model.triangles[correspondence];
                let [a, b, c] = triangle.map(|vertex| 3 * places[vertex] + axis);
                let (_, (da, db, dc, du, dv)) = triangle_error::gradient(
                    positions[a],
                    positions[b],
                    positions[c],
                    *u,
                    *v,
                    point[axis],
                );
                numbers.extend([du, dv]);
                let slopes = slopes[a].iter().zip(&slopes[b]).zip(&slopes[c]);
                numbers.extend(slopes.map(|((a, b), c)| da * a + db * b + dc * c));
            }
        }
        Rows { columns, numbers }
    }
}
