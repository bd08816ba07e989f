//! Gradients that are kept from growing too large, between `backward` and the optimiser's step.

use micrograd_core::{Op, Value};

/// Scales all gradients down so that their norm ‖g‖ = √(Σₚ gₚ²) is at most `max_norm`, and returns
/// the norm that they had.
///
/// With a larger norm every gradient is multiplied by max_norm/(‖g‖ + 10⁻⁶); a smaller one changes
/// nothing. The direction stays. Pascanu, Mikolov and Bengio, *On the difficulty of training
/// recurrent neural networks*, ICML 2013; PyTorch's `clip_grad_norm_`.
///
/// # Panics
///
/// If `max_norm` is not above 0 or is NaN, a gradient is not finite or a parameter is listed twice
/// (nothing has changed then), or a parameter is the result of an operation.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::clip_grad_norm;
///
/// let parameters = [Value::new(0.0), Value::new(0.0)];
/// grad! { 3 * parameters[0] - 4 * parameters[1] }.backward();
/// assert_eq!(clip_grad_norm(&parameters, 1.0), 5.0);
/// assert!((parameters[0].grad() - 0.6).abs() < 1e-6);
/// assert!((parameters[1].grad() + 0.8).abs() < 1e-6);
/// ```
#[expect(clippy::must_use_candidate)] // Clipping is the point; the norm is a by-product.
#[track_caller]
pub fn clip_grad_norm(parameters: &[Value], max_norm: f64) -> f64 {
    assert!(
        max_norm > 0.0,
        "the largest norm is {max_norm:?}; it must be above 0"
    );
    assert_leaves(parameters);
    let gradients = match crate::optimizers::finite_gradients(parameters) {
        Ok(gradients) => gradients,
        Err(error) => panic!("{error}"),
    };
    let norm = norm(&gradients);
    let scale = max_norm / (norm + 1e-6);
    if scale < 1.0 {
        for p in parameters {
            p.set_grad(p.grad() * scale);
        }
    }
    norm
}

/// Puts every gradient g between −`limit` and `limit`: g ← max(−limit, min(limit, g)).
///
/// The direction may change. PyTorch's `clip_grad_value_`.
///
/// # Panics
///
/// If `limit` is negative or NaN, a gradient is NaN (nothing has changed then), or a parameter is
/// the result of an operation.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::clip_grad_value;
///
/// let parameters = [Value::new(0.0), Value::new(0.0)];
/// grad! { 0.5 * parameters[0] - 4 * parameters[1] }.backward();
/// clip_grad_value(&parameters, 1.0);
/// assert_eq!(parameters[0].grad(), 0.5);
/// assert_eq!(parameters[1].grad(), -1.0);
/// ```
#[track_caller]
pub fn clip_grad_value(parameters: &[Value], limit: f64) {
    assert!(
        limit >= 0.0,
        "the largest gradient is {limit:?}; it must be at least 0"
    );
    assert_leaves(parameters);
    for (i, p) in parameters.iter().enumerate() {
        assert!(
            !p.grad().is_nan(),
            "the gradient of parameter {i} of {} is NaN",
            parameters.len()
        );
    }
    for p in parameters {
        p.set_grad(p.grad().clamp(-limit, limit));
    }
}

/// An optimiser steps from leaves alone.
#[track_caller]
fn assert_leaves(parameters: &[Value]) {
    for (i, p) in parameters.iter().enumerate() {
        assert!(
            p.op() == Op::Leaf,
            "parameter {i} of {} is the result of `{}`, and only a leaf is a parameter",
            parameters.len(),
            p.op().name()
        );
    }
}

/// √(Σₚ gₚ²), relative to the largest gradient where the squares would overflow or vanish.
fn norm(gradients: &[f64]) -> f64 {
    let sum_of_squares = |unit: f64| -> f64 {
        let squares = gradients.iter().map(|g| (g / unit).powi(2));
        squares.sum()
    };
    let plain = sum_of_squares(1.0);
    if plain.is_normal() {
        return plain.sqrt();
    }
    let largest = gradients
        .iter()
        .fold(0.0, |largest: f64, g| largest.max(g.abs()));
    if largest == 0.0 {
        0.0
    } else {
        largest * sum_of_squares(largest).sqrt()
    }
}
