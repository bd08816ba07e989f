//! A convolution over pictures.

use super::Kernels;
use super::kernels::Picture;
use crate::Forward;
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::fmt;

/// yₒ(t, u) = bₒ + Σ꜀ Σᵢ Σⱼ wₒ꜀ᵢⱼ·x꜀(s·t + i − p, s·u + j − p): the same weights at each place of a picture
/// of C channels, with the stride s and the padding p, both for rows and for columns.
///
/// LeCun et al., *Backpropagation Applied to Handwritten Zip Code Recognition*, Neural Computation 1
/// (1989); PyTorch's `Conv2d`: the parameters are `weight` of shape [out, C, rows, columns] and `bias` of
/// shape `[out]`, and begin uniform in ±1/√(C·rows·columns). n rows become
/// ⌊(n + 2p − rows)/s⌋ + 1, and columns likewise. Each output is a node of its own, so it is for small
/// pictures.
///
/// ```
/// use micrograd_nn::{Conv2d, Forward, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let edges = Conv2d::new(1, 1, [1, 2], &mut ChaCha8Rng::seed_from_u64(1337));
/// edges.set_parameters(&[-1.0, 1.0, 0.0]);
/// let picture = [vec![vec![0.0, 0.0, 5.0], vec![0.0, 5.0, 5.0]]];
/// assert_eq!(edges.forward(&picture), [[[0.0, 5.0], [5.0, 0.0]]]);
/// ```
#[derive(Debug)]
pub struct Conv2d {
    pub(super) kernels: Kernels,
}

impl Conv2d {
    /// From `channels` channels to `outputs`, with a kernel of so many rows and columns.
    ///
    /// # Panics
    ///
    /// If one of them is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Conv2d, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(Conv2d::new(2, 4, [3, 5], &mut rng).tensors()[0].shape(), [4, 2, 3, 5]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(
        channels: usize,
        outputs: usize,
        size: [usize; 2],
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        let [rows, columns] = size;
        Conv2d {
            kernels: Kernels::new(&[outputs, channels, rows, columns], size, rng),
        }
    }

    /// From place to place by so many rows and columns.
    ///
    /// # Panics
    ///
    /// If one of them is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Conv2d, Forward};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let conv = Conv2d::new(1, 1, [2, 2], &mut rng).stride([2, 2]);
    /// let output = conv.forward(&[vec![vec![0.5; 8]; 6]]);
    /// assert_eq!((output[0].len(), output[0][0].len()), (3, 4));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn stride(mut self, stride: [usize; 2]) -> Self {
        self.kernels.set_stride(stride);
        self
    }

    /// As if there were so many rows and columns of zeros around the picture.
    ///
    /// ```
    /// # use micrograd_nn::{Conv2d, Forward};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let conv = Conv2d::new(1, 1, [3, 3], &mut rng).padding([1, 1]);
    /// assert_eq!(conv.forward(&[vec![vec![0.5; 8]; 6]])[0].len(), 6);
    /// ```
    #[must_use]
    pub fn padding(mut self, padding: [usize; 2]) -> Self {
        self.kernels.padding = padding;
        self
    }

    /// Without biases, as before a norm.
    ///
    /// ```
    /// # use micrograd_nn::{Conv2d, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let conv = Conv2d::new(1, 2, [3, 3], &mut rng).without_bias();
    /// assert_eq!(conv.parameters().len(), 18);
    /// ```
    #[must_use]
    pub fn without_bias(mut self) -> Self {
        self.kernels.drop_bias();
        self
    }
}

impl<X: Operand> Forward<[Vec<Vec<X>>]> for Conv2d {
    type Output = Vec<Vec<Vec<Value>>>;

    /// Rows for each output channel, from rows for each channel, all of one size.
    fn forward(&self, channels: &[Vec<Vec<X>>]) -> Vec<Vec<Vec<Value>>> {
        let rows = channels.first().map_or(0, Vec::len);
        let columns = channels.first().and_then(|rows| rows.first());
        let columns = columns.map_or(0, Vec::len);
        let mut values = Vec::with_capacity(channels.len() * rows * columns);
        for (channel, picture) in channels.iter().enumerate() {
            let differs = picture.iter().find(|row| row.len() != columns);
            assert!(
                picture.len() == rows && differs.is_none(),
                "channel {channel} has {} rows of {} places, and channel 0 begins with {rows} of {columns}",
                picture.len(),
                differs.map_or(columns, Vec::len)
            );
            for x in picture.iter().flatten() {
                values.push(x.to_value());
            }
        }
        self.kernels.convolve(&Picture {
            values,
            channels: channels.len(),
            size: [rows, columns],
        })
    }
}

/// `Conv2d(2, 4, kernel=[3, 3])`
impl fmt::Display for Conv2d {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [outputs, channels, size @ ..] = self.kernels.shape() else {
            unreachable!("a picture has four lengths")
        };
        write!(f, "Conv2d({channels}, {outputs}, kernel={size:?})")
    }
}
