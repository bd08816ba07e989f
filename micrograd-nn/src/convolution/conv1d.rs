//! A convolution over lines.

use super::Kernels;
use super::kernels::Picture;
use crate::Forward;
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::fmt;

/// yₒ(t) = bₒ + Σ꜀ Σᵢ wₒ꜀ᵢ·x꜀(s·t + i − p): the same weights at each place t of a line of C channels, with
/// the stride s and the padding p.
///
/// LeCun et al., *Backpropagation Applied to Handwritten Zip Code Recognition*, Neural Computation 1
/// (1989); PyTorch's `Conv1d`: the parameters are `weight` of shape [out, C, kernel] and `bias` of shape
/// `[out]`, and begin uniform in ±1/√(C·kernel). A line of the length n becomes one of
/// ⌊(n + 2p − kernel)/s⌋ + 1. Each output is a node of its own, so it is for small inputs.
///
/// ```
/// use micrograd_nn::{Conv1d, Forward, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let conv = Conv1d::new(1, 1, 2, &mut ChaCha8Rng::seed_from_u64(1337));
/// conv.set_parameters(&[1.0, -1.0, 0.5]);
/// assert_eq!(conv.forward(&[vec![1.0, 4.0, 9.0]]), [[-2.5, -4.5]]); // ½ + x(t) − x(t + 1)
/// ```
#[derive(Debug)]
pub struct Conv1d {
    pub(super) kernels: Kernels,
}

impl Conv1d {
    /// From `channels` channels to `outputs`, with a kernel of `size` places.
    ///
    /// # Panics
    ///
    /// If one of them is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Conv1d, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Conv1d::new(2, 4, 3, &mut rng).tensors()[0].shape(), [4, 2, 3]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(
        channels: usize,
        outputs: usize,
        size: usize,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        Conv1d {
            kernels: Kernels::new(&[outputs, channels, size], [1, size], rng),
        }
    }

    /// From place to place by so many steps.
    ///
    /// # Panics
    ///
    /// If it is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Conv1d, Forward};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let conv = Conv1d::new(1, 1, 2, &mut rng).stride(2);
    /// assert_eq!(conv.forward(&[vec![1.0, 4.0, 9.0, 16.0]])[0].len(), 2);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn stride(mut self, stride: usize) -> Self {
        self.kernels.set_stride([1, stride]);
        self
    }

    /// As if there were so many zeros at both ends.
    ///
    /// ```
    /// # use micrograd_nn::{Conv1d, Forward};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let conv = Conv1d::new(1, 1, 3, &mut rng).padding(1);
    /// assert_eq!(conv.forward(&[vec![1.0, 4.0, 9.0, 16.0]])[0].len(), 4);
    /// ```
    #[must_use]
    pub fn padding(mut self, padding: usize) -> Self {
        self.kernels.padding = [0, padding];
        self
    }

    /// Without biases, as before a norm.
    ///
    /// ```
    /// # use micrograd_nn::{Conv1d, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Conv1d::new(1, 2, 3, &mut rng).without_bias().parameters().len(), 6);
    /// ```
    #[must_use]
    pub fn without_bias(mut self) -> Self {
        self.kernels.drop_bias();
        self
    }
}

impl<X: Operand> Forward<[Vec<X>]> for Conv1d {
    type Output = Vec<Vec<Value>>;

    /// A line for each output channel, from one for each channel, all of one length.
    fn forward(&self, lines: &[Vec<X>]) -> Vec<Vec<Value>> {
        let length = lines.first().map_or(0, Vec::len);
        let mut values = Vec::with_capacity(lines.len() * length);
        for (channel, line) in lines.iter().enumerate() {
            assert!(
                line.len() == length,
                "channel {channel} has {} places, and channel 0 has {length}",
                line.len()
            );
            for x in line {
                values.push(x.to_value());
            }
        }
        let picture = Picture {
            values,
            channels: lines.len(),
            size: [1, length],
        };
        self.kernels
            .convolve(&picture)
            .into_iter()
            .flatten()
            .collect()
    }
}

/// `Conv1d(2, 4, kernel=3)`
impl fmt::Display for Conv1d {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [outputs, channels, size] = self.kernels.shape() else {
            unreachable!("a line has three lengths")
        };
        write!(f, "Conv1d({channels}, {outputs}, kernel={size})")
    }
}
