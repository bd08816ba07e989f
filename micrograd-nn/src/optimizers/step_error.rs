//! Why a step was not made.

use thiserror::Error;

/// Why [`Optimizer::try_step`](crate::Optimizer::try_step) made no step: numbers grew too large. The
/// parameters and the optimiser are as they were before.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Module, Optimizer, Sgd};
///
/// let x = Value::new(0.0);
/// x.sqrt().backward(); // ∂√x/∂x = ∞ at 0
/// let error = Sgd::new(0.1).try_step(&x.parameters()).unwrap_err();
/// assert_eq!(error.to_string(), "the gradient of parameter 0 of 1 is inf");
/// ```
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum StepError {
    /// The loss before a step is infinite or a NaN.
    #[error("the loss before the step is {0:?}")]
    Loss(f64),
    /// A gradient is infinite or a NaN.
    #[error("the gradient of parameter {index} of {parameters} is {gradient:?}")]
    Gradient {
        /// The place of the parameter, counted from 0.
        index: usize,
        /// How many parameters there are.
        parameters: usize,
        /// Its gradient.
        gradient: f64,
    },
    /// A parameter would become infinite or a NaN.
    #[error("the step would move parameter {index} of {parameters} from {from:?} to {to:?}")]
    Overflow {
        /// The place of the parameter, counted from 0.
        index: usize,
        /// How many parameters there are.
        parameters: usize,
        /// Its number.
        from: f64,
        /// What the step would make of it.
        to: f64,
    },
    /// What the optimiser remembers of a parameter would become infinite or a NaN.
    #[error("the step would make number {index} of {parameters} in the list `{list}` {number:?}")]
    List {
        /// The name of the list.
        list: &'static str,
        /// The place of the parameter, counted from 0.
        index: usize,
        /// How many parameters there are.
        parameters: usize,
        /// What the step would put there.
        number: f64,
    },
}

impl StepError {
    /// The error of a step of some parameters, with their places among all.
    pub(super) fn of_members(self, members: &[usize], all: usize) -> Self {
        match self {
            StepError::Loss(loss) => StepError::Loss(loss),
            StepError::Gradient {
                index, gradient, ..
            } => StepError::Gradient {
                index: members[index],
                parameters: all,
                gradient,
            },
            StepError::Overflow {
                index, from, to, ..
            } => StepError::Overflow {
                index: members[index],
                parameters: all,
                from,
                to,
            },
            StepError::List {
                list,
                index,
                number,
                ..
            } => StepError::List {
                list,
                index: members[index],
                parameters: all,
                number,
            },
        }
    }
}
