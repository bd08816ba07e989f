//! The table of operations: what each one computes and how it differentiates.
//!
//! This file holds the rows and nothing else. A new operation is one new row; the enums, the
//! names, the recording and the reverse sweep read it from here.

mod by_rows;
mod chain_rule;
mod elementary;
mod expand;
mod kinds;
mod number;
mod row_traits;
mod rows;
mod shape;
mod steps;

pub(crate) use by_rows::number_methods_by_rows;
pub(crate) use chain_rule::{counts_as_0, is_overflown, is_regular, quotient_times, times};
pub(crate) use elementary::Elementary;
pub(crate) use expand::{Known, StepList};
pub use kinds::Kinds;
pub use number::Number;
pub(crate) use row_traits::RowVisitor;
pub use row_traits::{BinaryRow, ParametricRow, PartialsAre, TernaryRow, UnaryRow};
use rows::{operations, symbol};
pub(crate) use shape::Shape;
use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI, LN_2, LN_10};
pub use steps::Steps;

operations! {
    // |x| value of y, |x, y| slope ∂y/∂x
    unary {
        /// y = −x, ∂y/∂x = −1
        Neg "neg" as "-": |x| -x, |x, y| N::from(-1.0);
        /// y = 1/x, ∂y/∂x = −y²
        Recip "recip": |x| x.recip(), |x, y| -(y * y);
        /// y = √x, ∂y/∂x = 1/2y; +∞ at 0
        Sqrt "sqrt": |x| x.sqrt(), |x, y| N::from(0.5) / y;
        /// y = ∛x, ∂y/∂x = 1/3y²; +∞ at 0
        Cbrt "cbrt": |x| x.cbrt(), |x, y| N::from(1.0) / (N::from(3.0) * y * y);
        /// y = eˣ, ∂y/∂x = y
        Exp "exp": |x| x.exp(), |x, y| y;
        /// y = 2ˣ, ∂y/∂x = y·ln 2
        Exp2 "exp2": |x| x.exp2(), |x, y| y * N::from(LN_2);
        /// y = eˣ − 1, ∂y/∂x = eˣ
        ExpM1 "exp_m1": |x| x.exp_m1(), |x, y| x.exp();
        /// y = ln x, ∂y/∂x = 1/x
        Ln "ln": |x| x.ln(), |x, y| x.recip();
        /// y = log₂ x, ∂y/∂x = 1/(x·ln 2)
        Log2 "log2": |x| x.log2(), |x, y| (x * N::from(LN_2)).recip();
        /// y = log₁₀ x, ∂y/∂x = 1/(x·ln 10)
        Log10 "log10": |x| x.log10(), |x, y| (x * N::from(LN_10)).recip();
        /// y = ln(1 + x), ∂y/∂x = 1/(1 + x)
        Ln1p "ln_1p": |x| x.ln_1p(), |x, y| (N::from(1.0) + x).recip();
        /// y = sin x, ∂y/∂x = cos x
        Sin "sin": |x| x.sin(), |x, y| x.cos();
        /// y = cos x, ∂y/∂x = −sin x
        Cos "cos": |x| x.cos(), |x, y| -x.sin();
        /// y = tan x, ∂y/∂x = 1 + y²
        Tan "tan": |x| x.tan(), |x, y| N::from(1.0) + y * y;
        /// y = asin x, ∂y/∂x = 1/√(1 − x²); +∞ at ±1
        Asin "asin": |x| x.asin(), |x, y| one_minus_square(x).sqrt().recip();
        /// y = acos x, ∂y/∂x = −1/√(1 − x²); −∞ at ±1
        Acos "acos": |x| x.acos(), |x, y| -one_minus_square(x).sqrt().recip();
        /// y = atan x, ∂y/∂x = 1/(1 + x²)
        Atan "atan": |x| x.atan(), |x, y| (N::from(1.0) + x * x).recip();
        /// y = sinh x, ∂y/∂x = cosh x
        Sinh "sinh": |x| x.sinh(), |x, y| x.cosh();
        /// y = cosh x, ∂y/∂x = sinh x
        Cosh "cosh": |x| x.cosh(), |x, y| x.sinh();
        /// y = tanh x, ∂y/∂x = 1 − y² = 1/cosh² x
        Tanh "tanh": |x| x.tanh(), |x, y| tanh_slope(x, y);
        /// y = asinh x, ∂y/∂x = 1/√(1 + x²)
        Asinh "asinh": |x| x.asinh(), |x, y| x.hypot(N::from(1.0)).recip();
        /// y = acosh x, ∂y/∂x = 1/√(x² − 1); +∞ at 1
        Acosh "acosh": |x| x.acosh(),
            |x, y| ((x - N::from(1.0)).sqrt() * (x + N::from(1.0)).sqrt()).recip();
        /// y = atanh x, ∂y/∂x = 1/(1 − x²); +∞ at ±1
        Atanh "atanh": |x| x.atanh(), |x, y| one_minus_square(x).recip();
        /// y = erfc x = 1 − erf x, ∂y/∂x = −2/√π·e^(−x²)
        Erfc "erfc": |x| x.erfc(), |x, y| N::from(-FRAC_2_SQRT_PI) * (-(x * x)).exp();
        /// y = |x|, ∂y/∂x = ±1, and 0 at 0
        Abs "abs": |x| x.abs(), |x, y| sign(x);
        /// y = max(0, x), ∂y/∂x = 1 for x > 0, else 0
        Relu "relu" as "ReLU": |x| rectified(x, || N::from(0.0)),
            |x, y| rectified_slope(x, || N::from(0.0));
        /// y = σ(x) = 1/(1 + e⁻ˣ), ∂y/∂x = σ(x)·σ(−x)
        Sigmoid "sigmoid": |x| x.sigmoid(), |x, y| x.sigmoid_slope(y);
        /// y = ln(1 + eˣ), ∂y/∂x = σ(x)
        Softplus "softplus": |x| rectified(x, || N::from(0.0)) + (-x.abs()).exp().ln_1p(),
            |x, y| x.sigmoid();
        /// y = x·Φ(x), Φ the normal distribution; ∂y/∂x = Φ(x) + x·φ(x)
        Gelu "gelu": |x| x * normal_cdf(x), |x, y| normal_cdf(x) + x * normal_density(x);
        /// y = x·σ(x), ∂y/∂x = σ(x) + y·σ(−x)
        Silu "silu": |x| x * x.sigmoid(), |x, y| x.sigmoid() + y * (-x).sigmoid();
    }

    // |x, c| value of y, |x, c, y| slope ∂y/∂x; c is a plain number
    parametric {
        /// y = xⁿ for a whole n, ∂y/∂x = n·xⁿ⁻¹, and 0 for n = 0
        Powi "powi" as "**": |x, c| x.powi(whole(c)), |x, c, y| powi_slope(x, whole(c));
        /// y = x for x > 0, else c·x; ∂y/∂x = 1 for x > 0, else c
        LeakyRelu "leaky_relu": |x, c| rectified(x, || x * N::from(c)),
            |x, c, y| rectified_slope(x, || N::from(c));
        /// y = x for x > 0, else c·(eˣ − 1); ∂y/∂x = 1 for x > 0, else c·eˣ
        Elu "elu": |x, c| rectified(x, || x.exp_m1() * N::from(c)),
            |x, c, y| rectified_slope(x, || x.exp() * N::from(c));
        /// y = x, but at least c; ∂y/∂x = 1 for x ≥ c, else 0
        ClampLow "clamp_low": |x, c| N::choose(N::from(c).is_greater(x), || N::from(c), || x),
            |x, c, y| inside(N::from(c).is_greater(x), x);
        /// y = x, but at most c; ∂y/∂x = 1 for x ≤ c, else 0
        ClampHigh "clamp_high": |x, c| N::choose(x.is_greater(N::from(c)), || N::from(c), || x),
            |x, c, y| inside(x.is_greater(N::from(c)), x);
    }

    // Operation (with a number on the right, with a number on the left):
    // |a, b| value of y, |a, b, y| partials ∂y/∂a, ∂y/∂b
    binary {
        /// y = a + b, ∂y/∂a = 1, ∂y/∂b = 1
        Add(AddNumber, NumberAdd) "add" as "+" partials Constant: |a, b| a + b,
            |a, b, y| N::from(1.0), N::from(1.0);
        /// y = a − b, ∂y/∂a = 1, ∂y/∂b = −1
        Sub(SubNumber, NumberSub) "sub" as "-" partials Constant: |a, b| a - b,
            |a, b, y| N::from(1.0), N::from(-1.0);
        /// y = a·b, ∂y/∂a = b, ∂y/∂b = a
        Mul(MulNumber, NumberMul) "mul" as "*" partials Crossed: |a, b| a * b,
            |a, b, y| b, a;
        /// y = a/b, ∂y/∂a = 1/b, ∂y/∂b = −y/b
        Div(DivNumber, NumberDiv) "div" as "/" partials Quotients: |a, b| a / b,
            |a, b, y| b.recip(), -(y / b);
        /// y = aᵇ, ∂y/∂a = b·aᵇ⁻¹ (0 for b = 0), ∂y/∂b = y·ln a (0 for a = 0, b ≥ 0)
        Pow(PowNumber, NumberPow) "pow" as "**": |a, b| a.powf(b),
            |a, b, y| pow_base_slope(a, b), pow_exponent_slope(a, b, y);
        /// y = atan2(a, b), the angle of the point (b, a); ∂y/∂a = b/(a² + b²), ∂y/∂b = −a/(a² + b²)
        Atan2(Atan2Number, NumberAtan2) "atan2": |a, b| a.atan2(b),
            |a, b, y| b / a.hypot(b) / a.hypot(b), -a / a.hypot(b) / a.hypot(b);
        /// y = √(a² + b²), ∂y/∂a = a/y, ∂y/∂b = b/y, both 0 at the origin
        Hypot(HypotNumber, NumberHypot) "hypot": |a, b| a.hypot(b),
            |a, b, y| or_zero_at_origin(a, y), or_zero_at_origin(b, y);
        /// y = min(a, b); the smaller one has slope 1, the other 0, equal ones ½ each
        Min(MinNumber, NumberMin) "min": |a, b| a.min(b),
            |a, b, y| share(a, b, b.is_greater(a)), share(b, a, a.is_greater(b));
        /// y = max(a, b); the larger one has slope 1, the other 0, equal ones ½ each
        Max(MaxNumber, NumberMax) "max": |a, b| a.max(b),
            |a, b, y| share(a, b, a.is_greater(b)), share(b, a, b.is_greater(a));
    }

    // |a, b, c| value of y, partials ∂y/∂a, ∂y/∂b, ∂y/∂c
    ternary {
        /// y = a·b + c with one rounding, ∂y/∂a = b, ∂y/∂b = a, ∂y/∂c = 1
        MulAdd "mul_add": |a, b, c| a.mul_add(b, c), b, a, N::from(1.0);
    }
}

/// 1 − x², without cancellation near ±1, nor near 0 in its derivative −2x.
#[inline]
fn one_minus_square<N: Number>(x: N) -> N {
    let one = N::from(1.0);
    N::choose(
        N::from(0.5).is_greater(x.abs()),
        || one - x * x,
        || (one - x) * (one + x),
    )
}

/// NaN, as all its derivatives are: the slope at a number that is NaN.
#[inline]
fn undefined<N: Number>(x: N) -> N {
    x * N::from(f64::NAN)
}

/// `x` where it is positive, `below()` elsewhere, NaN for NaN.
#[inline]
fn rectified<N: Number>(x: N, below: impl FnOnce() -> N) -> N {
    positive_or_nan(x, || x, below)
}

/// 1 where `x` is positive, `below()` elsewhere, NaN for NaN.
#[inline]
fn rectified_slope<N: Number>(x: N, below: impl FnOnce() -> N) -> N {
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
fn sign<N: Number>(x: N) -> N {
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

/// 0 where the value was cut off, 1 elsewhere, NaN for NaN.
#[inline]
fn inside<N: Number>(cut_off: N::Mask, x: N) -> N {
    N::choose(
        cut_off,
        || N::from(0.0),
        || N::choose(x.is_nan(), || undefined(x), || N::from(1.0)),
    )
}

/// 1 − y², or 1/cosh² x where that cancels.
#[inline]
fn tanh_slope<N: Number>(x: N, y: N) -> N {
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
fn normal_cdf<N: Number>(x: N) -> N {
    N::from(0.5) * (-(x * N::from(FRAC_1_SQRT_2))).erfc()
}

/// φ(x) = e^(−x²/2)/√(2π)
#[inline]
fn normal_density<N: Number>(x: N) -> N {
    const FRAC_1_SQRT_2PI: f64 = 0.398_942_280_401_432_7;
    N::from(FRAC_1_SQRT_2PI) * (N::from(-0.5) * x * x).exp()
}

/// The whole number that a `powi` node stores.
#[inline]
#[allow(clippy::cast_possible_truncation)] // Only `powi` writes it, from an `i32`.
fn whole(c: f64) -> i32 {
    c as i32
}

#[inline]
fn powi_slope<N: Number>(x: N, n: i32) -> N {
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
fn pow_base_slope<N: Number>(a: N, b: N) -> N {
    let zero = N::from(0.0);
    let slope = b * a.powf(b - N::from(1.0));
    N::choose(
        b.is_equal(zero),
        || N::choose(slope.is_nan(), || zero, || slope),
        || slope,
    )
}

#[inline]
fn pow_exponent_slope<N: Number>(a: N, b: N, y: N) -> N {
    let zero = N::from(0.0);
    N::choose(
        a.is_equal(zero),
        || N::choose(zero.is_greater(b), || y * a.abs().ln(), || y * zero),
        || y * a.ln(),
    )
}

/// `side/hypotenuse`, and the subgradient 0 where both are 0.
#[inline]
fn or_zero_at_origin<N: Number>(side: N, hypotenuse: N) -> N {
    let zero = N::from(0.0);
    N::choose(hypotenuse.is_equal(zero), || zero, || side / hypotenuse)
}

/// What `min` and `max` pass to the operand `mine`: 1, ½ or 0. As for `f64`, a NaN loses against
/// a number.
#[inline]
fn share<N: Number>(mine: N, other: N, ahead: N::Mask) -> N {
    let (zero, one) = (N::from(0.0), N::from(1.0));
    let against_nan = || N::choose(mine.is_nan(), || undefined(mine), || one);
    let behind = || N::choose(other.is_nan(), against_nan, || zero);
    N::choose(
        ahead,
        || one,
        || N::choose(mine.is_equal(other), || N::from(0.5), behind),
    )
}
