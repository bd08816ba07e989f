//! First derivatives of functions with several outputs: Jacobians and their products with vectors.

mod function;
mod reverse;

pub use function::Function;

use crate::dual::{BrandedDual, Dual};
use crate::elementary::ElementaryGraph;
use crate::nesting::evaluated;
use crate::value::Value;
use reverse::ReverseLanes;

/// How many rows or columns of a Jacobian are computed at once.
const LANES: usize = 8;

/// Recording a function and reading the record cost about as much as this many columns in forward mode.
const RECORDING: usize = 64;

/// f(x) and the derivative of f at `x` along `v`: the product J·v of the Jacobian with a vector, in one
/// evaluation of f and without the Jacobian. JAX's `jax.jvp`.
///
/// The numbers belong to this call and do not mix with those of another one, nor with a [`Dual`] that was made by hand: a
/// derivative inside of this one is written with [`gradients`](crate::gradients()) and [`tangent`](crate::tangent()). A generic
/// function is passed as `|x| f(x)`.
///
/// # Panics
///
/// If `x` and `v` have not the same length.
///
/// ```
/// use micrograd_core::jvp;
///
/// let (values, derivatives) = jvp(|x| vec![x[0] * x[1], x[0].powi(2)], &[3.0, 2.0], &[1.0, 10.0]);
/// assert_eq!(values, [6.0, 9.0]);
/// assert_eq!(derivatives, [32.0, 6.0]); // [[2, 3], [6, 0]]·(1, 10)
/// ```
#[must_use]
#[track_caller]
pub fn jvp(
    f: impl for<'call> FnOnce(&[BrandedDual<'call, 1>]) -> Vec<BrandedDual<'call, 1>>,
    x: &[f64],
    v: &[f64],
) -> (Vec<f64>, Vec<f64>) {
    assert!(
        x.len() == v.len(),
        "jvp: a vector of {} for {} inputs",
        v.len(),
        x.len()
    );
    let seed = |(&x, &v)| Dual::with_tangents(x, [v]);
    let seeded: Vec<_> = x.iter().zip(v).map(seed).collect();
    f(&seeded).iter().map(|y| (y.data(), y.tangent(0))).unzip()
}

/// f(x) and the product uᵀ·J of a vector with f's Jacobian at `x`: the gradient of Σᵢ uᵢfᵢ, in one reverse
/// sweep and without the Jacobian. JAX's `jax.vjp`.
///
/// # Panics
///
/// If `u` has not one number for each output of f.
///
/// Inside of another derivative, if an output depends on the inputs of that one: plain numbers would lose this.
/// Use [`gradients`](crate::gradients()) there, which gives values.
///
/// ```
/// use micrograd_core::vjp;
///
/// let (values, gradient) = vjp(|x| vec![&x[0] * &x[1], x[0].powi(2)], &[3.0, 2.0], &[1.0, 10.0]);
/// assert_eq!(values, [6.0, 9.0]);
/// assert_eq!(gradient, [62.0, 3.0]); // (1, 10)·[[2, 3], [6, 0]]
/// ```
#[must_use]
#[track_caller]
pub fn vjp(f: impl FnOnce(&[Value]) -> Vec<Value>, x: &[f64], u: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (values, graph) = recorded(f, x, "vjp");
    assert!(
        values.len() == u.len(),
        "vjp: a vector of {} for {} outputs",
        u.len(),
        values.len()
    );
    let mut sweep = ReverseLanes::<1>::new(&graph);
    sweep.run(u.iter().map(|&seed| [seed]).enumerate());
    let gradient = (0..x.len()).map(|input| sweep.adjoint(input)[0]).collect();
    (values, gradient)
}

/// The Jacobian Jᵢⱼ = ∂fᵢ/∂xⱼ at `x`, as one row for each output, by the cheaper way: for n inputs and
/// m outputs in forward mode while n ≤ 64 + m/2, else in reverse mode; what is NaN in one mode, by the other.
///
/// f is a [`Function`] or a reference to one, written over any number type, because the two ways need two of them. With a
/// closure, choose the way yourself: [`jacobian_forward`] or [`jacobian_reverse`].
///
/// ```
/// use micrograd_core::{Function, Scalar, jacobian};
///
/// /// From polar coordinates to Cartesian ones.
/// struct Polar;
///
/// impl Function for Polar {
///     fn call<T: Scalar>(&self, x: &[T]) -> Vec<T> {
///         let [r, angle] = x else { panic!("2 inputs, not {}", x.len()) };
///         vec![r * angle.cos(), r * angle.sin()]
///     }
/// }
///
/// assert_eq!(jacobian(Polar, &[2.0, 0.0]), [[1.0, 0.0], [0.0, 2.0]]);
/// ```
#[must_use]
#[track_caller]
pub fn jacobian(f: impl Function, x: &[f64]) -> Vec<Vec<f64>> {
    let forward = || jacobian_forward::<LANES>(|x| f.call(x), x);
    let reverse = || jacobian_reverse(|x| f.call(x), x);
    if x.len() <= RECORDING || x.len() <= RECORDING + f.call(x).len() / 2 {
        without_nan(forward(), reverse)
    } else {
        without_nan(reverse(), forward)
    }
}

/// The same with what the other mode gives in the place of NaN: the sum of paths through infinite slopes may be
/// ∞ − ∞ in one mode, where the other one multiplies a sum that is 0.
fn without_nan(
    mut rows: Vec<Vec<f64>>,
    by_other_mode: impl FnOnce() -> Vec<Vec<f64>>,
) -> Vec<Vec<f64>> {
    if rows.iter().flatten().any(|entry| entry.is_nan()) {
        for (row, other) in rows.iter_mut().zip(by_other_mode()) {
            for (entry, other) in row.iter_mut().zip(other) {
                if entry.is_nan() {
                    *entry = other;
                }
            }
        }
    }
    rows
}

/// The Jacobian at `x` in forward mode, N columns with each evaluation of f: the cheaper way where inputs
/// are few and outputs many. JAX's `jax.jacfwd`. The numbers belong to this call, as those of [`jvp`] do.
///
/// ```
/// use micrograd_core::jacobian_forward;
///
/// let j = jacobian_forward::<2>(|x| vec![x[0] * x[1], x[0].powi(2)], &[3.0, 2.0]);
/// assert_eq!(j, [[2.0, 3.0], [6.0, 0.0]]);
/// ```
///
/// # Panics
///
/// If there are inputs but N is 0, or if f gives another number of outputs when it is called again.
#[must_use]
#[track_caller]
#[doc(alias = "jacfwd")]
pub fn jacobian_forward<const N: usize>(
    f: impl for<'call> Fn(&[BrandedDual<'call, N>]) -> Vec<BrandedDual<'call, N>>,
    x: &[f64],
) -> Vec<Vec<f64>> {
    assert!(
        N > 0 || x.is_empty(),
        "jacobian_forward: 0 directions for {} inputs",
        x.len()
    );
    let mut inputs: Vec<BrandedDual<N>> = x.iter().map(|&x| Dual::constant(x)).collect();
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for first in (0..x.len().max(1)).step_by(N.max(1)) {
        let columns = first..x.len().min(first + N);
        for j in columns.clone() {
            let seed = std::array::from_fn(|k| f64::from(u8::from(first + k == j)));
            inputs[j] = Dual::with_tangents(x[j], seed);
        }
        let outputs = f(&inputs);
        if first == 0 {
            rows = vec![vec![0.0; x.len()]; outputs.len()];
        }
        assert!(
            outputs.len() == rows.len(),
            "jacobian_forward: {} outputs first, then {}",
            rows.len(),
            outputs.len()
        );
        for (row, y) in rows.iter_mut().zip(&outputs) {
            row[columns.clone()].copy_from_slice(&y.tangents()[..columns.len()]);
        }
        for j in columns {
            inputs[j] = Dual::constant(x[j]);
        }
    }
    rows
}

/// The Jacobian at `x` in reverse mode: f is recorded once, and each sweep over the record gives eight
/// rows. The cheaper way where outputs are few and inputs many. JAX's `jax.jacrev`.
///
/// # Panics
///
/// Inside of another derivative, if an output depends on the inputs of that one: plain numbers would lose this.
/// Use [`gradients`](crate::gradients()) there, which gives values.
///
/// ```
/// use micrograd_core::jacobian_reverse;
///
/// let j = jacobian_reverse(|x| vec![&x[0] * &x[1], x[0].powi(2)], &[3.0, 2.0]);
/// assert_eq!(j, [[2.0, 3.0], [6.0, 0.0]]);
/// ```
#[must_use]
#[track_caller]
#[doc(alias = "jacrev")]
pub fn jacobian_reverse(f: impl FnOnce(&[Value]) -> Vec<Value>, x: &[f64]) -> Vec<Vec<f64>> {
    let (values, graph) = recorded(f, x, "jacobian_reverse");
    let mut rows = vec![vec![0.0; x.len()]; values.len()];
    let mut sweep = ReverseLanes::<LANES>::new(&graph);
    for (chunk, rows) in rows.chunks_mut(LANES).enumerate() {
        let first = chunk * LANES;
        let seed = |output: usize, k: usize| f64::from(u8::from(output == first + k));
        let outputs = first..first + rows.len();
        sweep.run(outputs.map(|output| (output, std::array::from_fn(|k| seed(output, k)))));
        for input in 0..x.len() {
            for (row, adjoint) in rows.iter_mut().zip(sweep.adjoint(input)) {
                row[input] = adjoint;
            }
        }
    }
    rows
}

/// f(x) and the record of it.
#[track_caller]
fn recorded(
    f: impl FnOnce(&[Value]) -> Vec<Value>,
    x: &[f64],
    function: &str,
) -> (Vec<f64>, ElementaryGraph) {
    let (inputs, outputs) = evaluated(f, x, function);
    let roots: Vec<&Value> = outputs.iter().collect();
    let graph = ElementaryGraph::of(&roots, &inputs.iter().collect::<Vec<_>>(), function);
    (outputs.iter().map(Value::data).collect(), graph)
}
