//! Signals brought to one size. One norm in each file.

mod layer_norm;
mod rms_norm;

pub use layer_norm::LayerNorm;
pub use rms_norm::RmsNorm;

use micrograd_core::{Operand, Value};

/// `size` parameters that begin at `number`.
#[track_caller]
fn parameters(number: f64, size: usize) -> Vec<Value> {
    let mut parameters = Vec::with_capacity(size);
    for _ in 0..size {
        parameters.push(Value::new(number));
    }
    parameters
}

#[track_caller]
fn assert_size(size: usize) {
    assert!(size > 0, "a norm needs at least 1 signal, not {size}");
}

#[track_caller]
fn assert_eps(eps: f64) {
    assert!(
        eps >= 0.0 && eps.is_finite(),
        "eps is {eps:?}; it must be finite and at least 0"
    );
}

/// The inputs as values, as many as the norm has been made for.
#[track_caller]
fn signals<X: Operand>(inputs: &[X], size: usize) -> Vec<Value> {
    assert!(
        inputs.len() == size,
        "a norm of {size} signals was given {}",
        inputs.len()
    );
    let mut signals = Vec::with_capacity(size);
    for x in inputs {
        signals.push(x.to_value());
    }
    signals
}

/// Multiplies each signal by its gain. The results lie side by side on the tape, where a layer's sums find them quickly.
#[track_caller]
fn scale(signals: &mut [Value], gain: Option<&[Value]>) {
    for (y, g) in signals.iter_mut().zip(gain.into_iter().flatten()) {
        *y *= g;
    }
}

/// √(ε + (1/n)·Σᵢ xᵢ²)
#[track_caller]
fn root_mean_square(signals: &[Value], eps: f64) -> Value {
    (Value::dot(signals, signals) / count(signals) + eps).sqrt()
}

#[expect(clippy::cast_precision_loss)] // No one has 2⁵³ signals.
fn count(signals: &[Value]) -> f64 {
    signals.len() as f64
}
