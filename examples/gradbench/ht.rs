//! `ht`: hand tracking. How far the vertices of a posed hand, or points on its triangles, are from
//! measured points.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input as Checked};
use crate::hand_model::{HandModel, POSE, PosedHand, Vector};
use crate::input_checks::{check_len, unfit};
use micrograd_core::{Dual, Scalar, grad};
use serde::{Deserialize, Serialize, Serializer};
use std::array::from_fn;

/// Where on its triangle each point lies.
const PLACE: usize = 2;

#[derive(Deserialize)]
pub(crate) struct Input {
    theta: Vec<f64>,
    data: Data,
    /// None: the points correspond to vertices. Else places on triangles.
    us: Vec<[f64; PLACE]>,
}

#[derive(Deserialize)]
struct Data {
    model: HandModel,
    correspondences: Vec<usize>,
    points: Vec<Vector<f64>>,
}

impl Checked for Input {
    fn check(&self) -> Result<(), EvaluationError> {
        check_len("theta", &self.theta, POSE, "always")?;
        self.data.model.check()?;
        let count = self.data.correspondences.len();
        let because = "as many as data.correspondences has";
        check_len("data.points", &self.data.points, count, because)?;
        let (known, things) = if self.us.is_empty() {
            (self.data.model.vertices(), "vertices")
        } else {
            check_len("us", &self.us, count, because)?;
            (self.data.model.triangles.len(), "triangles")
        };
        for (i, &correspondence) in self.data.correspondences.iter().enumerate() {
            if correspondence >= known {
                let field = format!("data.correspondences[{i}]");
                return Err(unfit(
                    field,
                    format!("is {correspondence}; there are {known} {things}"),
                ));
            }
        }
        Ok(())
    }
}

impl Data {
    /// The hand in a pose, with all vertices moved that errors depend on.
    fn posed<T: Scalar>(&self, theta: &[T], on_triangles: bool) -> PosedHand<'_, T> {
        let mut hand = self.model.posed(theta);
        for &correspondence in &self.correspondences {
            if on_triangles {
                for vertex in self.model.triangles[correspondence] {
                    hand.move_vertex(vertex);
                }
            } else {
                hand.move_vertex(correspondence);
            }
        }
        hand
    }

    /// From a vertex to the i-th measured point.
    fn vertex_error<T: Scalar>(&self, hand: &PosedHand<T>, i: usize) -> Vector<T> {
        let vertex = hand.position(self.correspondences[i]);
        from_fn(|axis| grad! { self.points[i][axis] - vertex[axis] })
    }

    /// From a place on a triangle to the i-th measured point.
    fn triangle_error<T: Scalar>(
        &self,
        hand: &PosedHand<T>,
        i: usize,
        [u, v]: &[T; PLACE],
    ) -> Vector<T> {
        let triangle = self.model.triangles[self.correspondences[i]];
        let [a, b, c] = triangle.map(|vertex| hand.position(vertex));
        grad! { let rest = 1 - u - v; }
        from_fn(|axis| {
            grad! { self.points[i][axis] - (u * a[axis] + v * b[axis] + rest * c[axis]) }
        })
    }
}

pub(crate) fn objective(input: Input) -> impl FnMut() -> Vec<f64> {
    move || {
        let Input { theta, data, us } = &input;
        let hand = data.posed(theta, !us.is_empty());
        let points = 0..data.points.len();
        let error = |i: usize| match us.get(i) {
            Some(u) => data.triangle_error(&hand, i, u),
            None => data.vertex_error(&hand, i),
        };
        points.flat_map(error).collect()
    }
}

/// A matrix, row by row.
pub(crate) struct Rows {
    columns: usize,
    numbers: Vec<f64>,
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.numbers.chunks(self.columns))
    }
}

/// Few inputs and many outputs, so forward mode, all directions at once. The places share two of
/// them: each error depends on its own place alone.
pub(crate) fn jacobian(input: Input) -> impl FnMut() -> Rows {
    move || {
        let Input { theta, data, us } = &input;
        if us.is_empty() {
            let theta: [Dual<POSE>; POSE] = from_fn(|j| Dual::variable(theta[j], j));
            let hand = data.posed(&theta, false);
            rows(data, |i| data.vertex_error(&hand, i))
        } else {
            const ALL: usize = PLACE + POSE;
            let theta: [Dual<ALL>; POSE] = from_fn(|j| Dual::variable(theta[j], PLACE + j));
            let hand = data.posed(&theta, true);
            rows(data, |i| {
                let place = from_fn(|j| Dual::variable(us[i][j], j));
                data.triangle_error(&hand, i, &place)
            })
        }
    }
}

fn rows<const N: usize>(data: &Data, error: impl Fn(usize) -> Vector<Dual<N>>) -> Rows {
    let mut numbers = Vec::with_capacity(3 * N * data.points.len());
    for i in 0..data.points.len() {
        for component in error(i) {
            numbers.extend(component.tangents());
        }
    }
    Rows {
        columns: N,
        numbers,
    }
}
