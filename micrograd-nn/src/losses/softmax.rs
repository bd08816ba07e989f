//! From logits to probabilities.

use crate::metrics::argmax;
use micrograd_core::Value;

/// softmax(z)ᵢ = exp(zᵢ)/Σⱼ exp(zⱼ), the probabilities that the logits z stand for.
///
/// No logit is too large: all are taken relative to the largest. Bridle, *Probabilistic
/// Interpretation of Feedforward Classification Network Outputs* (1990); PyTorch's `softmax`.
///
/// # Panics
///
/// If there are no logits.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::softmax;
///
/// let logits = [1000.0, 1000.0, -1000.0].map(Value::new);
/// assert_eq!(softmax(&logits), [0.5, 0.5, 0.0]);
/// ```
#[must_use]
#[track_caller]
pub fn softmax(logits: &[Value]) -> Vec<Value> {
    let Relative { gaps, rest } = Relative::to_the_largest(logits);
    let total = 1 + rest;
    let mut probabilities = Vec::with_capacity(gaps.len());
    for gap in gaps {
        if let Some(gap) = gap {
            probabilities.push(gap.exp() / &total);
        } else {
            probabilities.push(1 / &total);
        }
    }
    probabilities
}

/// log_softmax(z)ᵢ = zᵢ − ln Σⱼ exp(zⱼ), the logarithms of [`softmax`], which keep all digits
/// where the probability itself is near 0 or 1. PyTorch's `log_softmax`.
///
/// # Panics
///
/// If there are no logits.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::log_softmax;
///
/// let logits = [1000.0, -1000.0].map(Value::new);
/// assert_eq!(log_softmax(&logits), [0.0, -2000.0]);
/// ```
#[must_use]
#[track_caller]
pub fn log_softmax(logits: &[Value]) -> Vec<Value> {
    let Relative { gaps, rest } = Relative::to_the_largest(logits);
    let log_total = rest.ln_1p();
    let mut logarithms = Vec::with_capacity(gaps.len());
    for gap in gaps {
        if let Some(gap) = gap {
            logarithms.push(gap - &log_total);
        } else {
            logarithms.push(-&log_total);
        }
    }
    logarithms
}

/// ln Σᵢ exp(xᵢ), without overflow; its gradient is [`softmax`]. PyTorch's `logsumexp`.
///
/// Where the largest x is infinite, it is that x.
///
/// # Panics
///
/// If there are no values.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::logsumexp;
///
/// let y = logsumexp(&[1000.0, 1000.0].map(Value::new));
/// assert_eq!(y, 1000.0 + 2_f64.ln());
/// ```
#[must_use]
#[track_caller]
pub fn logsumexp(values: &[Value]) -> Value {
    let relative = Relative::to_the_largest(values);
    let largest = &values[argmax(values)];
    if largest.data().is_infinite() {
        return largest.clone();
    }
    largest + relative.rest.ln_1p()
}

/// Logits seen from the largest of them, so that Σᵢ exp(zᵢ − max z) = 1 + rest.
pub(super) struct Relative {
    /// zᵢ − max z; `None` for the largest itself, whose 0 has no gradient.
    pub(super) gaps: Vec<Option<Value>>,
    /// Σᵢ exp(zᵢ − max z) over all but the largest.
    pub(super) rest: Value,
}

impl Relative {
    #[track_caller]
    pub(super) fn to_the_largest(logits: &[Value]) -> Self {
        let top = argmax(logits);
        let largest = &logits[top];
        let mut gaps = Vec::with_capacity(logits.len());
        let mut terms = Vec::with_capacity(logits.len() - 1);
        for (i, z) in logits.iter().enumerate() {
            if i == top {
                gaps.push(None);
                continue;
            }
            let gap = z - largest;
            terms.push(gap.exp());
            gaps.push(Some(gap));
        }
        let rest = super::sum(terms);
        Relative { gaps, rest }
    }
}
