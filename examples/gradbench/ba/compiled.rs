//! The Jacobian of `ba`, compiled.

use super::{BLOCK, CAMERA, Input, POINT, Scene};
use crate::sparse_jacobian::{Excerpt, SparseJacobian};
use micrograd_core::differentiable;

#[differentiable]
fn reprojection_error(
    camera: &[f64; CAMERA],
    point: &[f64; POINT],
    weight: f64,
    #[constant] feature: [f64; 2],
) -> [f64; 2] {
    let x = point[0] - camera[3];
    let y = point[1] - camera[4];
    let z = point[2] - camera[5];
    let squared = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
    let angle = squared.sqrt();
    let (mut a, mut b, mut c) = (camera[0], camera[1], camera[2]);
    let (mut sine, mut cosine) = (1.0, 1.0);
    if squared != 0.0 {
        a /= angle;
        b /= angle;
        c /= angle;
        sine = angle.sin();
        cosine = angle.cos();
    }
    let along = (a * x + b * y + c * z) * (1.0 - cosine);
    let rotated_x = x * cosine + (b * z - c * y) * sine + a * along;
    let rotated_y = y * cosine + (c * x - a * z) * sine + b * along;
    let rotated_z = z * cosine + (a * y - b * x) * sine + c * along;

    let u = rotated_x / rotated_z;
    let v = rotated_y / rotated_z;
    let r = u * u + v * v;
    let scale = (1.0 + camera[9] * r + camera[10] * r * r) * camera[6];
    [
        weight * (u * scale + camera[7] - feature[0]),
        weight * (v * scale + camera[8] - feature[1]),
    ]
}

/// 1 − w²
#[differentiable]
fn weight_error(weight: f64) -> f64 {
    1.0 - weight * weight
}

pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Excerpt {
    let scene = Scene::new(&input);
    move || {
        let points_at = CAMERA * scene.cameras.len();
        let weights_at = points_at + POINT * scene.points.len();
        let mut jacobian = SparseJacobian::with_capacity(3 * input.p, (2 * BLOCK + 1) * input.p);
        for (i, seen) in scene.observations.iter().enumerate() {
            let (camera, point) = (&scene.cameras[seen.camera], &scene.points[seen.point]);
            let camera_at = CAMERA * seen.camera;
            let point_at = points_at + POINT * seen.point;
            let columns = (camera_at..camera_at + CAMERA)
                .chain(point_at..point_at + POINT)
                .chain([weights_at + i]);
            for seed in [[1.0, 0.0], [0.0, 1.0]] {
                let mut d_camera = [0.0; CAMERA];
                let mut d_point = [0.0; POINT];
                let mut d_weight = 0.0;
                reprojection_error::vjp(
                    camera,
                    point,
                    scene.weights[i],
                    seen.feature,
                    &seed,
                    &mut d_camera,
                    &mut d_point,
                    &mut d_weight,
                );
                let row = d_camera.into_iter().chain(d_point).chain([d_weight]);
                jacobian.push_row(columns.clone(), row);
            }
        }
        for (i, &weight) in scene.weights.iter().enumerate() {
            let (_, slope) = weight_error::gradient(weight);
            jacobian.push_row([weights_at + i], [slope]);
        }
        jacobian.excerpt()
    }
}
