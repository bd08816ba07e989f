//! Functions of the error function's family on `f64`: they keep their digits in the tails.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// dⁿ/dxⁿ of erfcx x = e^(x²)·erfc x, to a few units in the last place.
///
/// wₙ = (−2)ⁿ·n!·e^(x²)·iⁿerfc x, where iⁿerfc are the repeated integrals of erfc (Abramowitz & Stegun 7.2.9).
pub(super) fn erfcx_derivative(n: i32, x: f64) -> f64 {
    match n {
        ..0 => f64::NAN,
        0 => erfcx(x),
        _ if x <= UPWARDS => by_recurrence(n, x),
        _ => by_ratios(n, x),
    }
}

/// Up to here the recurrence in n loses next to nothing: its terms have the same sign for x < 0.
const UPWARDS: f64 = 1.25;

/// From here on the continued fraction is short, and e^(x²) has no digits left to lose.
const FAR: f64 = 10.0;

fn erfcx(x: f64) -> f64 {
    if x < FAR {
        exp_of_square(x) * libm::erfc(x)
    } else {
        by_ratios(0, x)
    }
}

/// wₙ = 2x·wₙ₋₁ + 2(n − 1)·wₙ₋₂ from w₀ and w₁ = 2x·w₀ − 2/√π.
fn by_recurrence(n: i32, x: f64) -> f64 {
    let (mut before, mut last) = (erfcx(x), 2.0 * x * erfcx(x) - FRAC_2_SQRT_PI);
    for k in 1..n {
        (before, last) = (last, 2.0 * x * last + f64::from(2 * k) * before);
    }
    last
}

/// wₙ as a product of the ratios rₖ = iᵏerfc/iᵏ⁻¹erfc, for x > 0: rₖ = 1/(2x + 2(k + 1)·rₖ₊₁), from a depth where
/// rₖ ≈ 1/(x + √(x² + 2k)) is exact enough. All terms are positive, so nothing cancels (Gautschi 1961).
#[allow(clippy::cast_possible_truncation)] // At most 112.
fn by_ratios(n: i32, x: f64) -> f64 {
    let depth = n.saturating_add(16 + (150.0 / (x * x)) as i32);
    let mut ratio = 1.0 / (x + (x * x + 2.0 * f64::from(depth)).sqrt());
    let mut result = FRAC_2_SQRT_PI;
    for k in (0..depth).rev() {
        ratio = 1.0 / (2.0 * x + 2.0 * f64::from(k + 1) * ratio);
        if k <= n {
            // wₖ/wₖ₋₁ = −2k·rₖ, and w₀ = 2/√π·r₀.
            result *= if k == 0 {
                ratio
            } else {
                -2.0 * f64::from(k) * ratio
            };
        }
    }
    result
}

/// ln Φ(x), where Φ is the normal distribution function.
pub(super) fn ln_normal_cdf(x: f64) -> f64 {
    if x < -1.0 {
        (0.5 * erfcx(-x * FRAC_1_SQRT_2)).ln() - 0.5 * x * x
    } else if x < 0.0 {
        (0.5 * libm::erfc(-x * FRAC_1_SQRT_2)).ln()
    } else {
        let upper_tail = 0.5 * erfcx(x * FRAC_1_SQRT_2) * exp_of_minus_half_square(x);
        (-upper_tail).ln_1p()
    }
}

/// e^(x²): the rounding error of x² would be magnified by x².
fn exp_of_square(x: f64) -> f64 {
    let square = x * x;
    let power = square.exp();
    if power.is_finite() {
        power * (1.0 + rounding_of_square(x, square))
    } else {
        power
    }
}

/// e^(−x²/2)
fn exp_of_minus_half_square(x: f64) -> f64 {
    let square = x * x;
    let power = (-0.5 * square).exp();
    if power > 0.0 {
        power * (1.0 - 0.5 * rounding_of_square(x, square))
    } else {
        power
    }
}

fn rounding_of_square(x: f64, square: f64) -> f64 {
    x.mul_add(x, -square)
}
