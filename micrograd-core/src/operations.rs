//! The table of operations: what each one computes and how it differentiates.
//!
//! This file holds the rows and nothing else. A new operation is one new row; the enums, the
//! names, the recording and the reverse sweep read it from here.

mod at_zero;
mod by_list;
mod by_rows;
mod chain_rule;
mod elementary;
mod error_functions;
mod expand;
mod gamma_functions;
mod kinks;
mod number;
mod outline;
mod partials;
mod powers;
mod row_traits;
mod rows;
mod scalar_functions;
mod shape;
mod signature;
mod steps;
mod sweep_by_rule;
mod symbol;
mod tails;
mod written;

use at_zero::{or_zero_at_origin, ratio_or_0, zero_at_0};
pub(crate) use by_rows::number_methods_by_rows;
pub(crate) use chain_rule::{counts_as_0, is_overflown, is_regular, quotient_times, times};
pub(crate) use elementary::Elementary;
pub(crate) use expand::{Known, StepList, as_results_end};
use kinks::{inside, one_unless_nan, rectified, rectified_slope, share, sign, step_slope};
pub use number::Number;
pub use outline::Outline;
pub(crate) use partials::{Partials, PartialsVisitor};
use powers::{pow_base_slope, pow_exponent_slope, powi_slope, whole};
pub(crate) use row_traits::RowVisitor;
pub use row_traits::{BinaryRow, ParametricRow, PartialsAre, TernaryRow, UnaryRow};
use rows::operations;
pub(crate) use scalar_functions::{
    scalar_functions_of_one, scalar_functions_of_two, scalar_functions_with_number,
    scalar_functions_with_whole_number, scalar_questions,
};
pub(crate) use shape::Shape;
pub use signature::Signature;
use std::f64::consts::{FRAC_2_SQRT_PI, LN_2, LN_10, PI};
pub(crate) use steps::Steps;
pub(crate) use sweep_by_rule::{partials_by_rule, sweep_by_rule};
use symbol::symbol;
use tails::{
    inverse_mills_ratio, log_of_sum, normal_cdf, normal_density, one_minus_square,
    sigmoid_of_difference, tanh_slope,
};
pub(crate) use written::{as_written, operation_name};

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
        /// y = erf x, ∂y/∂x = 2/√π·e^(−x²)
        Erf "erf": |x| x.erf(), |x, y| N::from(FRAC_2_SQRT_PI) * (-(x * x)).exp();
        /// y = erfc x = 1 − erf x, ∂y/∂x = −2/√π·e^(−x²)
        Erfc "erfc": |x| x.erfc(), |x, y| N::from(-FRAC_2_SQRT_PI) * (-(x * x)).exp();
        /// y = erfcx x = e^(x²)·erfc x, ∂y/∂x = 2x·y − 2/√π
        Erfcx "erfcx": |x| x.erfcx(), |x, y| x.erfcx_derivative(1);
        /// y = ln Φ(x), Φ the normal distribution; ∂y/∂x = φ(x)/Φ(x)
        LnNormalCdf "ln_normal_cdf": |x| x.ln_normal_cdf(), |x, y| inverse_mills_ratio(x);
        /// y = ln |Γ(x)|, ∂y/∂x = ψ(x)
        LnGamma "ln_gamma": |x| x.ln_gamma(), |x, y| x.digamma();
        /// y = ψ(x) = Γ′(x)/Γ(x), ∂y/∂x = ψ⁽¹⁾(x)
        Digamma "digamma": |x| x.digamma(), |x, y| x.polygamma(1);
        /// y = |x|, ∂y/∂x = ±1, and 0 at 0
        Abs "abs": |x| x.abs(), |x, y| sign(x);
        /// y = the sign of x, 1 or −1, ∂y/∂x = 0
        Signum "signum": |x| x.signum(), |x, y| step_slope(x);
        /// y = ⌊x⌋, ∂y/∂x = 0
        Floor "floor": |x| x.floor(), |x, y| step_slope(x);
        /// y = ⌈x⌉, ∂y/∂x = 0
        Ceil "ceil": |x| x.ceil(), |x, y| step_slope(x);
        /// y = the whole number nearest to x, away from 0 where two are; ∂y/∂x = 0
        Round "round": |x| x.round(), |x, y| step_slope(x);
        /// y = x without what follows the point, ∂y/∂x = 0
        Trunc "trunc": |x| x.trunc(), |x, y| step_slope(x);
        /// y = x − trunc x, ∂y/∂x = 1
        Fract "fract": |x| x.fract(), |x, y| one_unless_nan(x);
        /// y = x·180/π, ∂y/∂x = 180/π
        ToDegrees "to_degrees": |x| x.to_degrees(), |x, y| N::from(180.0 / PI);
        /// y = x·π/180, ∂y/∂x = π/180
        ToRadians "to_radians": |x| x.to_radians(), |x, y| N::from(PI / 180.0);
        /// y = max(0, x), ∂y/∂x = 1 for x > 0, else 0
        Relu "relu" as "ReLU": |x| rectified(x, || N::from(0.0)),
            |x, y| rectified_slope(x, || N::from(0.0));
        /// y = σ(x) = 1/(1 + e⁻ˣ), ∂y/∂x = σ(x)·σ(−x)
        Sigmoid "sigmoid": |x| x.sigmoid(), |x, y| x.sigmoid_slope(y);
        /// y = ln(1 + eˣ), ∂y/∂x = σ(x)
        Softplus "softplus": |x| rectified(x, || N::from(0.0)) + (-x.abs()).exp().ln_1p(),
            |x, y| x.sigmoid();
        /// y = ln σ(x) = −ln(1 + e⁻ˣ), ∂y/∂x = σ(−x)
        LnSigmoid "ln_sigmoid": |x| -(rectified(-x, || N::from(0.0)) + (-x.abs()).exp().ln_1p()),
            |x, y| (-x).sigmoid();
        /// y = x·Φ(x), Φ the normal distribution; ∂y/∂x = Φ(x) + x·φ(x)
        Gelu "gelu": |x| x * normal_cdf(x), |x, y| normal_cdf(x) + x * normal_density(x);
        /// y = x·σ(x), ∂y/∂x = σ(x) + y·σ(−x)
        Silu "silu": |x| x * x.sigmoid(), |x, y| x.sigmoid() + y * (-x).sigmoid();
    }

    // |x, c| value of y, |x, c, y| slope ∂y/∂x; c is a plain number
    parametric {
        /// y = xⁿ for a whole n, ∂y/∂x = n·xⁿ⁻¹, and 0 for n = 0
        Powi "powi" as "**": |x, c| x.powi(whole(c)), |x, c, y| powi_slope(x, whole(c));
        /// y = dᶜ/dxᶜ erfcx x, ∂y/∂x = the next one
        ErfcxDerivative "erfcx_derivative": |x, c| x.erfcx_derivative(whole(c)),
            |x, c, y| x.erfcx_derivative(whole(c).saturating_add(1));
        /// y = ψ⁽ᶜ⁾(x), ∂y/∂x = ψ⁽ᶜ⁺¹⁾(x)
        Polygamma "polygamma": |x, c| x.polygamma(whole(c)),
            |x, c, y| x.polygamma(whole(c).saturating_add(1));
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
        Mul(MulNumber, NumberMul) "mul" as "*": |a, b| a * b,
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
        /// y = |a| with the sign of b, ∂y/∂a = ±1 (0 at 0), ∂y/∂b = 0
        Copysign(CopysignNumber, NumberCopysign) "copysign": |a, b| a.copysign(b),
            |a, b, y| sign(a) * N::from(1.0).copysign(b), N::from(0.0);
        /// y = a − b·trunc(a/b), ∂y/∂a = 1, ∂y/∂b = −trunc(a/b)
        Rem(RemNumber, NumberRem) "rem" as "%": |a, b| a.rem(b),
            |a, b, y| one_unless_nan(y), ((y - a) / b).round();
        /// y = a − b·k with the whole k for which 0 ≤ y < |b|, ∂y/∂a = 1, ∂y/∂b = −k
        RemEuclid(RemEuclidNumber, NumberRemEuclid) "rem_euclid": |a, b| a.rem_euclid(b),
            |a, b, y| one_unless_nan(y), ((y - a) / b).round();
        /// y = log_b a = ln a/ln b, ∂y/∂a = 1/(a·ln b), ∂y/∂b = −y/(b·ln b)
        Log(LogNumber, NumberLog) "log": |a, b| a.ln() / b.ln(),
            |a, b, y| (a * b.ln()).recip(), -y / (b * b.ln());
        /// y = a·ln b, 0 for a = 0; ∂y/∂a = ln b, ∂y/∂b = a/b (0 for a = b = 0)
        Xlogy(XlogyNumber, NumberXlogy) "xlogy": |a, b| zero_at_0(a, b, || a * b.ln()),
            |a, b, y| b.ln(), ratio_or_0(a, b);
        /// y = ln(eᵃ + eᵇ), ∂y/∂a = σ(a − b), ∂y/∂b = σ(b − a)
        Logaddexp(LogaddexpNumber, NumberLogaddexp) "logaddexp": |a, b| log_of_sum(a, b),
            |a, b, y| sigmoid_of_difference(a, b), sigmoid_of_difference(b, a);
    }

    // |a, b, c| value of y, partials ∂y/∂a, ∂y/∂b, ∂y/∂c
    ternary {
        /// y = a·b + c with one rounding, ∂y/∂a = b, ∂y/∂b = a, ∂y/∂c = 1
        MulAdd "mul_add": |a, b, c| a.mul_add(b, c), b, a, N::from(1.0);
    }
}
