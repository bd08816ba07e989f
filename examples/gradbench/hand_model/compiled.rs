//! The hand in a pose, to be differentiated when it is compiled.

use super::{BONES, HandModel};
use micrograd_core::differentiable;

/// Where vertices are in a pose, three numbers for each.
#[differentiable]
pub(crate) fn moved_vertices(pose: &[f64], model: &HandModel, vertices: &[usize]) -> Vec<f64> {
    let transforms = bone_transforms(pose, model);
    let rotation = rotation(pose);
    let bones = model.parents.len();
    let mut positions = vec![0.0; 3 * vertices.len()];
    for n in 0..vertices.len() {
        let base = &model.base_positions[vertices[n]];
        let weights = &model.weights[vertices[n]];
        let mut skin = [0.0; 3];
        for bone in 0..bones {
            // Few bones move a vertex.
            if weights[bone] != 0.0 {
                for i in 0..3 {
                    let mut moved = 0.0;
                    for j in 0..4 {
                        moved += transforms[16 * bone + 4 * i + j] * base[j];
                    }
                    skin[i] += weights[bone] * moved;
                }
            }
        }
        if model.is_mirrored {
            skin[0] = -skin[0];
        }
        for i in 0..3 {
            let mut position = pose[3 + i];
            for j in 0..3 {
                position += rotation[3 * i + j] * skin[j];
            }
            positions[3 * n + i] = position;
        }
    }
    positions
}

/// What takes a bone from the base to the pose, 16 numbers for each.
#[differentiable]
fn bone_transforms(pose: &[f64], model: &HandModel) -> Vec<f64> {
    let bones = model.parents.len();
    let mut absolutes = vec![0.0; 16 * bones];
    let mut transforms = vec![0.0; 16 * bones];
    for bone in 0..bones {
        let base = &model.base_relatives[bone];
        let mut relative = [0.0; 16];
        let (mut bend, mut spread) = (0.0, 0.0);
        if bone > 0 && bone < BONES {
            let (finger, joint) = ((bone - 1) / 4, (bone - 1) % 4);
            if joint == 1 {
                bend = pose[6 + 4 * finger];
                spread = pose[6 + 4 * finger + 1];
            } else if joint > 1 {
                bend = pose[6 + 4 * finger + joint];
            }
        }
        // First about the x axis, then about the z axis: base·Rz·Rx, row by row.
        let (sine, cosine) = (bend.sin(), bend.cos());
        let (spread_sine, spread_cosine) = (spread.sin(), spread.cos());
        for i in 0..4 {
            let x = spread_cosine * base[i][0] + spread_sine * base[i][1];
            let y = spread_cosine * base[i][1] - spread_sine * base[i][0];
            let z = base[i][2];
            relative[4 * i] = x;
            relative[4 * i + 1] = y * cosine + sine * z;
            relative[4 * i + 2] = cosine * z - y * sine;
            relative[4 * i + 3] += base[i][3];
        }
        if model.parents[bone] < 0 {
            for i in 0..16 {
                absolutes[16 * bone + i] = relative[i];
            }
        } else {
            let parent = 16 * model.parent(bone);
            for i in 0..4 {
                for j in 0..4 {
                    let mut sum = 0.0;
                    for k in 0..4 {
                        sum += absolutes[parent + 4 * i + k] * relative[4 * k + j];
                    }
                    absolutes[16 * bone + 4 * i + j] = sum;
                }
            }
        }
        let inverse = &model.inverse_base_absolutes[bone];
        for i in 0..4 {
            for j in 0..4 {
                let mut sum = 0.0;
                for k in 0..4 {
                    sum += absolutes[16 * bone + 4 * i + k] * inverse[k][j];
                }
                transforms[16 * bone + 4 * i + j] = sum;
            }
        }
    }
    transforms
}

/// The rotation about an axis by an angle, both given by the first three numbers; nearly none is none.
#[differentiable]
fn rotation(pose: &[f64]) -> [f64; 9] {
    let (mut x, mut y, mut z) = (0.0, 0.0, 0.0);
    let (mut sine, mut cosine) = (0.0, 1.0);
    let squared = pose[0] * pose[0] + pose[1] * pose[1] + pose[2] * pose[2];
    // Of the angle 0.0001.
    if squared >= 1e-8 {
        let angle = squared.sqrt();
        x = pose[0] / angle;
        y = pose[1] / angle;
        z = pose[2] / angle;
        sine = angle.sin();
        cosine = angle.cos();
    }
    let rest = 1.0 - cosine;
    [
        x * x * rest + cosine,
        x * y * rest - z * sine,
        x * z * rest + y * sine,
        x * y * rest + z * sine,
        y * y * rest + cosine,
        y * z * rest - x * sine,
        x * z * rest - y * sine,
        y * z * rest + x * sine,
        z * z * rest + cosine,
    ]
}
