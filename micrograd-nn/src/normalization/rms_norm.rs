//! Signals of size 1.

use super::{assert_eps, assert_size, parameters, root_mean_square, scale, signals};
use crate::{Forward, Module};
use micrograd_core::{Operand, Value};
use std::fmt;

/// yᵢ = γᵢ·xᵢ/√(ε + (1/n)·Σⱼ xⱼ²): n signals, divided by their root mean square, times a gain for
/// each.
///
/// Zhang and Sennrich, *Root Mean Square Layer Normalization*, NeurIPS 2019; PyTorch's `RMSNorm`:
/// the parameter is `weight` of shape `[n]`, the gain γ, which begins at 1, and ε is 2⁻⁵² (PyTorch's
/// `finfo(x.dtype).eps`) unless told otherwise.
///
/// ```
/// use micrograd_nn::{Forward, Module, RmsNorm};
///
/// let norm = RmsNorm::new(2).eps(0.0);
/// assert_eq!(norm.forward(&[1.0, 7.0]), [0.2, 1.4]); // √((1 + 49)/2) = 5
/// assert_eq!(norm.parameters(), [1.0, 1.0]);
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct RmsNorm {
    #[module(skip)]
    size: usize,
    weight: Option<Vec<Value>>,
    #[module(skip)]
    eps: f64,
}

impl RmsNorm {
    /// For `size` signals.
    ///
    /// # Panics
    ///
    /// If `size` is 0.
    ///
    /// ```
    /// # use micrograd_nn::RmsNorm;
    /// assert_eq!(RmsNorm::new(8).size(), 8);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(size: usize) -> Self {
        assert_size(size);
        RmsNorm {
            size,
            weight: Some(parameters(1.0, size)),
            eps: f64::EPSILON,
        }
    }

    /// With a gain or without one; PyTorch's `elementwise_affine`.
    ///
    /// ```
    /// # use micrograd_nn::{Module, RmsNorm};
    /// assert!(RmsNorm::new(8).gain(false).parameters().is_empty());
    /// ```
    #[must_use]
    #[track_caller]
    pub fn gain(mut self, gain: bool) -> Self {
        self.weight = if gain {
            Some(parameters(1.0, self.size))
        } else {
            None
        };
        self
    }

    /// With another ε, which keeps signals finite that are all 0.
    ///
    /// # Panics
    ///
    /// If `eps` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Forward, RmsNorm};
    /// assert_eq!(RmsNorm::new(1).eps(3.0).forward(&[1.0]), [0.5]); // 1/√(3 + 1)
    /// ```
    #[must_use]
    #[track_caller]
    pub fn eps(mut self, eps: f64) -> Self {
        assert_eps(eps);
        self.eps = eps;
        self
    }

    /// The number of signals, n.
    ///
    /// ```
    /// # use micrograd_nn::RmsNorm;
    /// assert_eq!(RmsNorm::new(8).size(), 8);
    /// ```
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }
}

impl<X: Operand> Forward<[X]> for RmsNorm {
    type Output = Vec<Value>;

    /// As many signals as there were.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        let mut outputs = signals(inputs, self.size);
        let rms = root_mean_square(&outputs, self.eps);
        for y in &mut outputs {
            *y /= &rms;
        }
        scale(&mut outputs, self.weight.as_deref());
        outputs
    }
}

/// `RMSNorm(8)`
impl fmt::Display for RmsNorm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RMSNorm({})", self.size)
    }
}
