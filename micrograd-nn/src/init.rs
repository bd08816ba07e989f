//! How parameters begin.

use crate::normal::standard_normal;
use rand::{Rng, RngExt};

/// The distribution that the initial weights are drawn from.
///
/// For a layer from n inputs (fan_in) to m outputs (fan_out). Biases begin at 0, except with
/// [`TorchLinear`](Init::TorchLinear).
///
/// The same generator gives the same numbers on every machine: beside the four operations and √,
/// which IEEE 754 rounds exactly, only the normal distribution needs a function, and that logarithm
/// is the `libm` crate's own and not the system's.
///
/// ```
/// use micrograd_nn::{Init, Linear, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let linear = Linear::builder(6, 4).init(Init::KaimingUniform).build(&mut rng);
/// let weights = &linear.parameters()[..24];
/// assert!(weights.iter().all(|w| w.data().abs() <= 1.0)); // √(6/fan_in)
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Init {
    /// Uniform in [−a, a). Micrograd's neurons take a = 1, and so does [`Init::default`].
    Uniform(f64),
    /// Normal with mean 0 and this standard deviation.
    Normal(f64),
    /// This number.
    Constant(f64),
    /// Uniform in ±1/√fan_in, weights and biases: what PyTorch's `Linear` does by itself.
    TorchLinear,
    /// Uniform in ±√(6/(fan_in + fan_out)). Glorot and Bengio, *Understanding the difficulty of
    /// training deep feedforward neural networks*, AISTATS 2010; PyTorch's `xavier_uniform_` with
    /// its gain of 1.
    XavierUniform,
    /// Normal with σ² = 2/(fan_in + fan_out), of the same paper; PyTorch's `xavier_normal_` with its
    /// gain of 1.
    XavierNormal,
    /// Uniform in ±√(6/fan_in), for ReLU. He et al., *Delving Deep into Rectifiers*, ICCV 2015;
    /// PyTorch's `kaiming_uniform_` as it stands, with the gain √2.
    KaimingUniform,
    /// Normal with σ² = 2/fan_in, of the same paper; PyTorch's `kaiming_normal_` as it stands, with
    /// the gain √2.
    KaimingNormal,
}

/// Micrograd's: uniform in [−1, 1).
impl Default for Init {
    fn default() -> Self {
        Init::Uniform(1.0)
    }
}

impl Init {
    /// One weight of a layer from `fan_in` to `fan_out` numbers.
    ///
    /// # Panics
    ///
    /// If `fan_in` or `fan_out` is 0; if the bound of [`Uniform`](Init::Uniform) or the deviation of
    /// [`Normal`](Init::Normal) is not finite and above 0; if the number of
    /// [`Constant`](Init::Constant) is not finite.
    ///
    /// ```
    /// # use micrograd_nn::Init;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let mut rng = ChaCha8Rng::seed_from_u64(1337);
    /// let w = Init::XavierUniform.weight(4, 2, &mut rng);
    /// assert!(w.abs() <= 1.0); // √(6/(4 + 2))
    /// ```
    #[must_use]
    #[track_caller]
    pub fn weight(self, fan_in: usize, fan_out: usize, rng: &mut (impl Rng + ?Sized)) -> f64 {
        assert!(
            fan_in > 0 && fan_out > 0,
            "a layer from {fan_in} to {fan_out} numbers has no weights"
        );
        #[expect(clippy::cast_precision_loss)] // No one has 2⁵³ neurons.
        let (n, m) = (fan_in as f64, fan_out as f64);
        match self {
            Init::Uniform(a) => uniform(above_zero("bound of `Init::Uniform`", a), rng),
            Init::Normal(sigma) => {
                above_zero("deviation of `Init::Normal`", sigma) * standard_normal(rng)
            }
            Init::Constant(c) => {
                assert!(
                    c.is_finite(),
                    "the number of `Init::Constant` is {c:?}; it must be finite"
                );
                c
            }
            Init::TorchLinear => uniform(1.0 / n.sqrt(), rng),
            Init::XavierUniform => uniform((6.0 / (n + m)).sqrt(), rng),
            Init::XavierNormal => (2.0 / (n + m)).sqrt() * standard_normal(rng),
            Init::KaimingUniform => uniform((6.0 / n).sqrt(), rng),
            Init::KaimingNormal => (2.0 / n).sqrt() * standard_normal(rng),
        }
    }

    /// One bias of a layer from `fan_in` numbers: 0, and nothing is drawn, except with
    /// [`TorchLinear`](Init::TorchLinear).
    ///
    /// # Panics
    ///
    /// If `fan_in` is 0.
    ///
    /// ```
    /// # use micrograd_nn::Init;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let mut rng = ChaCha8Rng::seed_from_u64(1337);
    /// assert_eq!(Init::KaimingNormal.bias(4, &mut rng), 0.0);
    /// assert!(Init::TorchLinear.bias(4, &mut rng).abs() <= 0.5); // 1/√4
    /// ```
    #[must_use]
    #[track_caller]
    pub fn bias(self, fan_in: usize, rng: &mut (impl Rng + ?Sized)) -> f64 {
        assert!(fan_in > 0, "a layer needs at least 1 input, not {fan_in}");
        match self {
            Init::TorchLinear => self.weight(fan_in, 1, rng),
            _ => 0.0,
        }
    }
}

fn uniform(a: f64, rng: &mut (impl Rng + ?Sized)) -> f64 {
    rng.random_range(-a..a)
}

#[track_caller]
fn above_zero(what: &str, number: f64) -> f64 {
    assert!(
        number > 0.0 && number.is_finite(),
        "the {what} is {number:?}; it must be finite and above 0"
    );
    number
}
