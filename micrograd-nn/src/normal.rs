//! Normal numbers, the same on every machine.

use rand::{Rng, RngExt};

/// One number of the normal distribution with mean 0 and variance 1.
///
/// The polar method: a point (u, v) uniform in the unit disc gives u·√(−2 ln s/s), where
/// s = u² + v². Marsaglia and Bray, *A Convenient Method for Generating Normal Variables*, SIAM
/// Review 6 (1964). Of its two numbers the second is dropped, so that nothing has to be remembered.
pub(crate) fn standard_normal(rng: &mut (impl Rng + ?Sized)) -> f64 {
    loop {
        let u: f64 = rng.random_range(-1.0..1.0);
        let v: f64 = rng.random_range(-1.0..1.0);
        let s = u * u + v * v;
        if s > 0.0 && s < 1.0 {
            // The system's logarithm differs between machines in the last digit; this one does not.
            return u * (-2.0 * libm::log(s) / s).sqrt();
        }
    }
}
