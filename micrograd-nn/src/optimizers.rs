//! Optimisers: how parameters follow their gradients. One optimiser in each file.

mod adagrad;
mod adam;
mod adam_family;
mod adamw;
mod finite;
mod lbfgs;
mod lion;
mod minimizer;
mod moments;
mod nadam;
mod parameter_groups;
mod rmsprop;
mod sgd;
mod state;
mod state_error;
#[cfg(feature = "safetensors")]
mod state_file;
mod step_error;

pub use adagrad::Adagrad;
pub use adam::Adam;
pub use adamw::AdamW;
pub use lbfgs::Lbfgs;
pub use lion::Lion;
pub use minimizer::Minimizer;
pub use nadam::NAdam;
pub use parameter_groups::ParameterGroups;
pub use rmsprop::RmsProp;
pub use sgd::Sgd;
pub use state::OptimizerState;
pub use state_error::OptimizerStateError;
pub use step_error::StepError;

pub(crate) use finite::finite_gradients;

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
    /// If a number is not finite, as [`try_step`](Optimizer::try_step) says; if a parameter is listed
    /// twice, or there are not as many parameters as at the steps before; or if a parameter is the
    /// result of an operation. Then nothing has changed.
    #[doc(alias = "backward_step")]
    #[track_caller]
    fn step(&mut self, parameters: &[Value]) {
        if let Err(error) = self.try_step(parameters) {
            panic!("{error}");
        }
    }

    /// As [`step`](Optimizer::step), for a run that goes on after numbers that are too large.
    ///
    /// # Errors
    ///
    /// If a gradient is not finite, or the step would make a parameter, or what the rule remembers of
    /// it, infinite or a NaN; then nothing has changed.
    ///
    /// # Panics
    ///
    /// If a parameter is listed twice, there are not as many parameters as at the steps before, or a
    /// parameter is the result of an operation.
    #[track_caller]
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError>;

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
    /// differ in length, or a number in it is not finite, or negative in a mean of squares; then the
    /// rule has not changed.
    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError>;
}

#[track_caller]
pub(crate) fn assert_at_least_zero(name: &str, option: f64) {
    assert!(
        option >= 0.0 && option.is_finite(),
        "the {name} is {option:?}; it must be finite and at least 0"
    );
}
