//! The price of a call option with its greeks, for a hundred options one after the other

use super::uniform;
use crate::function::Function;
use crate::problem::Problem;
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Value, grad};

pub(crate) fn problem() -> Problem {
    let options = uniform(500, 0.0, 1.0)
        .chunks(5)
        .map(|u| {
            let [spot, strike] = [80.0 + 40.0 * u[0], 80.0 + 40.0 * u[1]];
            let [rate, volatility] = [0.01 + 0.05 * u[2], 0.1 + 0.4 * u[3]];
            vec![spot, strike, rate, volatility, 0.25 + 1.75 * u[4]]
        })
        .collect();
    Problem::new("Black–Scholes, 100 options", &CallPrice, options)
}

/// S·Φ(d₁) − K·e⁻ʳᵗ·Φ(d₂), d₁ = (ln(S/K) + (r + σ²/2)t)/(σ√t), d₂ = d₁ − σ√t
#[derive(Clone)]
struct CallPrice;

/// Abramowitz and Stegun 26.2.17: Φ(−|x|) ≈ φ(x)·Σᵢ Bᵢkⁱ⁺¹, k = 1/(1 + P|x|)
const P: f64 = 0.231_641_9;
const B: [f64; 5] = [
    0.319_381_530,
    -0.356_563_782,
    1.781_477_937,
    -1.821_255_978,
    1.330_274_429,
];
/// 1/√(2π)
const PHI_0: f64 = 0.398_942_280_401_432_7;

impl Function for CallPrice {
    fn with_grad(&self, input: &[Value]) -> Value {
        fn normal_cdf(x: &Value) -> Value {
            let [b1, b2, b3, b4, b5] = B;
            grad! {
                let k = 1 / (1 + P * x.abs());
                let sum = k * (b1 + k * (b2 + k * (b3 + k * (b4 + k * b5))));
                let tail = PHI_0 * (-0.5 * x * x).exp() * sum;
                if *x > 0.0 { 1 - tail } else { tail }
            }
        }
        let [s, k, r, sigma, t] = input else {
            unreachable!("there are five inputs")
        };
        grad! {
            let deviation = sigma * t.sqrt();
            let d1 = ((s / k).ln() + (r + 0.5 * sigma * sigma) * t) / deviation;
            let d2 = d1 - deviation;
            s * normal_cdf(&d1) - k * (-r * t).exp() * normal_cdf(&d2)
        }
    }

    fn with_operators(&self, input: &[Value]) -> Value {
        fn normal_cdf(x: &Value) -> Value {
            let [b1, b2, b3, b4, b5] = B;
            let k = 1.0 / (1.0 + P * x.abs());
            let sum = &k * (b1 + &k * (b2 + &k * (b3 + &k * (b4 + &k * b5))));
            let tail = PHI_0 * (-0.5 * x * x).exp() * sum;
            if *x > 0.0 { 1.0 - tail } else { tail }
        }
        let [s, k, r, sigma, t] = input else {
            unreachable!("there are five inputs")
        };
        let deviation = sigma * t.sqrt();
        let d1 = ((s / k).ln() + (r + 0.5 * sigma * sigma) * t) / &deviation;
        let d2 = &d1 - deviation;
        s * normal_cdf(&d1) - k * (-r * t).exp() * normal_cdf(&d2)
    }

    fn with_scalars<N: Scalar>(&self, input: &[N]) -> N
    where
        f64: LeftOf<N>,
    {
        fn normal_cdf<N: Scalar>(x: N) -> N
        where
            f64: LeftOf<N>,
        {
            let [b1, b2, b3, b4, b5] = B;
            let k = 1.0 / (1.0 + P * x.abs());
            let sum = k * (b1 + k * (b2 + k * (b3 + k * (b4 + k * b5))));
            let tail = PHI_0 * (-0.5 * x * x).exp() * sum;
            if x.value() > 0.0 { 1.0 - tail } else { tail }
        }
        let &[s, k, r, sigma, t] = input else {
            unreachable!("there are five inputs")
        };
        let deviation = sigma * t.sqrt();
        let d1 = ((s / k).ln() + (r + 0.5 * sigma * sigma) * t) / deviation;
        let d2 = d1 - deviation;
        s * normal_cdf(d1) - k * (-r * t).exp() * normal_cdf(d2)
    }

    fn compiled(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let (Some(input), Some(gradient)) = (input.first_chunk(), gradient.first_chunk_mut())
        else {
            unreachable!("there are five inputs")
        };
        in_order::call_price::vjp(input, 1.0, gradient)
    }

    fn reordered(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let (Some(input), Some(gradient)) = (input.first_chunk(), gradient.first_chunk_mut())
        else {
            unreachable!("there are five inputs")
        };
        reordered::call_price::vjp(input, 1.0, gradient)
    }

    fn by_hand(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let &[s, k, r, sigma, t] = input else {
            unreachable!("there are five inputs")
        };
        let root = t.sqrt();
        let deviation = sigma * root;
        let drift = r + 0.5 * sigma * sigma;
        let d1 = ((s / k).ln() + drift * t) / deviation;
        let d2 = d1 - deviation;
        let discount = (-r * t).exp();
        let (cdf1, slope1) = normal_cdf_and_slope(d1);
        let (cdf2, slope2) = normal_cdf_and_slope(d2);

        let a_d2 = -k * discount * slope2;
        let a_d1 = s * slope1 + a_d2;
        let a_deviation = -a_d2 - a_d1 * d1 / deviation;
        let a_numerator = a_d1 / deviation;
        gradient.copy_from_slice(&[
            cdf1 + a_numerator / s,
            -discount * cdf2 - a_numerator / k,
            k * t * discount * cdf2 + a_numerator * t,
            a_deviation * root + a_numerator * sigma * t,
            k * r * discount * cdf2 + a_numerator * drift + a_deviation * sigma / (2.0 * root),
        ]);
        s * cdf1 - k * discount * cdf2
    }
}

fn normal_cdf_and_slope(x: f64) -> (f64, f64) {
    let [b1, b2, b3, b4, b5] = B;
    let k = 1.0 / (1.0 + P * x.abs());
    let sum = k * (b1 + k * (b2 + k * (b3 + k * (b4 + k * b5))));
    let sum_slope = b1 + k * (2.0 * b2 + k * (3.0 * b3 + k * (4.0 * b4 + k * 5.0 * b5)));
    let density = PHI_0 * (-0.5 * x * x).exp();
    // d/d|x|
    let tail_slope = density * (-x.abs() * sum - sum_slope * P * k * k);
    if x > 0.0 {
        (1.0 - density * sum, -tail_slope)
    } else {
        (density * sum, -tail_slope)
    }
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        pub(super) fn normal_cdf(x: f64) -> f64 {
            let k = 1.0 / (1.0 + P * x.abs());
            let sum = k * (B[0] + k * (B[1] + k * (B[2] + k * (B[3] + k * B[4]))));
            let tail = PHI_0 * (-0.5 * x * x).exp() * sum;
            if x > 0.0 { 1.0 - tail } else { tail }
        }

        #[differentiable($($option)?)]
        pub(super) fn call_price(input: &[f64; 5]) -> f64 {
            let [s, k, r, sigma, t] = *input;
            let deviation = sigma * t.sqrt();
            let d1 = ((s / k).ln() + (r + 0.5 * sigma * sigma) * t) / deviation;
            let d2 = d1 - deviation;
            s * normal_cdf(d1) - k * (-r * t).exp() * normal_cdf(d2)
        }
    };
}

mod in_order {
    use super::{B, P, PHI_0};
    use micrograd_core::differentiable;
    compiled! {}
}

mod reordered {
    use super::{B, P, PHI_0};
    use micrograd_core::differentiable;
    compiled! { reorder }
}
