//! Why a state does not fit an optimiser.

use thiserror::Error;

/// Why [`Optimizer::restore`](crate::Optimizer::restore) refused a state. The optimiser is as it
/// was before.
///
/// ```
/// use micrograd_nn::{Optimizer, OptimizerState, Sgd};
///
/// let error = Sgd::new(0.1).restore(OptimizerState::new("Adam", 0.1, 7)).unwrap_err();
/// assert_eq!(error.to_string(), "the state is of the optimiser `Adam`, not of `SGD`");
/// ```
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum OptimizerStateError {
    /// It belongs to another rule.
    #[error("the state is of the optimiser `{found}`, not of `{expected}`")]
    Kind {
        /// The kind of the optimiser.
        expected: String,
        /// The kind of the state.
        found: String,
    },
    /// The learning rate is negative or not finite.
    #[error("the learning rate is {0:?}; it must be finite and at least 0")]
    Lr(f64),
    /// A list that the optimiser needs is not there.
    #[error("the list `{0}` is missing")]
    MissingList(String),
    /// The optimiser has no such list: it may have been made with other options.
    #[error("the optimiser, with its present options, has no list `{0}`")]
    UnknownList(String),
    /// A list is not as long as the first one.
    #[error("the list `{list}` has {found} numbers, and the first list {expected}")]
    Length {
        /// The name of the list.
        list: String,
        /// How many numbers it has.
        found: usize,
        /// How many numbers the first list has.
        expected: usize,
    },
    /// A list holds an infinity or a NaN.
    #[error("number {index} of the list `{list}` is {number:?}")]
    NotFinite {
        /// The name of the list.
        list: String,
        /// The place in the list, counted from 0.
        index: usize,
        /// What stands there.
        number: f64,
    },
    /// A change that L-BFGS remembers has no curvature above 0.
    #[error(
        "the lists `old_dirs.{change}` and `old_stps.{change}` have the product {product:?}; it is \
         above 0"
    )]
    Curvature {
        /// The number in the names of the lists.
        change: usize,
        /// Their product, Σᵢ yᵢsᵢ.
        product: f64,
    },
    /// A mean or a sum of squares is negative.
    #[error("number {index} of the list `{list}` is {number:?}; a mean of squares is at least 0")]
    Negative {
        /// The name of the list.
        list: String,
        /// The place in the list, counted from 0.
        index: usize,
        /// What stands there.
        number: f64,
    },
}
