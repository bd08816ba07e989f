//! Signals of mean 0 and variance 1.

use super::{assert_eps, assert_size, count, parameters, root_mean_square, scale, signals};
use crate::{Forward, Module};
use micrograd_core::{Operand, Value};
use std::fmt;

/// yᵢ = γᵢ·(xᵢ − μ)/√(σ² + ε) + βᵢ: n signals, freed of their mean μ = (1/n)·Σⱼ xⱼ and divided by
/// their deviation, σ² = (1/n)·Σⱼ (xⱼ − μ)², then times a gain and plus a bias for each.
///
/// Ba, Kiros and Hinton, *Layer Normalization*, 2016; PyTorch's `LayerNorm`: the parameters are
/// `weight`, the gain γ, which begins at 1, and `bias`, β, which begins at 0, both of shape `[n]`;
/// ε is 10⁻⁵ unless told otherwise.
///
/// ```
/// use micrograd_nn::{Forward, LayerNorm, Module};
///
/// let norm = LayerNorm::new(2).eps(0.0);
/// assert_eq!(norm.forward(&[3.0, 7.0]), [-1.0, 1.0]); // μ = 5, σ = 2
/// assert_eq!(norm.parameters(), [1.0, 1.0, 0.0, 0.0]); // γ, β
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct LayerNorm {
    #[module(skip)]
    size: usize,
    weight: Option<Vec<Value>>,
    bias: Option<Vec<Value>>,
    #[module(skip)]
    eps: f64,
}

impl LayerNorm {
    /// For `size` signals.
    ///
    /// # Panics
    ///
    /// If `size` is 0.
    ///
    /// ```
    /// # use micrograd_nn::LayerNorm;
    /// assert_eq!(LayerNorm::new(8).size(), 8);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(size: usize) -> Self {
        assert_size(size);
        LayerNorm {
            size,
            weight: Some(parameters(1.0, size)),
            bias: Some(parameters(0.0, size)),
            eps: 1e-5,
        }
    }

    /// With a gain and a bias or without both; PyTorch's `elementwise_affine`.
    ///
    /// ```
    /// # use micrograd_nn::{LayerNorm, Module};
    /// assert!(LayerNorm::new(8).affine(false).parameters().is_empty());
    /// ```
    #[must_use]
    #[track_caller]
    pub fn affine(mut self, affine: bool) -> Self {
        self.weight = None;
        if affine {
            self.weight = Some(parameters(1.0, self.size));
        }
        self.bias(affine)
    }

    /// With a bias or without one.
    ///
    /// ```
    /// # use micrograd_nn::{LayerNorm, Module};
    /// assert_eq!(LayerNorm::new(8).bias(false).parameters().len(), 8);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn bias(mut self, bias: bool) -> Self {
        self.bias = None;
        if bias {
            self.bias = Some(parameters(0.0, self.size));
        }
        self
    }

    /// With another ε, which keeps signals finite that are all equal.
    ///
    /// # Panics
    ///
    /// If `eps` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Forward, LayerNorm};
    /// let norm = LayerNorm::new(2).eps(3.0);
    /// assert_eq!(norm.forward(&[-1.0, 1.0]), [-0.5, 0.5]); // 1/√(1 + 3)
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
    /// # use micrograd_nn::LayerNorm;
    /// assert_eq!(LayerNorm::new(8).size(), 8);
    /// ```
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }
}

impl<X: Operand> Forward<[X]> for LayerNorm {
    type Output = Vec<Value>;

    /// As many signals as there were.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        let mut outputs = signals(inputs, self.size);
        let mut mean = outputs[0].clone();
        for x in &outputs[1..] {
            mean += x;
        }
        let count = count(&outputs);
        mean /= count;
        for y in &mut outputs {
            *y -= &mean;
        }
        let deviation = root_mean_square(&outputs, self.eps);
        for y in &mut outputs {
            *y /= &deviation;
        }
        scale(&mut outputs, self.weight.as_deref());
        for (y, b) in outputs.iter_mut().zip(self.bias.iter().flatten()) {
            *y += b;
        }
        outputs
    }
}

/// `LayerNorm(8)`
impl fmt::Display for LayerNorm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LayerNorm({})", self.size)
    }
}
