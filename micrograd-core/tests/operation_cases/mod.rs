//! Every operation with its domain, as a function of this crate's numbers and, independently, of
//! num-dual's dual numbers.
//!
//! Those have derivative rules of their own; what num-dual does not have is composed here from what it
//! has.

use micrograd_core::{BrandedDual, Dual, Op, Scalar, Value};
use num_dual::{Dual64, DualNum, HyperDual64};
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
    pub(crate) of_branded_duals: for<'c> fn(&[BrandedDual<'c, 3>]) -> BrandedDual<'c, 3>,
    pub(crate) of_duals: fn(&[Dual64]) -> Dual64,
    pub(crate) of_hyper_duals: fn(&[HyperDual64]) -> HyperDual64,
}

impl Case {
    /// Whether the operands are inside the domain, with room around them.
    pub(crate) fn admits(&self, operands: &[f64]) -> bool {
        let inside = |(x, &(low, high)): (&f64, &(f64, f64))| (low..=high).contains(x);
        operands.iter().zip(self.domain).all(inside) && (self.from_kink)(operands) > 1e-3
    }
}

const NEVER: fn(&[f64]) -> f64 = |_| f64::INFINITY;

const ANY: (f64, f64) = (-10.0, 10.0);
const POSITIVE: (f64, f64) = (0.05, 10.0);
const WITHIN_ONE: (f64, f64) = (-0.95, 0.95);
const AT_ZERO: fn(&[f64]) -> f64 = |x| x[0].abs();
const AT_LOW: fn(&[f64]) -> f64 = |x| (x[0] + 1.5).abs();
const AT_HIGH: fn(&[f64]) -> f64 = |x| (x[0] - 2.5).abs();
const AT_EQUAL: fn(&[f64]) -> f64 = |x| (x[0] - x[1]).abs();

macro_rules! or_never {
    () => {
        NEVER
    };
    ($from_kink:ident) => {
        $from_kink
    };
}

/// The cases, as a table: `Op [domain]: by this crate's numbers => by num-dual's`, and where there is a
/// kink, how far the operands are from it.
macro_rules! cases {
    ($($Op:ident $domain:tt $(kink $from_kink:ident)?: $of_scalars:expr => $of_duals:expr;)*) => {
        #[allow(clippy::op_ref, clippy::needless_borrows_for_generic_args)] // Values are no `Copy`.
        pub(crate) const CASES: &[Case] = &[$(Case {
            op: Op::$Op,
            domain: &$domain,
            from_kink: or_never!($($from_kink)?),
            of_values: $of_scalars,
            of_own_duals: $of_scalars,
            of_branded_duals: $of_scalars,
            of_duals: $of_duals,
            of_hyper_duals: $of_duals,
        },)*];
    };
}

cases! {
    Neg [ANY]: |x| -&x[0] => |x| -x[0];
    Recip [POSITIVE]: |x| x[0].recip() => |x| x[0].recip();
    Sqrt [POSITIVE]: |x| x[0].sqrt() => |x| x[0].sqrt();
    Cbrt [POSITIVE]: |x| x[0].cbrt() => |x| x[0].cbrt();
    Cbrt [(-9.0, -0.1)]: |x| x[0].cbrt() => |x| -(-x[0]).powf(1.0 / 3.0);
    Exp [ANY]: |x| x[0].exp() => |x| x[0].exp();
    Exp2 [ANY]: |x| x[0].exp2() => |x| x[0].exp2();
    ExpM1 [ANY]: |x| x[0].exp_m1() => |x| x[0].exp_m1();
    Ln [POSITIVE]: |x| x[0].ln() => |x| x[0].ln();
    Log2 [POSITIVE]: |x| x[0].log2() => |x| x[0].log2();
    Log10 [POSITIVE]: |x| x[0].log10() => |x| x[0].log10();
    Ln1p [(-0.9, 10.0)]: |x| x[0].ln_1p() => |x| x[0].ln_1p();
    Sin [ANY]: |x| x[0].sin() => |x| x[0].sin();
    Cos [ANY]: |x| x[0].cos() => |x| x[0].cos();
    Tan [(-1.4, 1.4)]: |x| x[0].tan() => |x| x[0].tan();
    Asin [WITHIN_ONE]: |x| x[0].asin() => |x| x[0].asin();
    Acos [WITHIN_ONE]: |x| x[0].acos() => |x| x[0].acos();
    Atan [ANY]: |x| x[0].atan() => |x| x[0].atan();
    Sinh [ANY]: |x| x[0].sinh() => |x| x[0].sinh();
    Cosh [ANY]: |x| x[0].cosh() => |x| x[0].cosh();
    Tanh [ANY]: |x| x[0].tanh() => |x| x[0].tanh();
    Asinh [ANY]: |x| x[0].asinh() => |x| x[0].asinh();
    Acosh [(1.05, 10.0)]: |x| x[0].acosh() => |x| x[0].acosh();
    Atanh [WITHIN_ONE]: |x| x[0].atanh() => |x| x[0].atanh();
    Erfc [(-3.0, 3.0)]: |x| x[0].erfc() => |x| x[0].erfc();
    Abs [ANY] kink AT_ZERO: |x| x[0].abs() => |x| x[0] * x[0].re.signum();
    Relu [ANY] kink AT_ZERO: |x| x[0].relu() => |x| scaled_below(x[0], 0.0);
    Sigmoid [ANY]: |x| x[0].sigmoid() => |x| sigmoid(x[0]);
    Softplus [ANY]: |x| x[0].softplus() => |x| x[0].exp().ln_1p();
    Gelu [ANY]: |x| x[0].gelu() => |x| gelu(x[0]);
    Silu [ANY]: |x| x[0].silu() => |x| x[0] * sigmoid(x[0]);
    Powi [ANY]: |x| x[0].powi(3) => |x| x[0] * x[0] * x[0];
    Powi [ANY]: |x| x[0].powi(2) => |x| x[0] * x[0];
    Powi [ANY]: |x| x[0].powi(1) => |x| x[0];
    Powi [(0.2, 3.0)]: |x| x[0].powi(-2) => |x| (x[0] * x[0]).recip();
    Powi [(-3.0, 3.0)]: |x| x[0].powi(7) => |x| x[0].powi(7);
    LeakyRelu [ANY] kink AT_ZERO: |x| x[0].leaky_relu(0.1) => |x| scaled_below(x[0], 0.1);
    Elu [ANY] kink AT_ZERO:
        |x| x[0].elu(0.7) =>
        |x| { if x[0].re > 0.0 { x[0] } else { x[0].exp_m1() * 0.7 } };
    ClampLow [ANY] kink AT_LOW:
        |x| x[0].clamp(-1.5, f64::INFINITY) =>
        |x| { if x[0].re > -1.5 { x[0] } else { (-1.5).into() } };
    ClampHigh [ANY] kink AT_HIGH:
        |x| x[0].clamp(f64::NEG_INFINITY, 2.5) =>
        |x| { if x[0].re < 2.5 { x[0] } else { 2.5.into() } };
    Add [ANY, ANY]: |x| &x[0] + &x[1] => |x| x[0] + x[1];
    Add [ANY]: |x| 2.5 + &x[0] => |x| x[0] + 2.5;
    Sub [ANY, ANY]: |x| &x[0] - &x[1] => |x| x[0] - x[1];
    Sub [ANY]: |x| 2.5 - &x[0] => |x| -x[0] + 2.5;
    Sub [ANY]: |x| &x[0] - 2.5 => |x| x[0] - 2.5;
    Mul [ANY, ANY]: |x| &x[0] * &x[1] => |x| x[0] * x[1];
    Mul [ANY]: |x| &x[0] * 2.5 => |x| x[0] * 2.5;
    Mul [ANY]: |x| 3 * &x[0] => |x| x[0] * 3.0;
    Div [ANY, POSITIVE]: |x| &x[0] / &x[1] => |x| x[0] / x[1];
    Div [POSITIVE]: |x| 2.5 / &x[0] => |x| x[0].recip() * 2.5;
    Div [ANY]: |x| &x[0] / 2.5 => |x| x[0] / 2.5;
    Pow [(0.1, 4.0), (-3.0, 3.0)]: |x| x[0].pow(&x[1]) => |x| x[0].powd(x[1]);
    Pow [(-3.0, 3.0)]: |x| number(1.7, &x[0]).pow(&x[0]) => |x| (x[0] * 1.7_f64.ln()).exp();
    Pow [POSITIVE]: |x| x[0].powf(1.7) => |x| x[0].powf(1.7);
    Atan2 [ANY, POSITIVE]: |x| x[0].atan2(&x[1]) => |x| (x[0] / x[1]).atan();
    Atan2 [ANY]: |x| x[0].atan2(2.5) => |x| (x[0] / 2.5).atan();
    Hypot [POSITIVE, ANY]: |x| x[0].hypot(&x[1]) => |x| hypot(x[0], x[1]);
    Hypot [ANY]: |x| x[0].hypot(2.5) => |x| hypot(x[0], 2.5.into());
    Min [ANY, ANY] kink AT_EQUAL:
        |x| x[0].min(&x[1]) =>
        |x| { if x[0].re < x[1].re { x[0] } else { x[1] } };
    Max [ANY, ANY] kink AT_EQUAL:
        |x| x[0].max(&x[1]) =>
        |x| { if x[0].re > x[1].re { x[0] } else { x[1] } };
    Max [ANY] kink AT_ZERO: |x| x[0].max(0) => |x| scaled_below(x[0], 0.0);
    MulAdd [ANY, ANY, ANY]: |x| x[0].mul_add(&x[1], &x[2]) => |x| x[0] * x[1] + x[2];
    MulAdd [ANY, ANY]: |x| x[0].mul_add(2.5, &x[1]) => |x| x[0] * 2.5 + x[1];
    MulAdd [ANY, ANY]: |x| x[0].mul_add(&x[1], -1) => |x| x[0] * x[1] - 1.0;
}

/// A number of the same type.
fn number<T: Scalar>(c: f64, _: &T) -> T {
    T::from(c)
}

fn scaled_below<D: DualNum<Primitive = f64>>(x: D, slope: f64) -> D {
    if x.re() > 0.0 { x } else { x * slope }
}

fn sigmoid<D: DualNum<Primitive = f64>>(x: D) -> D {
    ((-x).exp() + 1.0).recip()
}

/// x·Φ(x) with Φ(x) = erfc(−x/√2)/2.
fn gelu<D: Erfc>(x: D) -> D {
    x.clone() * (-x / SQRT_2).erfc() * 0.5
}

fn hypot<D: DualNum<Primitive = f64>>(a: D, b: D) -> D {
    (a.clone() * a + b.clone() * b).sqrt()
}

/// num-dual has no erfc: erfc′(x) = −2/√π·e^(−x²), erfc″(x) = −2x·erfc′(x).
trait Erfc: DualNum<Primitive = f64> {
    fn erfc(self) -> Self;
}

fn erfc_slope(x: f64) -> f64 {
    -2.0 / PI.sqrt() * (-x * x).exp()
}

impl Erfc for Dual64 {
    fn erfc(self) -> Self {
        Dual64::new(libm::erfc(self.re), erfc_slope(self.re) * self.eps)
    }
}

impl Erfc for HyperDual64 {
    fn erfc(self) -> Self {
        let slope = erfc_slope(self.re);
        HyperDual64::new(
            libm::erfc(self.re),
            slope * self.eps1,
            slope * self.eps2,
            slope * self.eps1eps2 - 2.0 * self.re * slope * self.eps1 * self.eps2,
        )
    }
}
