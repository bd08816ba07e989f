//! The Jacobian of `ht`, compiled: forward mode, a direction at a time.

use super::{Input, PLACE, Rows};
use crate::hand_model::{POSE, moved_vertices};
use micrograd_core::differentiable;

/// From a place on a triangle to a measured point.
#[differentiable]
fn triangle_error(
    a: &[f64; 3],
    b: &[f64; 3],
    c: &[f64; 3],
    place: &[f64; PLACE],
    #[constant] point: &[f64; 3],
) -> [f64; 3] {
    let rest = 1.0 - place[0] - place[1];
    let mut error = [0.0; 3];
    for axis in 0..3 {
        error[axis] = point[axis] - (place[0] * a[axis] + place[1] * b[axis] + rest * c[axis]);
    }
    error
}
