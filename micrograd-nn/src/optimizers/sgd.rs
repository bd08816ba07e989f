//! Gradient descent.

use super::{Optimizer, assert_finite_gradients, assert_lr};
use micrograd_core::Value;

/// Gradient descent: p ← p − lr·∂L/∂p.
///
/// Stochastic when L is the loss of a part of the data. Robbins and Monro, *A Stochastic
/// Approximation Method*, Annals of Mathematical Statistics 22 (1951); PyTorch's `SGD` without
/// momentum; the update in micrograd's notebook.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{Module, Optimizer, Sgd};
///
/// let x = Value::new(0.0);
/// let mut sgd = Sgd::new(0.25);
/// for k in 0..40 {
///     sgd.set_lr(0.25 - 0.005 * f64::from(k)); // a rate of its own for each step
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     sgd.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 1e-3); // the minimum
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sgd {
    lr: f64,
}

impl Sgd {
    /// Gradient descent with the learning rate `lr`.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, Sgd};
    /// assert_eq!(Sgd::new(0.1).lr(), 0.1);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_lr(lr);
        Sgd { lr }
    }
}

impl Optimizer for Sgd {
    fn step(&mut self, parameters: &[Value]) {
        assert_finite_gradients(parameters);
        for p in parameters {
            p.set_data(p.data() - self.lr * p.grad());
        }
    }

    fn lr(&self) -> f64 {
        self.lr
    }

    fn set_lr(&mut self, lr: f64) {
        assert_lr(lr);
        self.lr = lr;
    }
}
