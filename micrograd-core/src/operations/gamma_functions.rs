//! The logarithmic derivatives of the gamma function on `f64`.
//!
//! For x > 0 by the asymptotic series of Euler and Maclaurin after some steps upwards; below by reflection
//! (Abramowitz & Stegun 6.3, 6.4, 23.2). Crates that have them are either large or have a few digits less.

/// B₂ⱼ/(2j)!, for j from 1.
const BERNOULLI_BY_FACTORIAL: [f64; 12] = [
    0.083_333_333_333_333_33,
    -0.001_388_888_888_888_889,
    3.306_878_306_878_307e-5,
    -8.267_195_767_195_768e-7,
    2.087_675_698_786_81e-8,
    -5.284_190_138_687_493e-10,
    1.338_253_653_068_467_9e-11,
    -3.389_680_296_322_582_7e-13,
    8.586_062_056_277_845e-15,
    -2.174_868_698_558_062e-16,
    5.509_002_828_360_229_5e-18,
    -1.395_446_468_581_252_2e-19,
];

/// Where ψ is 0: its nearest `f64`, and what is missing.
const ROOT: [f64; 2] = [1.461_632_144_968_362_3, 9.549_995_429_965_697e-17];

/// ψ⁽ᵏ⁾(ROOT)/k!, for k from 1.
const AROUND_ROOT: [f64; 22] = [
    0.967_672_245_447_621_2,
    -0.442_763_168_983_592_1,
    0.258_499_760_955_651,
    -0.163_942_705_442_406_52,
    0.107_824_050_691_262_37,
    -0.072_199_561_256_454_71,
    0.048_804_288_164_143_11,
    -0.033_161_126_474_847_36,
    0.022_597_648_232_218_104,
    -0.015_424_765_904_948_96,
    0.010_538_791_616_612_175,
    -0.007_204_534_386_356_869,
    0.004_926_781_395_729_853,
    -0.003_369_801_655_439_328,
    0.002_305_126_326_734_928,
    -0.001_576_936_771_430_197_2,
    0.001_078_825_201_916_296_7,
    -0.000_738_070_938_996_005_2,
    0.000_504_953_265_834_602,
    -0.000_345_468_025_106_307_7,
    0.000_236_356_015_640_270_53,
    -0.000_161_706_220_919_748_03,
];

/// How far from the root the series around it is taken.
const NEAR: f64 = 0.3;

/// The logarithm of |Γ(x)|.
pub(super) fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// ψ(x) = Γ′(x)/Γ(x). At 0 it is ∓∞, at the other poles NaN, because its signs differ on the two sides.
pub(super) fn digamma(x: f64) -> f64 {
    if x == 0.0 {
        return -x.recip();
    }
    if x > 0.0 {
        return digamma_of_positive(x);
    }
    match distance_above(x) {
        // ψ(x) = ψ(1 − d) − ψ(d) + ψ(1 − x), the reflection formula without a cotangent.
        Some(d) => {
            digamma_of_positive(1.0 - d) - digamma_of_positive(d) + digamma_of_positive(1.0 - x)
        }
        None => f64::NAN,
    }
}

/// ψ⁽ⁿ⁾(x), the n-th derivative of ψ. Its poles are +∞ for an odd n. NaN for n > 170: n! is no `f64`.
pub(super) fn polygamma(n: i32, x: f64) -> f64 {
    if n == 0 {
        return digamma(x);
    }
    if !(1..=170).contains(&n) {
        return f64::NAN;
    }
    let order = n + 1;
    let is_odd = n % 2 == 1;
    // Σₖ 1/(x + k)ⁿ⁺¹
    let sum = if x == 0.0 {
        x.powi(-order)
    } else if x > 0.0 {
        hurwitz_zeta(order, x)
    } else {
        match distance_above(x) {
            Some(d) => {
                let below = hurwitz_zeta(order, d) - hurwitz_zeta(order, 1.0 - x);
                hurwitz_zeta(order, 1.0 - d) + if is_odd { below } else { -below }
            }
            None if is_odd && x.is_finite() => f64::INFINITY,
            None => f64::NAN,
        }
    };
    let factorial: f64 = (1..=n).map(f64::from).product();
    if is_odd {
        factorial * sum
    } else {
        -factorial * sum
    }
}

/// From a negative number to the whole number above it; None at a pole, or where there is no such distance.
fn distance_above(x: f64) -> Option<f64> {
    let distance = x.ceil() - x;
    (distance > 0.0).then_some(distance)
}

fn digamma_of_positive(x: f64) -> f64 {
    let from_root = (x - ROOT[0]) - ROOT[1];
    if from_root.abs() < NEAR {
        let series = AROUND_ROOT.iter().rev();
        return series.fold(0.0, |sum, c| (sum + c) * from_root);
    }
    let mut steps = 0.0;
    let mut above = x;
    while above < 10.0 {
        steps += above.recip();
        above += 1.0;
    }
    // ln x − 1/2x − Σⱼ B₂ⱼ/(2j·x²ʲ)
    let square = (above * above).recip();
    let mut power = square;
    let mut factorial = 1.0;
    let mut series = 0.0;
    for (j, c) in (1..).zip(&BERNOULLI_BY_FACTORIAL[..8]) {
        series += c * factorial * power;
        power *= square;
        factorial *= f64::from(2 * j * (2 * j + 1));
    }
    above.ln() - 0.5 / above - series - steps
}

/// ζ(s, x) = Σₖ 1/(x + k)ˢ for s ≥ 2 and x > 0.
fn hurwitz_zeta(s: i32, x: f64) -> f64 {
    let order = f64::from(s);
    let mut steps = 0;
    while x + f64::from(steps) < order + 10.0 {
        steps += 1;
    }
    let above = x + f64::from(steps);
    // x¹⁻ˢ·(1/(s − 1) + 1/2x + Σⱼ B₂ⱼ/(2j)!·s(s + 1)…(s + 2j − 2)/x²ʲ)
    let mut factor = order / (above * above);
    let mut series = (order - 1.0).recip() + 0.5 / above;
    for (j, c) in (1..).zip(&BERNOULLI_BY_FACTORIAL) {
        series += c * factor;
        let next = order + f64::from(2 * j);
        factor *= (next - 1.0) * next / (above * above);
    }
    let rest = above.powi(1 - s) * series;
    (0..steps)
        .rev()
        .fold(rest, |sum, k| sum + (x + f64::from(k)).powi(-s))
}
