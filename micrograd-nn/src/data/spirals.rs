//! Arms that wind around each other.

use super::{Dataset, even_shares, ratio, shuffled_with_noise};
use rand::Rng;
use std::f64::consts::TAU;

/// Spiral arms that wind around the origin, one for each class: arm c of K is r·(cos φ, sin φ) with
/// φ = 2πc/K + 4r, where r goes in even steps from just above 0 to 1.
///
/// The samples are shared out evenly, the first arms get the rest; the points are shuffled, and
/// then normal noise of the deviation `noise` is added to each coordinate. After the two spirals of
/// Lang and Witbrock, *Learning to Tell Two Spirals Apart* (1988), in the shape of the three that
/// Stanford's course CS231n uses.
///
/// # Panics
///
/// If `arms` is 0, or `noise` is negative or not finite.
///
/// ```
/// use micrograd_nn::data::spirals;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let data = spirals(300, 3, 0.02, &mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!((data.len(), data.features(), data.classes()), (300, 2, 3));
/// ```
#[must_use]
#[track_caller]
pub fn spirals(samples: usize, arms: usize, noise: f64, rng: &mut (impl Rng + ?Sized)) -> Dataset {
    assert!(arms > 0, "spirals need at least 1 arm, not {arms}");
    let (mut points, mut labels) = (Vec::new(), Vec::new());
    for (arm, size) in even_shares(samples, arms).enumerate() {
        for i in 0..size {
            let r = ratio(i + 1, size);
            let (sine, cosine) = libm::sincos(TAU * ratio(arm, arms) + 4.0 * r);
            points.push(vec![r * cosine, r * sine]);
            labels.push(arm);
        }
    }
    shuffled_with_noise(points, labels, noise, rng)
}
