//! The functions at a neuron's end, named as `PyTorch` names them.

use super::Value;
use super::functions::unary;
use crate::operations::row;
use std::panic::Location;

unary! {
    /// # Activations

    /// The rectified linear unit max(0, x), with slope 0 at 0 (PyTorch's `relu`).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.0).relu(), 0.0);
    /// ```
    relu Relu;

    /// The logistic function σ(x) = 1/(1 + e⁻ˣ), without overflow (PyTorch's `sigmoid`).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(0.0).sigmoid(), 0.5);
    /// ```
    #[doc(alias = "expit")]
    #[doc(alias = "logistic")]
    sigmoid Sigmoid;

    /// ln(1 + eˣ), without overflow (PyTorch's `softplus` with β = 1).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(1000.0).softplus(), 1000.0);
    /// ```
    softplus Softplus;

    /// ln σ(x) = −ln(1 + e⁻ˣ), without overflow; the slope is σ(−x). The logarithm of a probability that is given by its
    /// logit (PyTorch's `logsigmoid`).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-1000.0).ln_sigmoid(), -1000.0);
    /// ```
    #[doc(alias = "logsigmoid")]
    #[doc(alias = "log_sigmoid")]
    ln_sigmoid LnSigmoid;

    /// The Gaussian error linear unit x·Φ(x), where Φ is the normal distribution function
    /// (Hendrycks & Gimpel 2016; PyTorch's `gelu` in its exact form).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(0.0).gelu(), 0.0);
    /// ```
    gelu Gelu;

    /// The sigmoid linear unit x·σ(x), also called swish (PyTorch's `silu`).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(0.0).silu(), 0.0);
    /// ```
    #[doc(alias = "swish")]
    silu Silu;
}

/// # Activations with a parameter
impl Value {
    /// x for x > 0, else slope·x; at 0 the slope is `slope` (PyTorch's `leaky_relu`, where it is
    /// 0.01 unless given).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.0).leaky_relu(0.5), -1.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn leaky_relu(&self, slope: f64) -> Value {
        self.parametric::<row::LeakyRelu>(slope, Location::caller())
    }

    /// The exponential linear unit: x for x > 0, else α·(eˣ − 1) (Clevert et al. 2015; PyTorch's
    /// `elu`, where α is 1 unless given).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-1000.0).elu(2.0), -2.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn elu(&self, alpha: f64) -> Value {
        self.parametric::<row::Elu>(alpha, Location::caller())
    }
}
