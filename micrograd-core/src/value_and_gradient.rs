//! A function's value and gradient at a point, as plain numbers.

use crate::jacobian::vjp;
use crate::nesting::evaluated;
use crate::tape::TapeUsage;
use crate::value::Value;

/// f(x) and ∇f(x), for a function of values: what a minimiser asks for. JAX's `jax.value_and_grad`.
///
/// f is called once. Other leaves that it uses keep the gradients that they have.
///
/// # Panics
///
/// Inside of another derivative, if the result depends on the inputs of that one: plain numbers would lose this.
/// Use [`gradients`](crate::gradients()) there, which gives values.
///
/// ```
/// use micrograd_core::{grad, value_and_gradient};
///
/// let (value, gradient) = value_and_gradient(|x| &x[0] * &x[1] + x[0].powi(2), &[3.0, 2.0]);
/// assert_eq!((value, gradient), (15.0, vec![8.0, 3.0])); // (y + 2x, x)
///
/// // Gradient descent on Rosenbrock's function.
/// let mut x = vec![0.9, 0.8];
/// for _ in 0..2000 {
///     let (_, gradient) = value_and_gradient(|x| grad! { (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2 }, &x);
///     x.iter_mut().zip(gradient).for_each(|(x, slope)| *x -= 1e-3 * slope);
/// }
/// assert!((x[0] - 1.0).abs() < 0.05);
/// ```
#[must_use]
#[track_caller]
#[doc(alias = "value_and_grad")]
#[doc(alias = "grad")]
pub fn value_and_gradient(f: impl FnOnce(&[Value]) -> Value, x: &[f64]) -> (f64, Vec<f64>) {
    // On an empty tape there are no other leaves that `backward` could reach.
    if TapeUsage::of_this_thread().nodes > 0 {
        let (values, gradient) = vjp(|x| vec![f(x)], x, &[1.0]);
        return (values[0], gradient);
    }
    let (inputs, [y]) = evaluated(|x| [f(x)], x, "value_and_gradient");
    y.backward();
    (y.data(), Value::grads_of(&inputs))
}
