//! A draw by the probabilities that a network gives.

use crate::metrics::argmax;
use micrograd_core::Value;
use rand::{Rng, RngExt};

/// An index drawn at random, i with probability softmax(z/T)ᵢ for the logits z and the temperature
/// T.
///
/// At T = 1 the probabilities are the network's own; below, the likely becomes likelier; above, all
/// become more alike. Ackley, Hinton and Sejnowski, *A Learning Algorithm for Boltzmann Machines*,
/// Cognitive Science 9 (1985); PyTorch's `multinomial(softmax(z / T), 1)`. The same generator gives
/// the same indices on every machine, as far as the logits are the same.
///
/// # Panics
///
/// If there are no logits, one of them is NaN or +∞, all are −∞, or `temperature` is not finite
/// and above 0.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::sample_softmax;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let logits = [0.0, 3_f64.ln()].map(Value::new); // ¼ and ¾
/// let ones: usize = (0..1000).map(|_| sample_softmax(&logits, 1.0, &mut rng)).sum();
/// assert!((700..800).contains(&ones));
///
/// let cold: usize = (0..1000).map(|_| sample_softmax(&logits, 0.01, &mut rng)).sum();
/// assert_eq!(cold, 1000);
/// ```
#[must_use]
#[track_caller]
pub fn sample_softmax(logits: &[Value], temperature: f64, rng: &mut (impl Rng + ?Sized)) -> usize {
    assert!(
        temperature > 0.0 && temperature.is_finite(),
        "the temperature is {temperature:?}; it must be finite and above 0"
    );
    let largest = logits[argmax(logits)].data();
    let mut weights = Vec::with_capacity(logits.len());
    for (i, z) in logits.iter().enumerate() {
        // The system's exponential differs between machines in the last digit; this one does not.
        let weight = libm::exp((z.data() - largest) / temperature);
        assert!(
            !weight.is_nan(),
            "logit {i} of {} is {:?}, and the largest {largest:?}: there is nothing to choose by",
            logits.len(),
            z.data()
        );
        weights.push(weight);
    }
    let total: f64 = weights.iter().sum();
    let mut left = rng.random_range(0.0..total);
    for (i, weight) in weights.iter().enumerate() {
        if left < *weight {
            return i;
        }
        left -= weight;
    }
    // Only rounding leads here.
    argmax(logits)
}
