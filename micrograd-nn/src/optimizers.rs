//! Optimisers: how parameters follow their gradients. One optimiser in each file.

mod sgd;

pub use sgd::Sgd;

use micrograd_core::Value;

/// A rule that moves parameters along their gradients.
///
/// What a rule remembers between steps stays in the optimiser, one entry for each parameter in the
/// order of the slice; so the slice is the same parameters at every step. PyTorch's `Optimizer`.
pub trait Optimizer {
    /// Changes every parameter once, from the gradient that it holds.
    ///
    /// Graphs that were recorded before keep their old numbers: record the next loss anew.
    /// Gradients stay as they are until [`zero_grad`](crate::Module::zero_grad).
    ///
    /// # Panics
    ///
    /// If a gradient is not finite, and then no parameter has changed; or if a parameter is the
    /// result of an operation.
    #[track_caller]
    fn step(&mut self, parameters: &[Value]);

    /// The learning rate.
    fn lr(&self) -> f64;

    /// Sets the learning rate of the steps to come.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    #[track_caller]
    fn set_lr(&mut self, lr: f64);
}

#[track_caller]
fn assert_lr(lr: f64) {
    assert!(
        lr >= 0.0 && lr.is_finite(),
        "the learning rate is {lr:?}; it must be finite and at least 0"
    );
}

#[track_caller]
fn assert_finite_gradients(parameters: &[Value]) {
    for (i, parameter) in parameters.iter().enumerate() {
        let gradient = parameter.grad();
        assert!(
            gradient.is_finite(),
            "the gradient of parameter {i} of {} is {gradient:?}",
            parameters.len()
        );
    }
}
