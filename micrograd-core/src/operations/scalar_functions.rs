//! The functions of a `Scalar`, each named once: its declaration in the trait and its definition for
//! every number type come from these lists.

/// Functions of one number: the name, its row, the formula, an example.
macro_rules! scalar_functions_of_one {
    ($($callback:ident)::*) => {
        $($callback)::*! {
            sqrt Sqrt "√x" 9.0 => 3.0;
            cbrt Cbrt "∛x" 27.0 => 3.0;
            recip Recip "1/x" 4.0 => 0.25;
            exp Exp "eˣ" 0.0 => 1.0;
            exp2 Exp2 "2ˣ" 3.0 => 8.0;
            exp_m1 ExpM1 "eˣ − 1, accurate near 0" 1e-20 => 1e-20;
            ln Ln "ln x, the natural logarithm" 1.0 => 0.0;
            log2 Log2 "log₂ x" 8.0 => 3.0;
            log10 Log10 "log₁₀ x" 1000.0 => 3.0;
            ln_1p Ln1p "ln(1 + x), accurate near 0" 1e-20 => 1e-20;
            sin Sin "sin x, x in radians" 0.0 => 0.0;
            cos Cos "cos x, x in radians" 0.0 => 1.0;
            tan Tan "tan x, x in radians" 0.0 => 0.0;
            asin Asin "asin x in [−π/2, π/2]" 0.0 => 0.0;
            acos Acos "acos x in [0, π]" 1.0 => 0.0;
            atan Atan "atan x in (−π/2, π/2)" 0.0 => 0.0;
            sinh Sinh "sinh x = (eˣ − e⁻ˣ)/2" 0.0 => 0.0;
            cosh Cosh "cosh x = (eˣ + e⁻ˣ)/2" 0.0 => 1.0;
            tanh Tanh "tanh x = sinh x/cosh x" 0.0 => 0.0;
            asinh Asinh "asinh x, the inverse of sinh" 0.0 => 0.0;
            acosh Acosh "acosh x, the inverse of cosh" 1.0 => 0.0;
            atanh Atanh "atanh x, the inverse of tanh" 0.0 => 0.0;
            erf Erf "erf x = 2/√π·∫₀ˣ e^(−t²) dt, accurate near 0 (PyTorch's `erf`)" 0.0 => 0.0;
            erfc Erfc "erfc x = 1 − erf x, accurate in both tails" 0.0 => 1.0;
            erfcx Erfcx "e^(x²)·erfc x, without underflow (PyTorch's `special.erfcx`)" 0.0 => 1.0;
            ln_normal_cdf LnNormalCdf "ln Φ(x), Φ the normal distribution function, accurate in both tails (PyTorch's `special.log_ndtr`)" 0.0 => 0.5_f64.ln();
            ln_gamma LnGamma "ln |Γ(x)| (PyTorch's `lgamma`)" 2.0 => 0.0;
            digamma Digamma "ψ(x) = Γ′(x)/Γ(x), the derivative of ln Γ(x) (PyTorch's `digamma`)" 0.0 => f64::NEG_INFINITY;
            abs Abs "|x|, with slope 0 at 0" -2.0 => 2.0;
            signum Signum "1 with the sign of x, with slope 0" -2.5 => -1.0;
            floor Floor "⌊x⌋, with slope 0" -2.5 => -3.0;
            ceil Ceil "⌈x⌉, with slope 0" -2.5 => -2.0;
            round Round "the nearest whole number, away from 0 where two are near, with slope 0" -2.5 => -3.0;
            trunc Trunc "x without what follows its point, with slope 0" -2.5 => -2.0;
            fract Fract "x − trunc x, with slope 1" -2.5 => -0.5;
            to_degrees ToDegrees "x·180/π, an angle in degrees" std::f64::consts::PI => 180.0;
            to_radians ToRadians "x·π/180, an angle in radians" 180.0 => std::f64::consts::PI;
            relu Relu "max(0, x), with slope 0 at 0 (PyTorch's `relu`)" -2.0 => 0.0;
            sigmoid Sigmoid "σ(x) = 1/(1 + e⁻ˣ), without overflow (PyTorch's `sigmoid`)" 0.0 => 0.5;
            softplus Softplus "ln(1 + eˣ), without overflow (PyTorch's `softplus` with β = 1)" 1000.0 => 1000.0;
            ln_sigmoid LnSigmoid "ln σ(x) = −ln(1 + e⁻ˣ), without overflow (PyTorch's `logsigmoid`)" -1000.0 => -1000.0;
            gelu Gelu "x·Φ(x), Φ the normal distribution function (PyTorch's `gelu` in its exact form)" 0.0 => 0.0;
            silu Silu "x·σ(x), also called swish (PyTorch's `silu`)" 0.0 => 0.0;
        }
    };
}

/// Functions of a number and a plain number: the name with its parameter, the row, the formula, an
/// example.
macro_rules! scalar_functions_with_number {
    ($($callback:ident)::*) => {
        $($callback)::*! {
            leaky_relu(slope) LeakyRelu
                "x for x > 0, else slope·x; at 0 the slope is `slope` (PyTorch's `leaky_relu`)"
                (-2.0, 0.5) => -1.0;
            elu(alpha) Elu "x for x > 0, else α·(eˣ − 1) (PyTorch's `elu`)" (-1000.0, 2.0) => -2.0;
        }
    };
}

/// Functions of two numbers: the name with its parameter, the row, the formula, an example.
macro_rules! scalar_functions_of_two {
    ($($callback:ident)::*) => {
        $($callback)::*! {
            pow(exponent) Pow "xʸ; a plain number y is a constant exponent" (2.0, 3.0) => 8.0;
            atan2(x) Atan2 "the angle of the point (x, self) in (−π, π], in radians" (0.0, 1.0) => 0.0;
            hypot(other) Hypot "√(x² + y²), without overflow; both slopes are 0 at the origin" (3.0, 4.0) => 5.0;
            min(other) Min "the smaller of two; equal ones have slope ½ each" (2.0, 1.0) => 1.0;
            max(other) Max "the larger of two; equal ones have slope ½ each" (2.0, 1.0) => 2.0;
            copysign(sign) Copysign "|x| with the sign of another number" (2.0, -0.5) => -2.0;
            rem_euclid(other) RemEuclid "the remainder y = a − b·k with a whole k for which 0 ≤ y < |b|; the slopes are 1 and −k" (-7.0, 4.0) => 1.0;
            log(base) Log "log_b x = ln x/ln b" (25.0, 5.0) => 2.0;
            xlogy(y) Xlogy "x·ln y, which is 0 for x = 0 (PyTorch's `xlogy`)" (0.0, 0.0) => 0.0;
            logaddexp(other) Logaddexp "ln(eˣ + eʸ), without overflow (PyTorch's `logaddexp`)" (-1000.0, f64::NEG_INFINITY) => -1000.0;
        }
    };
}

/// Functions of a number and a whole number that is not negative: the name, its row, the formula, an example.
macro_rules! scalar_functions_with_whole_number {
    ($($callback:ident)::*) => {
        $($callback)::*! {
            polygamma Polygamma "ψ⁽ⁿ⁾(x), the n-th derivative of the digamma function; NaN for n > 170 (PyTorch's `polygamma`)"
                (0.0, 1) => f64::INFINITY;
            erfcx_derivative ErfcxDerivative "the n-th derivative of erfcx"
                (0.0, 1) => -std::f64::consts::FRAC_2_SQRT_PI;
        }
    };
}

/// Questions about the plain number: the name that `f64` gives it, the question, an example.
macro_rules! scalar_questions {
    ($($callback:ident)::*) => {
        $($callback)::*! {
            is_nan "Whether the number is NaN." f64::NAN => true;
            is_finite "Whether the number is neither infinite nor NaN." 1.0 => true;
            is_infinite "Whether the number is ∞ or −∞." 1.0 => false;
            is_sign_negative "Whether the number has a minus sign, as −0 has." -0.0 => true;
            is_sign_positive "Whether the number has no minus sign." -0.0 => false;
        }
    };
}

pub(crate) use {
    scalar_functions_of_one, scalar_functions_of_two, scalar_functions_with_number,
    scalar_functions_with_whole_number, scalar_questions,
};
