//! The Jacobian of `ba`, compiled.

use super::{BLOCK, CAMERA, Input, POINT, Scene, WEIGHT};
use crate::sparse_jacobian::Excerpt;
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
    // Its memory is used again from run to run.
    let mut jacobian = scene.jacobian();
    move || {
        jacobian.clear();
        for (i, seen) in scene.observations.iter().enumerate() {
            let (camera, point) = (&scene.cameras[seen.camera], &scene.points[seen.point]);
            let columns = scene.columns(i);
            for seed in [[1.0, 0.0], [0.0, 1.0]] {
                let mut d_camera = [0.0; CAMERA];
                let mut d_point = [0.0; POINT];
                let mut row = [0.0; BLOCK];
                reprojection_error::vjp(
                    camera,
                    point,
                    scene.weights[i],
                    seen.feature,
                    &seed,
                    &mut d_camera,
                    &mut d_point,
                    &mut row[WEIGHT],
                );
                row[..CAMERA].copy_from_slice(&d_camera);
                row[CAMERA..WEIGHT].copy_from_slice(&d_point);
                jacobian.push_row(&columns, &row);
            }
        }
        for (i, &weight) in scene.weights.iter().enumerate() {
            let (_, slope) = weight_error::gradient(weight);
            jacobian.push_row(&[scene.columns(i)[WEIGHT]], &[slope]);
        }
        jacobian.excerpt()
    }
}
