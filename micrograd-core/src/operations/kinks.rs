//! Slopes where a function has a kink or a jump.

use super::Number;

/// NaN, as all its derivatives are: the slope at a number that is NaN.
#[inline]
pub(super) fn undefined<N: Number>(x: N) -> N {
    x * N::from(f64::NAN)
}

/// `x` where it is positive, `below()` elsewhere, NaN for NaN.
#[inline]
pub(super) fn rectified<N: Number>(x: N, below: impl FnOnce() -> N) -> N {
    positive_or_nan(x, || x, below)
}

/// 1 where `x` is positive, `below()` elsewhere, NaN for NaN.
#[inline]
pub(super) fn rectified_slope<N: Number>(x: N, below: impl FnOnce() -> N) -> N {
    N::choose(
        x.is_nan(),
        || undefined(x),
        || positive_or_nan(x, || N::from(1.0), below),
    )
}

#[inline]
fn positive_or_nan<N: Number>(x: N, above: impl FnOnce() -> N, below: impl FnOnce() -> N) -> N {
    N::choose(x.is_greater(N::from(0.0)), above, || {
        N::choose(x.is_nan(), || x, below)
    })
}

/// −1, 0 or 1 with the sign of x, NaN for NaN.
#[inline]
pub(super) fn sign<N: Number>(x: N) -> N {
    let zero = N::from(0.0);
    N::choose(
        x.is_greater(zero),
        || N::from(1.0),
        || {
            let zero_or_nan = || N::choose(x.is_nan(), || undefined(x), || zero);
            N::choose(zero.is_greater(x), || N::from(-1.0), zero_or_nan)
        },
    )
}

/// The slope of a step: 0, NaN for NaN.
#[inline]
pub(super) fn step_slope<N: Number>(x: N) -> N {
    N::choose(x.is_nan(), || undefined(x), || N::from(0.0))
}

/// The slope of what has jumps, but rises as its operand does: 1, NaN for NaN.
#[inline]
pub(super) fn one_unless_nan<N: Number>(x: N) -> N {
    N::choose(x.is_nan(), || undefined(x), || N::from(1.0))
}

/// 0 where the value was cut off, 1 elsewhere, NaN for NaN.
#[inline]
pub(super) fn inside<N: Number>(cut_off: N::Mask, x: N) -> N {
    N::choose(
        cut_off,
        || N::from(0.0),
        || N::choose(x.is_nan(), || undefined(x), || N::from(1.0)),
    )
}

/// What `min` and `max` pass to the operand `mine`: 1, ½ or 0. As for `f64`, a NaN loses against
/// a number.
#[inline]
pub(super) fn share<N: Number>(mine: N, other: N, ahead: N::Mask) -> N {
    let (zero, one) = (N::from(0.0), N::from(1.0));
    let against_nan = || N::choose(mine.is_nan(), || undefined(mine), || one);
    let behind = || N::choose(other.is_nan(), against_nan, || zero);
    N::choose(
        ahead,
        || one,
        || N::choose(mine.is_equal(other), || N::from(0.5), behind),
    )
}
