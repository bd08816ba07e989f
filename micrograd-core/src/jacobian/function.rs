//! A function that can be evaluated with every number type.

use crate::scalar::Scalar;

/// A function ℝⁿ → ℝᵐ, written once over any [`Scalar`].
///
/// A closure has one type of argument, so what needs the function in forward and in reverse mode, as
/// [`jacobian`](crate::jacobian()) does, takes a type that implements this. The data that a function
/// depends on are fields.
///
/// ```
/// use micrograd_core::{Function, Scalar, jacobian};
///
/// /// The residuals of y = a·e^(bx) at measured points.
/// struct Fit {
///     points: Vec<(f64, f64)>,
/// }
///
/// impl Function for Fit {
///     fn call<T: Scalar>(&self, parameters: &[T]) -> Vec<T> {
///         let [a, b] = parameters else { panic!("2 parameters, not {}", parameters.len()) };
///         let residual = |&(x, y): &(f64, f64)| a * (b * x).exp() - y;
///         self.points.iter().map(residual).collect()
///     }
/// }
///
/// let fit = Fit { points: vec![(0.0, 1.0), (1.0, 2.5)] };
/// assert_eq!(fit.call(&[1.0, 0.0]), [0.0, -1.5]);
/// assert_eq!(jacobian(&fit, &[1.0, 0.0]), [[1.0, 0.0], [1.0, 1.0]]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no `Function`, which `jacobian` evaluates with several number types",
    label = "expected a type that implements `Function`",
    note = "write `struct F;` and `impl Function for F {{ fn call<T: Scalar>(&self, x: &[T]) -> Vec<T> {{ … }} }}`",
    note = "a closure is enough for `jacobian_reverse(|x| …, x)` and `jacobian_forward::<8>(|x| …, x)`"
)]
pub trait Function {
    /// The outputs for the inputs `x`.
    fn call<T: Scalar>(&self, x: &[T]) -> Vec<T>;
}

impl<F: Function + ?Sized> Function for &F {
    fn call<T: Scalar>(&self, x: &[T]) -> Vec<T> {
        (**self).call(x)
    }
}
