//! Logarithms of two numbers.

use super::Operand;
use super::Value;
use crate::operations::row;
use std::panic::Location;

/// # Logarithms of two
///
/// The other operand is a value, a reference or a number.
impl Value {
    /// log_b x = ln x/ln b; ∂/∂x = 1/(x·ln b), ∂/∂b = −log_b x/(b·ln b). [`log2`](Value::log2) and
    /// [`log10`](Value::log10) are more accurate.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(25.0).log(5), 2.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn log(&self, base: impl Operand) -> Value {
        self.binary_with::<row::Log>(&base, Location::caller())
    }

    /// x·ln y, which is 0 for x = 0 whatever number y is; ∂/∂x = ln y, ∂/∂y = x/y, which is 0 at the origin. An entropy is
    /// −Σᵢ pᵢ·ln pᵢ: `-p.xlogy(&p)`. PyTorch's `xlogy`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(0.0).xlogy(0.0), 0.0);
    /// assert_eq!(Value::new(2.0).xlogy(3.0), 2.0 * 3f64.ln());
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn xlogy(&self, y: impl Operand) -> Value {
        self.binary_with::<row::Xlogy>(&y, Location::caller())
    }

    /// ln(eˣ + eʸ), without overflow; ∂/∂x = σ(x − y), ∂/∂y = σ(y − x). Of many there is
    /// [`Scalar::logsumexp`](crate::Scalar::logsumexp). PyTorch's `logaddexp`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(1000.0).logaddexp(1000.0), 1000.0 + 2f64.ln());
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn logaddexp(&self, other: impl Operand) -> Value {
        self.binary_with::<row::Logaddexp>(&other, Location::caller())
    }
}
