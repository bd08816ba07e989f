//! A hand of bones and a skin, and how 26 numbers pose it.

pub(crate) mod compiled;

use crate::evaluation::EvaluationError;
use crate::input_checks::{check_len, check_matrix, unfit};
use micrograd_core::{Scalar, grad};
use serde::Deserialize;
use std::array::from_fn;

/// Global rotation and translation, then four angles for each of five fingers.
pub(crate) const POSE: usize = 26;

const FINGERS: usize = 5;
/// The wrist, then four bones for each finger; others may follow.
const BONES: usize = 1 + 4 * FINGERS;

pub(crate) type Vector<T> = [T; 3];
type Matrix<T> = [[T; 4]; 4];

#[derive(Deserialize)]
pub(crate) struct HandModel {
    /// −1 for none.
    parents: Vec<i64>,
    base_relatives: Vec<Matrix<f64>>,
    inverse_base_absolutes: Vec<Matrix<f64>>,
    base_positions: Vec<[f64; 4]>,
    /// How much each bone moves each vertex.
    weights: Vec<Vec<f64>>,
    pub(crate) triangles: Vec<[usize; 3]>,
    is_mirrored: bool,
}

impl HandModel {
    pub(crate) fn check(&self) -> Result<(), EvaluationError> {
        let field = |name: &str| format!("data.model.{name}");
        let bones = self.parents.len();
        if bones < BONES {
            return Err(unfit(
                field("parents"),
                format!("has length {bones}, expected {BONES} or more"),
            ));
        }
        for (i, &parent) in self.parents.iter().enumerate() {
            if parent != -1 && !usize::try_from(parent).is_ok_and(|parent| parent < i) {
                let field = field(&format!("parents[{i}]"));
                return Err(unfit(
                    field,
                    format!("is {parent}, expected −1 or an earlier bone"),
                ));
            }
        }
        let because = "as many as parents has";
        check_len(
            field("base_relatives"),
            &self.base_relatives,
            bones,
            because,
        )?;
        check_len(
            field("inverse_base_absolutes"),
            &self.inverse_base_absolutes,
            bones,
            because,
        )?;
        let vertices = (self.vertices(), "as many as base_positions has");
        check_matrix(&field("weights"), &self.weights, vertices, (bones, because))?;
        for (i, corner) in self
            .triangles
            .iter()
            .enumerate()
            .flat_map(|(i, triangle)| triangle.map(|corner| (i, corner)))
        {
            if corner >= vertices.0 {
                let field = field(&format!("triangles[{i}]"));
                return Err(unfit(
                    field,
                    format!("names vertex {corner} of {}", vertices.0),
                ));
            }
        }
        Ok(())
    }

    pub(crate) fn vertices(&self) -> usize {
        self.base_positions.len()
    }

    /// Of a bone that has one.
    fn parent(&self, bone: usize) -> usize {
        usize::try_from(self.parents[bone]).expect("checked: a bone")
    }

    /// The hand in a pose.
    pub(crate) fn posed<'a, T: Scalar>(&'a self, pose: &[T]) -> PosedHand<'a, T> {
        let mut absolutes: Vec<Matrix<T>> = Vec::with_capacity(self.parents.len());
        for (bone, base) in self.base_relatives.iter().enumerate() {
            let relative = match finger_angles(pose, bone) {
                Some((bend, spread)) => relative_to_base(base, bend, spread),
                None => base.map(|row| row.map(T::from)),
            };
            let absolute = match usize::try_from(self.parents[bone]) {
                Ok(parent) => product(&absolutes[parent], &relative),
                Err(_) => relative,
            };
            absolutes.push(absolute);
        }
        let transforms = absolutes
            .iter()
            .zip(&self.inverse_base_absolutes)
            .map(|(absolute, inverse)| product_with_numbers(absolute, inverse))
            .collect();
        PosedHand {
            model: self,
            transforms,
            rotation: rotation([&pose[0], &pose[1], &pose[2]]),
            translation: from_fn(|i| pose[3 + i].clone()),
            positions: vec![None; self.vertices()],
        }
    }
}

/// The bones of a hand in place; its vertices are moved when they are asked for.
pub(crate) struct PosedHand<'a, T> {
    model: &'a HandModel,
    transforms: Vec<Matrix<T>>,
    rotation: [[T; 3]; 3],
    translation: Vector<T>,
    positions: Vec<Option<Vector<T>>>,
}

impl<T: Scalar> PosedHand<'_, T> {
    /// Moves a vertex, if that has not been done yet.
    pub(crate) fn move_vertex(&mut self, vertex: usize) {
        if self.positions[vertex].is_none() {
            self.positions[vertex] = Some(self.moved(vertex));
        }
    }

    pub(crate) fn position(&self, vertex: usize) -> &Vector<T> {
        self.positions[vertex]
            .as_ref()
            .expect("a vertex is moved first")
    }

    fn moved(&self, vertex: usize) -> Vector<T> {
        let base = &self.model.base_positions[vertex];
        let weights = &self.model.weights[vertex];
        let bones = self.transforms.iter().zip(weights);
        let mut skin: Option<Vector<T>> = None;
        // Few bones move a vertex.
        for (transform, &weight) in bones.filter(|(_, weight)| **weight != 0.0) {
            let moved: Vector<T> =
                from_fn(|i| grad! { weight * T::weighted_sum(&transform[i], base) });
            skin = Some(match skin {
                Some(skin) => sum(skin, moved),
                None => moved,
            });
        }
        let mut skin = skin.unwrap_or_else(|| from_fn(|_| T::from(0.0)));
        if self.model.is_mirrored {
            skin[0] = -&skin[0];
        }
        from_fn(|i| grad! { T::dot(&self.rotation[i], &skin) + self.translation[i] })
    }
}

fn sum<T: Scalar>([a, b, c]: Vector<T>, [x, y, z]: Vector<T>) -> Vector<T> {
    [a + x, b + y, c + z]
}

/// The angles of a bone that can be posed: three bones of each finger, the first of which spreads.
fn finger_angles<T>(pose: &[T], bone: usize) -> Option<(&T, Option<&T>)> {
    let (finger, joint) = (bone.checked_sub(1)? / 4, bone.checked_sub(1)? % 4);
    let angles = pose.get(6 + 4 * finger..10 + 4 * finger)?;
    match joint {
        1 => Some((&angles[0], Some(&angles[1]))),
        2 | 3 => Some((&angles[joint], None)),
        _ => None,
    }
}

/// A bone's transform times a rotation: first about the x axis, then about the z axis.
fn relative_to_base<T: Scalar>(base: &Matrix<f64>, bend: &T, spread: Option<&T>) -> Matrix<T> {
    let (sine, cosine) = (bend.sin(), bend.cos());
    let spread = spread.map(|spread| (spread.sin(), spread.cos()));
    // base·Rz·Rx, row by row; without spread Rz is 1.
    base.map(|[x, y, z, w]| {
        let (x, y) = match &spread {
            Some((sine, cosine)) => grad! { (cosine * x + sine * y, cosine * y - sine * x) },
            None => (T::from(x), T::from(y)),
        };
        let [y, z] = grad! { [y * cosine + sine * z, cosine * z - y * sine] };
        [x, y, z, T::from(w)]
    })
}

fn product<T: Scalar>(a: &Matrix<T>, b: &Matrix<T>) -> Matrix<T> {
    let columns: [[T; 4]; 4] = from_fn(|j| from_fn(|i| b[i][j].clone()));
    from_fn(|i| from_fn(|j| T::dot(&a[i], &columns[j])))
}

fn product_with_numbers<T: Scalar>(a: &Matrix<T>, b: &Matrix<f64>) -> Matrix<T> {
    let columns: [[f64; 4]; 4] = from_fn(|j| from_fn(|i| b[i][j]));
    from_fn(|i| from_fn(|j| T::weighted_sum(&a[i], &columns[j])))
}

/// The rotation about an axis by an angle, both given by one vector; nearly none is none.
fn rotation<T: Scalar>([a, b, c]: [&T; 3]) -> [[T; 3]; 3] {
    grad! { let angle = (a ** 2 + b ** 2 + c ** 2).sqrt(); }
    if angle < 0.0001 {
        return from_fn(|i| from_fn(|j| T::from(if i == j { 1.0 } else { 0.0 })));
    }
    grad! {
        let x = a / angle;
        let y = b / angle;
        let z = c / angle;
        let sine = angle.sin();
        let cosine = angle.cos();
        let rest = 1 - cosine;
        [
            [x ** 2 * rest + cosine, x * y * rest - z * sine, x * z * rest + y * sine],
            [x * y * rest + z * sine, y ** 2 * rest + cosine, y * z * rest - x * sine],
            [x * z * rest - y * sine, y * z * rest + x * sine, z ** 2 * rest + cosine],
        ]
    }
}
