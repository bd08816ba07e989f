//! The price of large weights.

use micrograd_core::Value;

/// The L2 regularisation term α·Σₚ p² over the parameters p; 0 for no parameters.
///
/// Added to a loss, it pulls every parameter towards 0 at the rate 2αp. Hoerl and Kennard, *Ridge
/// Regression*, Technometrics 12 (1970); the `reg_loss` of micrograd's notebook, in the same order
/// of summation.
///
/// # Panics
///
/// If `alpha` is negative or not finite.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::l2_penalty;
///
/// let parameters = [Value::new(3.0), Value::new(-4.0)];
/// let penalty = l2_penalty(0.5, &parameters);
/// assert_eq!(penalty, 12.5);
///
/// penalty.backward();
/// assert_eq!(parameters[1].grad(), -4.0); // 2αp
/// ```
#[must_use]
#[track_caller]
pub fn l2_penalty(alpha: f64, parameters: &[Value]) -> Value {
    assert!(
        alpha >= 0.0 && alpha.is_finite(),
        "alpha is {alpha:?}; it must be finite and at least 0"
    );
    alpha * Value::dot(parameters, parameters)
}
