//! The number type over which a user writes a function once.

mod functions;
mod in_statements;
mod numbers;
mod operators;
mod own_methods;
mod several;

pub use crate::scalar_operand::ScalarOperand;
pub use operators::{ScalarArithmetic, ScalarAssign, ScalarOperators};

pub use in_statements::StatementNumber;

use crate::argument_checks::same_length;
use crate::differentiable::Applies;
use crate::exponent::Exponent;
use std::cmp::Ordering;
use std::fmt;
use std::iter::{Product, Sum};

/// A number: `f64` for results alone, [`Value`](crate::Value) for reverse mode, [`Dual`](crate::Dual)
/// for forward mode.
///
/// A function over `T: Scalar` is written once and run with any of them. Ordinary operators work
/// between `T`, `&T` and `f64` in every order, the functions have the names that `f64` gives them,
/// and comparisons are by data. The slopes are those of the [table of conventions](crate#conventions)
/// in every mode, because all of them read one table of operations.
///
/// ```
/// use micrograd_core::{Dual, Scalar, Value};
///
/// /// −ln N(x; μ, σ), up to a constant.
/// fn loss<T: Scalar>(x: f64, mean: &T, deviation: &T) -> T {
///     ((x - mean) / deviation).powi(2) / 2.0 + deviation.ln()
/// }
///
/// assert_eq!(loss(3.0, &1.0, &1.0), 2.0);
///
/// let (mean, deviation) = (Value::new(1.0), Value::new(1.0));
/// loss(3.0, &mean, &deviation).backward();
/// assert_eq!((mean.grad(), deviation.grad()), (-2.0, -3.0));
///
/// let (mean, deviation) = (Dual::<2>::variable(1.0, 0), Dual::variable(1.0, 1));
/// assert_eq!(loss(3.0, &mean, &deviation).tangents(), [-2.0, -3.0]);
/// ```
///
/// # What it asks for
///
/// | supertrait | what for |
/// |---|---|
/// | `Clone` | keeping a number; [`Value`](crate::Value) is no `Copy` |
/// | `From<f64>` | constants and starting points: `T::from(0.0)` |
/// | [`ScalarOperators`] | `+ - * / %` and unary `-` on `T`, `&T` and `f64`; `+=` and its kin |
/// | `PartialOrd`, also with `f64` | branches: `x > y`, `x > 0.0`, `x == 1.0` |
/// | `Sum`, `Product` | `iterator.sum::<T>()` |
/// | `Debug`, `Display` | messages |
/// | hidden ones | statements of [`grad!`](macro@crate::grad): arithmetic on `T`, `&T`, `f64` and literals |
///
/// # Integers, 0 and 1
///
/// Beside an operator a number is an `f64`: `x * 2.0`, `x * f64::from(n)`. `x * 2` cannot be, because Rust has no `f64 * i32`.
/// [`grad!`](macro@crate::grad) takes integers of every kind. 0 and 1 are `T::from(0.0)` and `T::from(1.0)`:
///
/// ```
/// use micrograd_core::{Scalar, grad};
///
/// fn weighted<T: Scalar>(x: &[T]) -> T {
///     let mut sum = T::from(0.0);
///     grad! { for (i, x) in x.iter().enumerate() { sum += 2 * i * x; } }
///     sum
/// }
/// assert_eq!(weighted(&[5.0, 1.0, 3.0]), 14.0);
/// ```
///
/// The trait is sealed: rows of the table may be added without breaking anybody.
#[doc(alias = "zero")]
#[doc(alias = "one")]
pub trait Scalar:
    Clone
    + From<f64>
    + ScalarOperators
    + PartialOrd
    + PartialOrd<f64>
    + Sum
    + for<'a> Sum<&'a Self>
    + Product
    + for<'a> Product<&'a Self>
    + fmt::Debug
    + fmt::Display
    + StatementNumber
    + Applies
{
    /// The plain number: the primal, without derivatives.
    ///
    /// ```
    /// # use micrograd_core::{Scalar, Value};
    /// assert_eq!(Scalar::data(&Value::new(2.0)), 2.0);
    /// assert_eq!(Scalar::data(&2.0), 2.0);
    /// ```
    #[must_use]
    fn data(&self) -> f64;

    /// A number with the same data through which no derivative flows.
    ///
    /// ```
    /// # use micrograd_core::{Scalar, Value};
    /// let x = Value::new(3.0);
    /// (&x * Scalar::detach(&x)).backward();
    /// assert_eq!(x.grad(), 3.0); // and not 6
    /// ```
    #[must_use]
    #[track_caller]
    fn detach(&self) -> Self;

    crate::operations::scalar_functions_of_one! { functions::declare_of_one }
    crate::operations::scalar_functions_with_number! { functions::declare_with_number }
    crate::operations::scalar_functions_with_whole_number! { functions::declare_with_whole_number }
    crate::operations::scalar_functions_of_two! { functions::declare_of_two }
    crate::operations::scalar_questions! { functions::declare_question }

    /// The total order of IEEE 754; see [`f64::total_cmp`].
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert!(Scalar::total_cmp(&1.0, &f64::NAN).is_lt());
    /// ```
    #[must_use]
    fn total_cmp(&self, other: &Self) -> Ordering {
        self.data().total_cmp(&other.data())
    }

    /// (sin x, cos x), x in radians.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(Scalar::sin_cos(&0.0), (0.0, 1.0));
    /// ```
    #[must_use]
    #[track_caller]
    fn sin_cos(&self) -> (Self, Self) {
        (self.sin(), self.cos())
    }

    /// xⁿ for a whole n; see [`Value::powi`](crate::Value::powi).
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(Scalar::powi(&2.0, 3), 8.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn powi(&self, n: i32) -> Self;

    /// xᶜ for a constant exponent c; see [`Value::powf`](crate::Value::powf).
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(Scalar::powf(&9.0, 0.5), 3.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn powf(&self, exponent: impl Exponent) -> Self;

    /// x limited to [low, high]; the slope is 1 within, both ends included, and 0 outside.
    ///
    /// # Panics
    ///
    /// If low > high, or one of them is NaN.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(Scalar::clamp(&7.0, -1.0, 1.0), 1.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn clamp(&self, low: f64, high: f64) -> Self;

    /// x·factor + term, rounded once.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(Scalar::mul_add(&2.0, 3.0, 1.0), 7.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn mul_add(&self, factor: impl ScalarOperand<Self>, term: impl ScalarOperand<Self>) -> Self;

    /// Σᵢ xᵢ; 0 for no numbers.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::sum_of(&[1.0, 2.0, 3.0]), 6.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn sum_of(xs: &[Self]) -> Self {
        several::sum_of(xs)
    }

    /// Σᵢ xᵢyᵢ; 0 for no numbers.
    ///
    /// # Panics
    ///
    /// If the two have not the same length.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::dot(&[1.0, 2.0], &[3.0, 4.0]), 11.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn dot(xs: &[Self], ys: &[Self]) -> Self {
        same_length("dot", xs.len(), ys.len());
        several::dot(xs, ys)
    }

    /// self + Σᵢ xᵢyᵢ, summed from the left beginning with self.
    ///
    /// # Panics
    ///
    /// If the two have not the same length.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(Scalar::plus_dot(&0.5, &[1.0, 2.0], &[3.0, 4.0]), 11.5);
    /// ```
    #[must_use]
    #[track_caller]
    fn plus_dot(&self, xs: &[Self], ys: &[Self]) -> Self {
        same_length("plus_dot", xs.len(), ys.len());
        several::plus_dot(self, xs, ys)
    }

    /// Σᵢ wᵢxᵢ with plain numbers wᵢ; 0 for no numbers.
    ///
    /// # Panics
    ///
    /// If the two have not the same length.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::weighted_sum(&[1.0, 2.0], &[3.0, 4.0]), 11.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn weighted_sum(xs: &[Self], weights: &[f64]) -> Self {
        same_length("weighted_sum", xs.len(), weights.len());
        several::weighted_sum(xs, weights)
    }

    /// Σᵢ xᵢ², the square of the Euclidean norm; 0 for no numbers.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::sum_of_squares(&[3.0, 4.0]), 25.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn sum_of_squares(xs: &[Self]) -> Self {
        several::sum_of_squares(xs)
    }

    /// ‖x‖ = √(Σᵢ xᵢ²), the Euclidean norm, without overflow and underflow; the slopes are xᵢ/‖x‖, and 0 where all xᵢ are 0,
    /// as they are for [`hypot`](Scalar::hypot). 0 for no numbers. PyTorch's `linalg.vector_norm`.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::norm(&[3.0, 4.0]), 5.0);
    /// assert_eq!(f64::norm(&[3e-200, 4e-200]), 5e-200);
    /// ```
    #[must_use]
    #[track_caller]
    #[doc(alias = "vector_norm")]
    fn norm(xs: &[Self]) -> Self {
        several::norm(xs)
    }

    /// Σᵢ (xᵢ − yᵢ)²; 0 for no numbers.
    ///
    /// # Panics
    ///
    /// If the two have not the same length.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::squared_distance(&[1.0, 1.0], &[4.0, 5.0]), 25.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn squared_distance(xs: &[Self], ys: &[Self]) -> Self {
        same_length("squared_distance", xs.len(), ys.len());
        several::squared_distance(xs, ys)
    }

    /// Σᵢ (xᵢ − pᵢ)², the squared distance to a point of plain numbers; 0 for no numbers.
    ///
    /// # Panics
    ///
    /// If the two have not the same length.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::squared_distance_to(&[1.0, 1.0], &[4.0, 5.0]), 25.0);
    /// ```
    #[must_use]
    #[track_caller]
    fn squared_distance_to(xs: &[Self], point: &[f64]) -> Self {
        same_length("squared_distance_to", xs.len(), point.len());
        several::squared_distance_to(xs, point)
    }

    /// ln Σᵢ exp(xᵢ), without overflow; its slopes are the softmax of the xᵢ. −∞ for no numbers;
    /// where the largest x is infinite, it is that x. PyTorch's `logsumexp`.
    ///
    /// ```
    /// # use micrograd_core::Scalar;
    /// assert_eq!(f64::logsumexp(&[1000.0, 1000.0]), 1000.0 + 2_f64.ln());
    /// assert_eq!(f64::logsumexp(&[]), f64::NEG_INFINITY);
    /// ```
    #[must_use]
    #[track_caller]
    fn logsumexp(xs: &[Self]) -> Self {
        several::logsumexp(xs)
    }
}
