//! A ring around a ring.

use super::{Dataset, ratio, shuffled_with_noise};
use rand::Rng;
use std::f64::consts::TAU;

/// A circle of radius 1, class 0, and within it one of radius `factor`, class 1, both around the
/// origin, in even steps of the angle.
///
/// Class 1 gets the odd sample. The points are shuffled, and then normal noise of the deviation
/// `noise` is added to each coordinate. scikit-learn's `make_circles`, where `factor` is 0.8 unless
/// given.
///
/// # Panics
///
/// If `factor` is not in [0, 1), or `noise` is negative or not finite.
///
/// ```
/// use micrograd_nn::data::circles;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let data = circles(100, 0.5, 0.0, &mut ChaCha8Rng::seed_from_u64(1337));
/// for (point, label) in data.samples() {
///     let radius = point[0].hypot(point[1]);
///     assert!((radius - [1.0, 0.5][label]).abs() < 1e-15);
/// }
/// ```
#[must_use]
#[track_caller]
pub fn circles(samples: usize, factor: f64, noise: f64, rng: &mut (impl Rng + ?Sized)) -> Dataset {
    assert!(
        (0.0..1.0).contains(&factor),
        "the factor is {factor:?}; it must be at least 0 and below 1"
    );
    let (mut points, mut labels) = (Vec::new(), Vec::new());
    for (label, size) in [samples / 2, samples - samples / 2].into_iter().enumerate() {
        let radius = [1.0, factor][label];
        for i in 0..size {
            let (sine, cosine) = libm::sincos(TAU * ratio(i, size));
            points.push(vec![radius * cosine, radius * sine]);
            labels.push(label);
        }
    }
    shuffled_with_noise(points, labels, noise, rng)
}
