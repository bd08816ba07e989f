//! Every operation with its domain, as a function of this crate's numbers and, independently, of
//! num-dual's dual numbers.
//!
//! Those have derivative rules of their own; what num-dual does not have is composed here from what it
//! has.

use micrograd_core::{Dual, Op, Scalar, Value};
use num_dual::{Dual64, DualNum};
use std::f64::consts::{PI, SQRT_2};

/// An operation on a box of operands.
#[allow(dead_code)] // Each test file reads what it needs.
pub(crate) struct Case {
    pub(crate) op: Op,
    /// The smallest and the largest number of each operand.
    pub(crate) domain: &'static [(f64, f64)],
    /// How far the operands are from a kink, where there is one.
    pub(crate) from_kink: fn(&[f64]) -> f64,
    pub(crate) of_values: fn(&[Value]) -> Value,
    pub(crate) of_own_duals: fn(&[Dual<3>]) -> Dual<3>,
    pub(crate) of_duals: fn(&[Dual64]) -> Dual64,
}

impl Case {
    /// Whether the operands are inside the domain, with room around them.
    pub(crate) fn admits(&self, operands: &[f64]) -> bool {
        let inside = |(x, &(low, high)): (&f64, &(f64, f64))| (low..=high).contains(x);
        operands.iter().zip(self.domain).all(inside) && (self.from_kink)(operands) > 1e-3
    }
}

const NEVER: fn(&[f64]) -> f64 = |_| f64::INFINITY;

/// A case without kinks.
macro_rules! smooth {
    ($op:expr, $domain:expr, $of_scalars:expr, $of_duals:expr $(,)?) => {
        kinked!($op, $domain, NEVER, $of_scalars, $of_duals)
    };
}

/// One function text for every number type of this crate.
macro_rules! kinked {
    ($op:expr, $domain:expr, $from_kink:expr, $of_scalars:expr, $of_duals:expr $(,)?) => {
        Case {
            op: $op,
            domain: $domain,
            from_kink: $from_kink,
            of_values: $of_scalars,
            of_own_duals: $of_scalars,
            of_duals: $of_duals,
        }
    };
}

const ANY: (f64, f64) = (-10.0, 10.0);
const POSITIVE: (f64, f64) = (0.05, 10.0);
const WITHIN_ONE: (f64, f64) = (-0.95, 0.95);
const AT_ZERO: fn(&[f64]) -> f64 = |x| x[0].abs();
const AT_EQUAL: fn(&[f64]) -> f64 = |x| (x[0] - x[1]).abs();

pub(crate) const CASES: &[Case] = &[
    smooth!(Op::Neg, &[ANY], |x| -&x[0], |x| -x[0]),
    smooth!(Op::Recip, &[POSITIVE], |x| x[0].recip(), |x| x[0].recip()),
    smooth!(Op::Sqrt, &[POSITIVE], |x| x[0].sqrt(), |x| x[0].sqrt()),
    smooth!(Op::Cbrt, &[POSITIVE], |x| x[0].cbrt(), |x| x[0].cbrt()),
    smooth!(Op::Cbrt, &[(-9.0, -0.1)], |x| x[0].cbrt(), |x| -(-x[0])
        .powf(1.0 / 3.0),),
    smooth!(Op::Exp, &[ANY], |x| x[0].exp(), |x| x[0].exp()),
    smooth!(Op::Exp2, &[ANY], |x| x[0].exp2(), |x| x[0].exp2()),
    smooth!(Op::ExpM1, &[ANY], |x| x[0].exp_m1(), |x| x[0].exp_m1()),
    smooth!(Op::Ln, &[POSITIVE], |x| x[0].ln(), |x| x[0].ln()),
    smooth!(Op::Log2, &[POSITIVE], |x| x[0].log2(), |x| x[0].log2()),
    smooth!(Op::Log10, &[POSITIVE], |x| x[0].log10(), |x| x[0].log10()),
    smooth!(Op::Ln1p, &[(-0.9, 10.0)], |x| x[0].ln_1p(), |x| x[0]
        .ln_1p(),),
    smooth!(Op::Sin, &[ANY], |x| x[0].sin(), |x| x[0].sin()),
    smooth!(Op::Cos, &[ANY], |x| x[0].cos(), |x| x[0].cos()),
    smooth!(Op::Tan, &[(-1.4, 1.4)], |x| x[0].tan(), |x| x[0].tan()),
    smooth!(Op::Asin, &[WITHIN_ONE], |x| x[0].asin(), |x| x[0].asin()),
    smooth!(Op::Acos, &[WITHIN_ONE], |x| x[0].acos(), |x| x[0].acos()),
    smooth!(Op::Atan, &[ANY], |x| x[0].atan(), |x| x[0].atan()),
    smooth!(Op::Sinh, &[ANY], |x| x[0].sinh(), |x| x[0].sinh()),
    smooth!(Op::Cosh, &[ANY], |x| x[0].cosh(), |x| x[0].cosh()),
    smooth!(Op::Tanh, &[ANY], |x| x[0].tanh(), |x| x[0].tanh()),
    smooth!(Op::Asinh, &[ANY], |x| x[0].asinh(), |x| x[0].asinh()),
    smooth!(Op::Acosh, &[(1.05, 10.0)], |x| x[0].acosh(), |x| x[0]
        .acosh(),),
    smooth!(Op::Atanh, &[WITHIN_ONE], |x| x[0].atanh(), |x| x[0].atanh()),
    smooth!(Op::Erfc, &[(-3.0, 3.0)], |x| x[0].erfc(), |x| erfc(x[0]),),
    kinked!(Op::Abs, &[ANY], AT_ZERO, |x| x[0].abs(), |x| x[0]
        * x[0].re.signum(),),
    kinked!(
        Op::Relu,
        &[ANY],
        AT_ZERO,
        |x| x[0].relu(),
        |x| scaled_below(x[0], 0.0),
    ),
    smooth!(Op::Sigmoid, &[ANY], |x| x[0].sigmoid(), |x| sigmoid(x[0])),
    smooth!(Op::Softplus, &[ANY], |x| x[0].softplus(), |x| x[0]
        .exp()
        .ln_1p(),),
    smooth!(Op::Gelu, &[ANY], |x| x[0].gelu(), |x| gelu(x[0])),
    smooth!(Op::Silu, &[ANY], |x| x[0].silu(), |x| x[0] * sigmoid(x[0])),
    smooth!(Op::Powi, &[ANY], |x| x[0].powi(3), |x| x[0] * x[0] * x[0]),
    smooth!(Op::Powi, &[ANY], |x| x[0].powi(2), |x| x[0] * x[0]),
    smooth!(Op::Powi, &[ANY], |x| x[0].powi(1), |x| x[0]),
    smooth!(Op::Powi, &[(0.2, 3.0)], |x| x[0].powi(-2), |x| (x[0]
        * x[0])
        .recip(),),
    smooth!(Op::Powi, &[(-3.0, 3.0)], |x| x[0].powi(7), |x| x[0].powi(7)),
    kinked!(
        Op::LeakyRelu,
        &[ANY],
        AT_ZERO,
        |x| x[0].leaky_relu(0.1),
        |x| scaled_below(x[0], 0.1),
    ),
    kinked!(Op::Elu, &[ANY], AT_ZERO, |x| x[0].elu(0.7), |x| {
        if x[0].re > 0.0 {
            x[0]
        } else {
            x[0].exp_m1() * 0.7
        }
    },),
    kinked!(
        Op::ClampLow,
        &[ANY],
        |x| (x[0] + 1.5).abs(),
        |x| x[0].clamp(-1.5, f64::INFINITY),
        |x| {
            if x[0].re > -1.5 {
                x[0]
            } else {
                Dual64::from(-1.5)
            }
        },
    ),
    kinked!(
        Op::ClampHigh,
        &[ANY],
        |x| (x[0] - 2.5).abs(),
        |x| x[0].clamp(f64::NEG_INFINITY, 2.5),
        |x| {
            if x[0].re < 2.5 {
                x[0]
            } else {
                Dual64::from(2.5)
            }
        },
    ),
    smooth!(Op::Add, &[ANY, ANY], |x| &x[0] + &x[1], |x| x[0] + x[1]),
    smooth!(Op::Add, &[ANY], |x| 2.5 + &x[0], |x| x[0] + 2.5),
    smooth!(Op::Sub, &[ANY, ANY], |x| &x[0] - &x[1], |x| x[0] - x[1]),
    smooth!(Op::Sub, &[ANY], |x| 2.5 - &x[0], |x| -x[0] + 2.5),
    smooth!(Op::Sub, &[ANY], |x| &x[0] - 2.5, |x| x[0] - 2.5),
    smooth!(Op::Mul, &[ANY, ANY], |x| &x[0] * &x[1], |x| x[0] * x[1]),
    smooth!(Op::Mul, &[ANY], |x| &x[0] * 2.5, |x| x[0] * 2.5),
    smooth!(Op::Mul, &[ANY], |x| 3 * &x[0], |x| x[0] * 3.0),
    smooth!(Op::Div, &[ANY, POSITIVE], |x| &x[0] / &x[1], |x| x[0]
        / x[1],),
    smooth!(Op::Div, &[POSITIVE], |x| 2.5 / &x[0], |x| x[0].recip()
        * 2.5,),
    smooth!(Op::Div, &[ANY], |x| &x[0] / 2.5, |x| x[0] / 2.5),
    smooth!(
        Op::Pow,
        &[(0.1, 4.0), (-3.0, 3.0)],
        |x| x[0].pow(&x[1]),
        |x| x[0].powd(x[1]),
    ),
    smooth!(
        Op::Pow,
        &[(-3.0, 3.0)],
        |x| number(1.7, &x[0]).pow(&x[0]),
        |x| (x[0] * 1.7_f64.ln()).exp(),
    ),
    smooth!(Op::Pow, &[POSITIVE], |x| x[0].powf(1.7), |x| x[0].powf(1.7)),
    smooth!(Op::Atan2, &[ANY, POSITIVE], |x| x[0].atan2(&x[1]), |x| (x
        [0]
        / x[1])
        .atan(),),
    smooth!(Op::Atan2, &[ANY], |x| x[0].atan2(2.5), |x| (x[0] / 2.5)
        .atan(),),
    smooth!(Op::Hypot, &[POSITIVE, ANY], |x| x[0].hypot(&x[1]), |x| {
        hypot(x[0], x[1])
    },),
    smooth!(Op::Hypot, &[ANY], |x| x[0].hypot(2.5), |x| hypot(
        x[0],
        Dual64::from(2.5)
    ),),
    kinked!(Op::Min, &[ANY, ANY], AT_EQUAL, |x| x[0].min(&x[1]), |x| {
        if x[0].re < x[1].re { x[0] } else { x[1] }
    },),
    kinked!(Op::Max, &[ANY, ANY], AT_EQUAL, |x| x[0].max(&x[1]), |x| {
        if x[0].re > x[1].re { x[0] } else { x[1] }
    },),
    kinked!(Op::Max, &[ANY], AT_ZERO, |x| x[0].max(0), |x| scaled_below(
        x[0], 0.0
    ),),
    smooth!(
        Op::MulAdd,
        &[ANY, ANY, ANY],
        |x| x[0].mul_add(&x[1], &x[2]),
        |x| x[0] * x[1] + x[2],
    ),
    smooth!(Op::MulAdd, &[ANY, ANY], |x| x[0].mul_add(2.5, &x[1]), |x| x
        [0]
        * 2.5
        + x[1],),
    smooth!(Op::MulAdd, &[ANY, ANY], |x| x[0].mul_add(&x[1], -1), |x| x
        [0]
        * x[1]
        - 1.0,),
];

/// A number of the same type.
fn number<T: Scalar>(c: f64, _: &T) -> T {
    T::from(c)
}

fn scaled_below(x: Dual64, slope: f64) -> Dual64 {
    if x.re > 0.0 { x } else { x * slope }
}

fn sigmoid(x: Dual64) -> Dual64 {
    ((-x).exp() + 1.0).recip()
}

fn erfc(x: Dual64) -> Dual64 {
    let slope = -2.0 / PI.sqrt() * (-x.re * x.re).exp();
    Dual64::new(libm::erfc(x.re), slope * x.eps)
}

/// x·Φ(x) with Φ(x) = erfc(−x/√2)/2.
fn gelu(x: Dual64) -> Dual64 {
    x * erfc(-x / SQRT_2) * 0.5
}

fn hypot(a: Dual64, b: Dual64) -> Dual64 {
    (a * a + b * b).sqrt()
}
