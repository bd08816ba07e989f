//! A function to differentiate, written in each of the ways that are compared.

use crate::scalar::{LeftOf, Scalar};
use micrograd_core::Value;

/// ℝⁿ → ℝ, in the same statements in every variant.
pub(crate) trait Function: Clone + 'static {
    /// With `grad!`.
    fn with_grad(&self, x: &[Value]) -> Value;

    /// With plain operators between references.
    fn with_operators(&self, x: &[Value]) -> Value;

    /// With plain operators between numbers that can be copied: `f64` and the peers.
    fn with_scalars<N: Scalar>(&self, x: &[N]) -> N
    where
        f64: LeftOf<N>;

    /// Under `#[differentiable]`: the value; `gradient` becomes ∂f/∂x. It is zero before.
    fn compiled(&self, x: &[f64], gradient: &mut [f64]) -> f64;

    /// The same under `#[differentiable(reorder)]`.
    fn reordered(&self, x: &[f64], gradient: &mut [f64]) -> f64;

    /// The value; `gradient` becomes ∂f/∂x. It is zero before.
    fn by_hand(&self, x: &[f64], gradient: &mut [f64]) -> f64;
}
