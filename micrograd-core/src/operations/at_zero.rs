//! What functions and slopes are at 0, where their formulas have no value there; and powers.

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

/// `side/hypotenuse`, and the subgradient 0 where both are 0.
#[inline]
pub(super) fn or_zero_at_origin<N: Number>(side: N, hypotenuse: N) -> N {
    let zero = N::from(0.0);
    N::choose(hypotenuse.is_equal(zero), || zero, || side / hypotenuse)
}

/// `product()`, and 0 where a is 0, whatever number b is.
#[inline]
pub(super) fn zero_at_0<N: Number>(a: N, b: N, product: impl Fn() -> N) -> N {
    N::choose(
        a.is_equal(N::from(0.0)),
        || N::choose(b.is_nan(), || b, || N::from(0.0)),
        product,
    )
}

/// a/b, and 0 at the origin: there a·ln b does not change with b.
#[inline]
pub(super) fn ratio_or_0<N: Number>(a: N, b: N) -> N {
    let zero = N::from(0.0);
    N::choose(
        b.is_equal(zero),
        || N::choose(a.is_equal(zero), || zero, || a / b),
        || a / b,
    )
}
