//! Random chains of operations at singular points: every mode gives the same slope. What a chain multiplies is the
//! same in each mode, in another order.

use micrograd_core::{Dual, Value, gradient_and_hvp, gradients, jacobian_reverse, tangent, vjp};
use proptest::prelude::*;

/// An operation with both number types.
type Step = (&'static str, fn(&Value) -> Value, fn(&Dual<1>) -> Dual<1>);

macro_rules! steps {
    ($(|$x:ident| $step:expr;)*) => {
        &[$((stringify!($step), |$x| $step, |$x| $step)),*]
    };
}

#[allow(clippy::redundant_closure_for_method_calls)] // A method's path names one number type.
const STEPS: &[Step] = steps! {
    |x| -x;
    |x| x.recip();
    |x| 1.0 / x;
    |x| x.sqrt();
    |x| x.cbrt();
    |x| x.exp();
    |x| x.exp_m1();
    |x| x.ln();
    |x| x.log2();
    |x| x.ln_1p();
    |x| x.sin();
    |x| x.cos();
    |x| x.tan();
    |x| x.asin();
    |x| x.acos();
    |x| x.atan();
    |x| x.cosh();
    |x| x.tanh();
    |x| x.asinh();
    |x| x.acosh();
    |x| x.atanh();
    |x| x.erf();
    |x| x.erfc();
    |x| x.erfcx();
    |x| x.ln_normal_cdf();
    |x| x.ln_gamma();
    |x| x.digamma();
    |x| x.polygamma(1);
    |x| x.floor();
    |x| x.fract();
    |x| x.ln_sigmoid();
    |x| x.xlogy(2.0);
    |x| x.log(2.0);
    |x| x.logaddexp(0.0);
    |x| x.rem_euclid(0.7);
    |x| x.copysign(-1.0);
    |x| x.abs();
    |x| x.relu();
    |x| x.sigmoid();
    |x| x.softplus();
    |x| x.gelu();
    |x| x.silu();
    |x| x.leaky_relu(0.1);
    |x| x.elu(1.0);
    |x| x.clamp(-1.0, 1.0);
    |x| x.min(1.0);
    |x| x.max(0.0);
    |x| x.powi(0);
    |x| x.powi(2);
    |x| x.powi(-1);
    |x| x.powf(0.5);
    |x| x.powf(1.5);
    |x| x * 0.0;
    |x| x * 2.0;
    |x| x + 1.0;
    |x| 1.0 - x;
    |x| x.hypot(0.0);
    |x| x.atan2(1.0);
};

const POINTS: &[f64] = &[
    0.0,
    -0.0,
    0.5,
    -0.5,
    1.0,
    -1.0,
    2.0,
    40.0,
    -40.0,
    800.0,
    -800.0,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

/// Whether no product of some of these slopes leaves the range of an f64. Outside of it the order of a product decides
/// whether it is 0, and with it what an infinite slope passes.
fn products_stay_in_range(slopes: &[f64]) -> bool {
    let finite = || {
        slopes
            .iter()
            .map(|slope| slope.abs())
            .filter(|size| size.is_normal())
    };
    slopes.iter().all(|slope| !slope.is_subnormal())
        && finite().map(|size| size.min(1.0)).product::<f64>() >= 1e-300
        && finite().map(|size| size.max(1.0)).product::<f64>() <= 1e300
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn every_mode_gives_the_same_slope(
        x in prop::sample::select(POINTS),
        chain in prop::collection::vec(prop::sample::select(STEPS), 2..5),
    ) {
        let mut point = x;
        let slopes: Vec<f64> = (chain.iter())
            .map(|(_, _, step)| {
                let y = step(&Dual::variable(point, 0));
                point = y.data();
                y.tangent(0)
            })
            .collect();
        if !products_stay_in_range(&slopes) {
            return Ok(());
        }
        let of_values = |x: &Value| chain.iter().fold(x.clone(), |y, (_, step, _)| step(&y));
        let of_duals = |x: &Dual<1>| chain.iter().fold(*x, |y, (_, _, step)| step(&y));
        let leaf = Value::new(x);
        let y = of_values(&leaf);
        y.backward();
        let backward = leaf.grad();
        let others = [
            ("gradients", gradients(&y, &[&leaf])[0].data()),
            ("tangent", tangent(&y, &[&leaf], &[1.0]).data()),
            ("Dual", of_duals(&Dual::variable(x, 0)).tangent(0)),
            ("vjp", vjp(|x| vec![of_values(&x[0])], &[x], &[1.0]).1[0]),
            ("hvp", gradient_and_hvp(|x| of_values(&x[0]), &[x], &[1.0]).0[0]),
            ("jacobian", jacobian_reverse(|x| vec![of_values(&x[0])], &[x])[0][0]),
        ];
        for (mode, found) in others {
            let scale = backward.abs().max(found.abs()).max(1e-100);
            let is_same = found == backward
                || (found - backward).abs() <= 1e-9 * scale
                || found.is_nan() && backward.is_nan();
            let names: Vec<&str> = chain.iter().map(|(name, ..)| *name).collect();
            prop_assert!(
                is_same,
                "{names:?} at {x:?}: {mode} gives {found:e}, backward {backward:e}"
            );
        }
    }
}
