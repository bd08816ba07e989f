//! A reverse sweep that begins with a number of the user's own.

use super::Value;

impl Value {
    /// Computes seed·∂self/∂v for every value v that this one was made of: [`backward`](Value::backward) that begins with
    /// another number than 1, as when a derivative goes on that was computed elsewhere. PyTorch's `backward(gradient=seed)`.
    ///
    /// # Panics
    ///
    /// As [`backward`](Value::backward).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// let y = x.powi(2);
    /// y.backward_with_seed(0.5);
    /// assert_eq!((x.grad(), y.grad()), (3.0, 0.5));
    /// ```
    #[track_caller]
    pub fn backward_with_seed(&self, seed: f64) {
        (self * seed).backward();
    }
}
