//! Clouds around centres.

use super::{Dataset, even_shares, shuffled_with_noise};
use rand::Rng;

/// A cloud of points around each centre: class c is normal around `centers[c]`, with the standard
/// deviation `deviation` in every coordinate.
///
/// The samples are shared out evenly, the first classes get the rest, and they are shuffled.
/// scikit-learn's `make_blobs` with given centres, where the deviation is 1 unless given.
///
/// # Panics
///
/// If there are no centres, they differ in length, or `deviation` is negative or not finite.
///
/// ```
/// use micrograd_nn::data::blobs;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let data = blobs(100, &[[-3.0, 0.0], [3.0, 0.0], [0.0, 4.0]], 0.5, &mut rng);
/// assert_eq!((data.len(), data.features(), data.classes()), (100, 2, 3));
/// ```
#[must_use]
#[track_caller]
pub fn blobs(
    samples: usize,
    centers: &[impl AsRef<[f64]>],
    deviation: f64,
    rng: &mut (impl Rng + ?Sized),
) -> Dataset {
    assert!(!centers.is_empty(), "blobs need at least 1 centre, not 0");
    let features = centers[0].as_ref().len();
    for (label, center) in centers.iter().enumerate() {
        assert!(
            center.as_ref().len() == features,
            "centre {label} has {} coordinates, and centre 0 has {features}",
            center.as_ref().len()
        );
    }
    let (mut points, mut labels) = (Vec::new(), Vec::new());
    for (label, size) in even_shares(samples, centers.len()).enumerate() {
        for _ in 0..size {
            points.push(centers[label].as_ref().to_vec());
            labels.push(label);
        }
    }
    shuffled_with_noise(points, labels, deviation, rng)
}
