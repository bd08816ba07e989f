//! Optimisers: how parameters follow their gradients. One optimiser in each file.

mod adam;
mod adamw;
mod moments;
mod rmsprop;
mod sgd;
mod state;
mod state_error;

pub use adam::Adam;
pub use adamw::AdamW;
pub use rmsprop::RmsProp;
pub use sgd::Sgd;
pub use state::OptimizerState;
pub use state_error::OptimizerStateError;

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
    /// If a gradient is not finite, or there are not as many parameters as at the steps before,
    /// and then nothing has changed; or if a parameter is the result of an operation.
    #[track_caller]
    #[doc(alias = "backward_step")]
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

    /// What the rule remembers, to be stored in a checkpoint.
    fn state(&self) -> OptimizerState;

    /// Takes over a state of a rule of the same kind and options; the steps to come are those that
    /// would have followed it, bit for bit.
    ///
    /// # Errors
    ///
    /// If the state is of another kind, its lists are not those of this rule with its options or
    /// differ in length, or a number in it is not finite; then the rule has not changed.
    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError>;
}

/// The gradients of the parameters, all of them finite.
#[track_caller]
pub(crate) fn finite_gradients(parameters: &[Value]) -> Vec<f64> {
    let gradients = Value::grads_of(parameters);
    let infinite = gradients.iter().position(|gradient| !gradient.is_finite());
    if let Some(i) = infinite {
        panic!(
            "the gradient of parameter {i} of {} is {:?}",
            parameters.len(),
            gradients[i]
        );
    }
    gradients
}

/// Makes room for one number for each parameter at the first step.
#[track_caller]
fn fit_list(list: &mut Vec<f64>, steps: u64, parameters: usize) {
    if steps == 0 {
        list.resize(parameters, 0.0);
    }
    assert!(
        list.len() == parameters,
        "an optimiser that remembers {} parameters was given {parameters}",
        list.len()
    );
}

#[track_caller]
pub(crate) fn assert_at_least_zero(name: &str, option: f64) {
    assert!(
        option >= 0.0 && option.is_finite(),
        "the {name} is {option:?}; it must be finite and at least 0"
    );
}
