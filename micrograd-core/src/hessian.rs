//! Second derivatives: Hessians, and their products with vectors.

mod forward_over_reverse;

use crate::elementary::ElementaryGraph;
use crate::nesting::evaluated;
use crate::value::Value;
use forward_over_reverse::ForwardOverReverse;

/// How many columns of a Hessian are computed at once.
const COLUMNS: usize = 8;

/// The Hessian Hᵢⱼ = ∂²f/∂xᵢ∂xⱼ at `x`, as rows.
///
/// f is recorded once. Each pass over the record, upwards with tangents and downwards with adjoints that
/// carry tangents (forward over reverse), gives eight columns, so the cost is that of about n/8
/// [`hvp`]s of eight directions each. JAX's `jax.hessian`, PyTorch's `torch.func.hessian`.
///
/// # Panics
///
/// Inside of another derivative, if the result depends on the inputs of that one: plain numbers would lose this.
/// Use [`gradients`](crate::gradients()) there, which gives values.
///
/// ```
/// use micrograd_core::hessian;
///
/// let h = hessian(|x| x[0].powi(2) * &x[1] + x[1].exp(), &[3.0, 0.0]);
/// assert_eq!(h, [[0.0, 6.0], [6.0, 1.0]]); // [[2x₁, 2x₀], [2x₀, e^x₁]]
/// ```
#[must_use]
#[track_caller]
pub fn hessian(f: impl FnOnce(&[Value]) -> Value, x: &[f64]) -> Vec<Vec<f64>> {
    let graph = recorded(f, x, "hessian");
    let mut rows = vec![vec![0.0; x.len()]; x.len()];
    let mut passes = ForwardOverReverse::<COLUMNS>::new(&graph);
    for first in (0..x.len()).step_by(COLUMNS) {
        let direction = |input: usize, k: usize| f64::from(u8::from(input == first + k));
        passes.run(|input| std::array::from_fn(|k| direction(input, k)));
        for (input, row) in rows.iter_mut().enumerate() {
            let products = passes.products(input);
            for (entry, product) in row[first..].iter_mut().zip(products) {
                *entry = product;
            }
        }
    }
    rows
}

/// The product H·v of f's Hessian at `x` with a vector, without the Hessian.
///
/// f is recorded once; two passes over the record (forward over reverse) give the product, for a small
/// multiple of the cost of the gradient, however many inputs there are. Pearlmutter, *Fast Exact
/// Multiplication by the Hessian* (1994); PyTorch's `torch.autograd.functional.hvp`.
///
/// # Panics
///
/// If `x` and `v` have not the same length.
///
/// Inside of another derivative, if the result depends on the inputs of that one: plain numbers would lose this.
/// Use [`gradients`](crate::gradients()) there, which gives values.
///
/// ```
/// use micrograd_core::hvp;
///
/// let product = hvp(|x| x[0].powi(2) * &x[1] + x[1].exp(), &[3.0, 0.0], &[1.0, 2.0]);
/// assert_eq!(product, [12.0, 8.0]); // [[0, 6], [6, 1]]·(1, 2)
/// ```
#[must_use]
#[track_caller]
pub fn hvp(f: impl FnOnce(&[Value]) -> Value, x: &[f64], v: &[f64]) -> Vec<f64> {
    let (_, product) = second_order(f, x, v, "hvp");
    product
}

/// The gradient ∇f and the product H·v at `x`: both come out of the same passes as [`hvp`].
///
/// # Panics
///
/// If `x` and `v` have not the same length.
///
/// Inside of another derivative, if the result depends on the inputs of that one: plain numbers would lose this.
/// Use [`gradients`](crate::gradients()) there, which gives values.
///
/// ```
/// use micrograd_core::gradient_and_hvp;
///
/// let (gradient, product) = gradient_and_hvp(|x| x[0].powi(3), &[2.0], &[1.0]);
/// assert_eq!((gradient, product), (vec![12.0], vec![12.0])); // 3x², 6x
/// ```
#[must_use]
#[track_caller]
pub fn gradient_and_hvp(
    f: impl FnOnce(&[Value]) -> Value,
    x: &[f64],
    v: &[f64],
) -> (Vec<f64>, Vec<f64>) {
    second_order(f, x, v, "gradient_and_hvp")
}

#[track_caller]
fn second_order(
    f: impl FnOnce(&[Value]) -> Value,
    x: &[f64],
    v: &[f64],
    function: &str,
) -> (Vec<f64>, Vec<f64>) {
    assert!(
        x.len() == v.len(),
        "{function}: a vector of {} for {} inputs",
        v.len(),
        x.len()
    );
    let graph = recorded(f, x, function);
    let mut passes = ForwardOverReverse::<1>::new(&graph);
    passes.run(|input| [v[input]]);
    (0..x.len())
        .map(|input| (passes.gradient(input), passes.products(input)[0]))
        .unzip()
}

#[track_caller]
fn recorded(f: impl FnOnce(&[Value]) -> Value, x: &[f64], function: &str) -> ElementaryGraph {
    let (inputs, [y]) = evaluated(|x| [f(x)], x, function);
    ElementaryGraph::of(&[&y], &inputs.iter().collect::<Vec<_>>(), function)
}
