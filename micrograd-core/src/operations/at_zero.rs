//! What functions and slopes are at 0, where their formulas have no value there.

use super::Number;

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
