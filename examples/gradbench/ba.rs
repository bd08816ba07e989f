//! `ba`: bundle adjustment. Where cameras see points, and how far that is from where they were seen;
//! every error depends on one camera, one point and one weight, so the Jacobian is sparse.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::input_checks::{check_len, unfit};
use crate::sparse_jacobian::{Excerpt, SparseJacobian};
use micrograd_core::{Dual, Scalar};
use serde::{Deserialize, Serialize};

const CAMERA: usize = 11;
const POINT: usize = 3;
/// What one observation depends on: a camera, a point, a weight.
const BLOCK: usize = WEIGHT + 1;
/// Where the weight stands among them.
const WEIGHT: usize = CAMERA + POINT;

/// One camera, one point, one weight and one observation, to be repeated.
#[derive(Deserialize)]
pub(crate) struct Input {
    n: usize,
    m: usize,
    p: usize,
    cam: Vec<f64>,
    x: Vec<f64>,
    w: f64,
    feat: Vec<f64>,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        for (field, count) in [("n", self.n), ("m", self.m), ("p", self.p)] {
            if count == 0 {
                return Err(unfit(field, "is 0, and must be 1 or more"));
            }
        }
        check_len("cam", &self.cam, CAMERA, "always")?;
        check_len("x", &self.x, POINT, "always")?;
        check_len("feat", &self.feat, 2, "always")
    }
}

/// All cameras, points and observations.
struct Scene {
    cameras: Vec<[f64; CAMERA]>,
    points: Vec<[f64; POINT]>,
    weights: Vec<f64>,
    observations: Vec<Observation>,
}

struct Observation {
    camera: usize,
    point: usize,
    /// Where the point was seen.
    feature: [f64; 2],
}

impl Scene {
    fn new(input: &Input) -> Self {
        let observation = |i| Observation {
            camera: i % input.n,
            point: i % input.m,
            feature: array(&input.feat),
        };
        Scene {
            cameras: vec![array(&input.cam); input.n],
            points: vec![array(&input.x); input.m],
            weights: vec![input.w; input.p],
            observations: (0..input.p).map(observation).collect(),
        }
    }

    /// A Jacobian without rows, with room for two rows and one of each observation.
    fn jacobian(&self) -> SparseJacobian {
        let count = self.observations.len();
        SparseJacobian::with_capacity(3 * count, (2 * BLOCK + 1) * count)
    }

    /// The columns of what an observation depends on; the last one is its weight's.
    fn columns(&self, i: usize) -> [usize; BLOCK] {
        let seen = &self.observations[i];
        let points_at = CAMERA * self.cameras.len();
        let weights_at = points_at + POINT * self.points.len();
        std::array::from_fn(|j| match j {
            0..CAMERA => CAMERA * seen.camera + j,
            CAMERA..WEIGHT => points_at + POINT * seen.point + j - CAMERA,
            _ => weights_at + i,
        })
    }
}

/// Checked: the list has that length.
fn array<const N: usize>(list: &[f64]) -> [f64; N] {
    std::array::from_fn(|i| list[i])
}

/// The weighted distance between where a camera sees a point and where it was seen.
fn reprojection_error<T: Scalar>(
    camera: &[T; CAMERA],
    point: &[T; POINT],
    weight: &T,
    feature: [f64; 2],
) -> [T; 2] {
    let [r1, r2, r3, c1, c2, c3, focal_length, u, v, k1, k2] = camera;
    let [x, y, z] = point;

    let [x, y, z] = rotated([r1, r2, r3], [x - c1, y - c2, z - c3]);
    let (x, y) = (x / &z, y / &z);
    let r = x.powi(2) + y.powi(2);
    let distortion = k1 * &r + k2 * r.powi(2) + 1.0;
    let scale = distortion * focal_length;
    [
        weight * (x * &scale + u - feature[0]),
        weight * (y * &scale + v - feature[1]),
    ]
}

/// A point rotated about an axis by an angle, both given by one vector (Rodrigues' formula).
fn rotated<T: Scalar>(axis: [&T; 3], point: [T; 3]) -> [T; 3] {
    let [a, b, c] = axis;
    let squared = a.powi(2) + b.powi(2) + c.powi(2);
    if squared == 0.0 {
        let [p, q, r] = cross(axis, &point);
        let [x, y, z] = point;
        return [x + p, y + q, z + r];
    }
    let angle = squared.sqrt();
    let axis = axis.map(|a| a / &angle);
    let [a, b, c] = &axis;
    let across = cross([a, b, c], &point);
    let [x, y, z] = &point;
    let (sine, cosine) = (angle.sin(), angle.cos());
    let along = (a * x + b * y + c * z) * (1.0 - &cosine);
    std::array::from_fn(|i| &point[i] * &cosine + &across[i] * &sine + &axis[i] * &along)
}

/// a × b
fn cross<T: Scalar>([a, b, c]: [&T; 3], [x, y, z]: &[T; 3]) -> [T; 3] {
    [b * z - c * y, c * x - a * z, a * y - b * x]
}

/// 1 − w²
fn weight_error<T: Scalar>(weight: &T) -> T {
    1.0 - weight * weight
}

/// One of many equal entries.
#[derive(Serialize)]
pub(crate) struct Errors {
    reproj_error: Elements,
    w_err: Element,
}

#[derive(Serialize)]
struct Elements {
    elements: [f64; 2],
    repeated: usize,
}

#[derive(Serialize)]
struct Element {
    element: f64,
    repeated: usize,
}

pub(crate) fn objective(input: Input) -> impl FnMut() -> Errors {
    let scene = Scene::new(&input);
    move || {
        let observed = scene.observations.iter().zip(&scene.weights);
        let reprojection: Vec<[f64; 2]> = observed
            .map(|(seen, weight)| {
                let (camera, point) = (&scene.cameras[seen.camera], &scene.points[seen.point]);
                reprojection_error(camera, point, weight, seen.feature)
            })
            .collect();
        let weights: Vec<f64> = scene.weights.iter().map(weight_error).collect();
        Errors {
            reproj_error: Elements {
                elements: reprojection[0],
                repeated: reprojection.len(),
            },
            w_err: Element {
                element: weights[0],
                repeated: weights.len(),
            },
        }
    }
}

pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Excerpt {
    let scene = Scene::new(&input);
    // Its memory is used again from run to run.
    let mut jacobian = scene.jacobian();
    move || {
        jacobian.clear();
        for i in 0..scene.observations.len() {
            let columns = scene.columns(i);
            for row in reprojection_block(&scene, i) {
                jacobian.push_row(&columns, &row);
            }
        }
        for (i, &weight) in scene.weights.iter().enumerate() {
            let error = weight_error(&Dual::<1>::variable(weight, 0));
            jacobian.push_row(&[scene.columns(i)[WEIGHT]], &error.tangents());
        }
        jacobian.excerpt()
    }
}

/// Both rows of an observation: few inputs and outputs, so forward mode, all directions at once. The formulas
/// are in plain operators, which cost dual numbers of so many directions half of what statements do.
fn reprojection_block(scene: &Scene, i: usize) -> [[f64; BLOCK]; 2] {
    let seen = &scene.observations[i];
    let camera = &scene.cameras[seen.camera];
    let point = &scene.points[seen.point];
    let camera = std::array::from_fn(|j| Dual::variable(camera[j], j));
    let point = std::array::from_fn(|j| Dual::variable(point[j], CAMERA + j));
    let weight = Dual::variable(scene.weights[i], WEIGHT);
    let error = reprojection_error(&camera, &point, &weight, seen.feature);
    error.map(|error| error.tangents())
}
