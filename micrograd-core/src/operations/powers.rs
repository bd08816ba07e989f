//! The slopes of powers.

use super::Number;

/// The whole number that a node stores.
#[inline]
#[allow(clippy::cast_possible_truncation)] // It is written from an `i32`.
pub(super) fn whole(c: f64) -> i32 {
    c as i32
}

#[inline]
pub(super) fn powi_slope<N: Number>(x: N, n: i32) -> N {
    match n {
        0 => N::from(0.0),
        1 => N::from(1.0),
        2 => x + x,
        _ => N::from(f64::from(n)) * x.powi(n.saturating_sub(1)),
    }
}

/// b·aᵇ⁻¹, and 0 where b is 0 and that product has no value. The factor b stays where it is 0: its own
/// slope is not.
#[inline]
pub(super) fn pow_base_slope<N: Number>(a: N, b: N) -> N {
    let zero = N::from(0.0);
    let slope = b * a.powf(b - N::from(1.0));
    N::choose(
        b.is_equal(zero),
        || N::choose(slope.is_nan(), || zero, || slope),
        || slope,
    )
}

#[inline]
pub(super) fn pow_exponent_slope<N: Number>(a: N, b: N, y: N) -> N {
    let zero = N::from(0.0);
    N::choose(
        a.is_equal(zero),
        || N::choose(zero.is_greater(b), || y * a.abs().ln(), || y * zero),
        || y * a.ln(),
    )
}
