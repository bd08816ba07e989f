//! Two crescents that reach into each other.

use super::{Dataset, ratio, shuffled_with_noise};
use rand::Rng;
use std::f64::consts::PI;

/// Two half circles of radius 1 that reach into each other: (cos φ, sin φ), class 0, and
/// (1 − cos φ, ½ − sin φ), class 1, with φ in even steps from 0 to π.
///
/// Class 1 gets the odd sample. The points are shuffled, and then normal noise of the deviation
/// `noise` is added to each coordinate. scikit-learn's `make_moons`.
///
/// # Panics
///
/// If `noise` is negative or not finite.
///
/// ```
/// use micrograd_nn::data::moons;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let data = moons(100, 0.1, &mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!((data.len(), data.features(), data.classes()), (100, 2, 2));
/// ```
#[must_use]
#[track_caller]
pub fn moons(samples: usize, noise: f64, rng: &mut (impl Rng + ?Sized)) -> Dataset {
    let (mut points, mut labels) = (Vec::new(), Vec::new());
    for (label, size) in [samples / 2, samples - samples / 2].into_iter().enumerate() {
        for i in 0..size {
            let angle = PI * ratio(i, (size - 1).max(1));
            let (sine, cosine) = libm::sincos(angle);
            points.push(if label == 0 {
                vec![cosine, sine]
            } else {
                vec![1.0 - cosine, 0.5 - sine]
            });
            labels.push(label);
        }
    }
    shuffled_with_noise(points, labels, noise, rng)
}
