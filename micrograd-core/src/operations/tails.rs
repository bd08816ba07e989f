//! Formulas that keep their digits, and those of their derivatives, where the obvious ones cancel or overflow.

use super::Number;
use super::kinks::undefined;
use std::f64::consts::{FRAC_1_SQRT_2, LN_2};

/// 1 − x², without cancellation near ±1, nor near 0 in its derivative −2x.
#[inline]
pub(super) fn one_minus_square<N: Number>(x: N) -> N {
    let one = N::from(1.0);
    N::choose(
        N::from(0.5).is_greater(x.abs()),
        || one - x * x,
        || (one - x) * (one + x),
    )
}

/// 1 − y², or 1/cosh² x where that cancels.
#[inline]
pub(super) fn tanh_slope<N: Number>(x: N, y: N) -> N {
    let saturated = (y * y).is_greater(N::from(0.999));
    N::choose(
        saturated,
        || {
            let sech = x.cosh().recip();
            sech * sech
        },
        || N::from(1.0) - y * y,
    )
}

/// Φ(x), accurate in the lower tail.
#[inline]
pub(super) fn normal_cdf<N: Number>(x: N) -> N {
    N::from(0.5) * (-(x * N::from(FRAC_1_SQRT_2))).erfc()
}

/// φ(x) = e^(−x²/2)/√(2π)
#[inline]
pub(super) fn normal_density<N: Number>(x: N) -> N {
    const FRAC_1_SQRT_2PI: f64 = 0.398_942_280_401_432_7;
    N::from(FRAC_1_SQRT_2PI) * (N::from(-0.5) * x * x).exp()
}

/// φ(x)/Φ(x). In the lower tail it is −x − erfcx′(t)/(√2·erfcx(t)) with t = −x/√2, where neither it nor its
/// derivatives cancel.
#[inline]
pub(super) fn inverse_mills_ratio<N: Number>(x: N) -> N {
    let at_the_end = x.is_equal(N::from(f64::NEG_INFINITY));
    let lower_tail = || {
        let t = -(x * N::from(FRAC_1_SQRT_2));
        -x - N::from(FRAC_1_SQRT_2) * (t.erfcx_derivative(1) / t.erfcx())
    };
    N::choose(
        N::from(0.0).is_greater(x),
        || N::choose(at_the_end, || -x, lower_tail),
        || normal_density(x) / normal_cdf(x),
    )
}

/// ln(eᵃ + eᵇ), by the larger one, so that nothing overflows; two equal infinities have no difference.
#[inline]
pub(super) fn log_of_sum<N: Number>(a: N, b: N) -> N {
    N::choose(
        a.is_equal(b),
        || a + N::from(LN_2),
        || a.max(b) + (-(a - b).abs()).exp().ln_1p(),
    )
}

/// σ(a − b), and ½ for two equal infinities.
#[inline]
pub(super) fn sigmoid_of_difference<N: Number>(a: N, b: N) -> N {
    let difference = a - b;
    N::choose(
        difference.is_nan(),
        || N::choose(a.is_equal(b), || N::from(0.5), || undefined(difference)),
        || difference.sigmoid(),
    )
}
