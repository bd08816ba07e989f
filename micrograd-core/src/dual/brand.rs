//! Which call a dual number belongs to: numbers of two derivatives do not mix.

use super::Dual;
use std::marker::PhantomData;

/// The brand of dual numbers that are made by hand: their directions mean what their maker says.
#[derive(Debug)]
pub enum Unbranded {}

/// The brand of the dual numbers that one call of [`jvp`](crate::jvp) or
/// [`jacobian_forward`](crate::jacobian_forward) hands to its function.
///
/// Inside of another derivative, ∂/∂x and ∂/∂y would both be tangents, and their sum would be taken for one of them
/// (perturbation confusion). So the lifetime differs from call to call, and numbers of two calls have no operators in
/// common. A derivative inside a derivative is written with [`gradients`](crate::gradients()) and
/// [`tangent`](crate::tangent()): they give values, which are differentiated again. The compiler names this type where
/// it rejects a program, which is why it is named as it is.
///
/// ```compile_fail
/// use micrograd_core::jvp;
///
/// // ∂/∂x (x·∂/∂y (xy))
/// jvp(|x| {
///     let (_, dy) = jvp(|y| vec![x[0] * y[0]], &[1.0], &[1.0]);
///     vec![x[0] * dy[0]]
/// }, &[4.0], &[1.0]);
/// ```
///
/// ```
/// use micrograd_core::{Value, gradients, tangent};
///
/// let (x, y) = (Value::new(4.0), Value::new(1.0));
/// let dy = tangent(&(&x * &y), &[&y], &[1.0]);
/// assert_eq!(gradients(&(&x * dy), &[&x]), [8.0]); // 2x
/// ```
#[allow(non_camel_case_types)] // A sentence in the compiler's messages.
#[derive(Debug)]
pub struct to_nest_use_gradients_and_tangent<'call>(PhantomData<fn(&'call ()) -> &'call ()>);

/// A dual number of one call of [`jvp`](crate::jvp) or [`jacobian_forward`](crate::jacobian_forward), which is all that
/// a function's signature needs to say.
///
/// ```
/// use micrograd_core::{BrandedDual, jvp};
///
/// /// One step of Newton's method.
/// fn step(f: impl for<'call> Fn(BrandedDual<'call, 1>) -> BrandedDual<'call, 1>, x: f64) -> f64 {
///     let (value, slope) = jvp(|x| vec![f(x[0])], &[x], &[1.0]);
///     x - value[0] / slope[0]
/// }
/// assert_eq!(step(|x| x * x - 2.0, 1.0), 1.5);
/// ```
pub type BrandedDual<'call, const N: usize> = Dual<N, to_nest_use_gradients_and_tangent<'call>>;
