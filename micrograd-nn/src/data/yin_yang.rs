//! The symbol of yin and yang, with its dots.

use super::Dataset;
use rand::{Rng, RngExt};

/// Points of a yin-yang symbol of radius ½ around (½, ½): yin is class 0, yang is class 1, and both
/// dots, of radius 0.1 around (¼, ½) and (¾, ½), are class 2.
///
/// Each class is equally likely, and its points are uniform in its area. A linear classifier
/// reaches about 64 %. Kriener, Göltz and Petrovici, *The Yin-Yang dataset*, NICE 2022, with its
/// r_small = 0.1 and r_big = 0.5, without the mirrored inputs 1 − x and 1 − y.
///
/// ```
/// use micrograd_nn::data::yin_yang;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let data = yin_yang(300, &mut ChaCha8Rng::seed_from_u64(1337));
/// assert_eq!((data.len(), data.features(), data.classes()), (300, 2, 3));
/// ```
#[must_use]
pub fn yin_yang(samples: usize, rng: &mut (impl Rng + ?Sized)) -> Dataset {
    let (mut points, mut labels) = (Vec::new(), Vec::new());
    for _ in 0..samples {
        let wanted = rng.random_range(0..3_u32) as usize;
        points.push(loop {
            let [x, y] = [rng.random_range(0.0..1.0), rng.random_range(0.0..1.0)];
            if class(x, y) == Some(wanted) {
                break vec![x, y];
            }
        });
        labels.push(wanted);
    }
    Dataset::new(points, labels)
}

const R_BIG: f64 = 0.5;
const R_SMALL: f64 = 0.1;

/// The class of a point; none outside the symbol.
fn class(x: f64, y: f64) -> Option<usize> {
    // Squares, because the system's hypot differs between machines.
    let within = |center: f64, r: f64| {
        let (dx, dy) = (x - center, y - R_BIG);
        dx * dx + dy * dy <= r * r
    };
    let (left, right) = (0.5 * R_BIG, 1.5 * R_BIG);
    if !within(R_BIG, R_BIG) {
        None
    } else if within(left, R_SMALL) || within(right, R_SMALL) {
        Some(2)
    } else if within(left, R_BIG / 2.0) || (y > R_BIG && !within(right, R_BIG / 2.0)) {
        Some(0)
    } else {
        Some(1)
    }
}
