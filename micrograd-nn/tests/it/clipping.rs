//! Clipped gradients, against PyTorch's numbers.

use micrograd_core::Value;
use micrograd_nn::{clip_grad_norm, clip_grad_value};

fn with_gradients(gradients: &[f64]) -> Vec<Value> {
    let parameters: Vec<Value> = gradients.iter().map(|_| Value::new(1.0)).collect();
    for (p, &gradient) in parameters.iter().zip(gradients) {
        p.set_grad(gradient);
    }
    parameters
}

fn gradients(parameters: &[Value]) -> Vec<f64> {
    parameters.iter().map(Value::grad).collect()
}

#[test]
fn a_norm_above_the_largest_is_scaled_down_to_it() {
    let parameters = with_gradients(&[3.0, -4.0, 12.0, 0.5]);
    let norm = clip_grad_norm(&parameters, 2.0);
    // clip_grad_norm_ of PyTorch 2.15.
    assert!((norm - 13.009_611_831_257_688).abs() < 1e-14);
    let expected = [
        0.461_197_429_763_938_5,
        -0.614_929_906_351_918,
        1.844_789_719_055_754,
        0.076_866_238_293_989_75,
    ];
    for (gradient, expected) in gradients(&parameters).into_iter().zip(expected) {
        assert!(
            (gradient - expected).abs() < 1e-15,
            "{gradient:?}, not {expected:?}"
        );
    }
}

#[test]
fn a_norm_below_the_largest_changes_nothing() {
    for largest in [6.0, f64::INFINITY] {
        let parameters = with_gradients(&[3.0, -4.0]);
        assert_eq!(clip_grad_norm(&parameters, largest), 5.0);
        assert_eq!(gradients(&parameters), [3.0, -4.0]);
    }
    assert_eq!(clip_grad_norm(&with_gradients(&[0.0, 0.0]), 1.0), 0.0);
    assert_eq!(clip_grad_norm(&[], 1.0), 0.0);
}

#[test]
fn a_norm_whose_squares_overflow_or_vanish_is_still_right() {
    for size in [1e200, 1e-200] {
        let norm = clip_grad_norm(&with_gradients(&[3.0 * size, -4.0 * size]), 1.0);
        assert!((norm / size - 5.0).abs() < 1e-14, "{norm:?}");
    }
    let parameters = with_gradients(&[3e200, -4e200]);
    clip_grad_norm(&parameters, 1.0);
    assert!((parameters[1].grad() + 0.8).abs() < 1e-15);
}

#[test]
fn values_are_cut_on_both_sides() {
    let parameters = with_gradients(&[3.0, -4.0, 0.25, f64::INFINITY]);
    clip_grad_value(&parameters, 1.5);
    assert_eq!(gradients(&parameters), [1.5, -1.5, 0.25, 1.5]);
}

#[test]
fn clipping_leaves_the_parameters_themselves_alone() {
    let parameters = with_gradients(&[3.0, -4.0]);
    clip_grad_norm(&parameters, 1.0);
    clip_grad_value(&parameters, 0.1);
    assert_eq!(parameters, [1.0, 1.0]);
}
