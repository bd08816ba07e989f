//! Special functions and three of their derivatives have the digits of mpmath, in every mode.

use micrograd_core::{Dual, Scalar, Value, gradients, hessian};
use serde::Deserialize;

const TOLERANCE: f64 = 1e-14;

#[derive(Deserialize)]
struct Recorded {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    function: String,
    at: Vec<f64>,
    order: Option<u32>,
    /// The function and its first, second and third derivative.
    derivatives: [f64; 4],
}

fn cases() -> Vec<Case> {
    let recorded: Recorded =
        serde_json::from_str(include_str!("../../data/special_functions.json")).unwrap();
    recorded.cases
}

impl Case {
    /// The function at x; one of two numbers goes along (a + t, b + 2t), where t is 0.
    fn of<T: Scalar>(&self, x: &T) -> T {
        let t = x - self.at[0];
        match self.function.as_str() {
            "erf" => x.erf(),
            "erfcx" => x.erfcx(),
            "ln_normal_cdf" => x.ln_normal_cdf(),
            "ln_gamma" => x.ln_gamma(),
            "digamma" => x.digamma(),
            "polygamma" => x.polygamma(self.order.unwrap()),
            "ln_sigmoid" => x.ln_sigmoid(),
            "xlogy" => x.xlogy(&(2.0 * t + self.at[1])),
            "logaddexp" => x.logaddexp(&(2.0 * t + self.at[1])),
            "log" => x.log(&(2.0 * t + self.at[1])),
            other => panic!("no function `{other}`"),
        }
    }

    /// The largest error of some of the derivatives, from the function itself on, relative to them.
    fn error(&self, found: &[f64]) -> f64 {
        let errors = found
            .iter()
            .zip(&self.derivatives)
            .map(|(found, expected)| {
                if found == expected {
                    0.0
                } else {
                    (found / expected - 1.0).abs()
                }
            });
        errors.fold(0.0, f64::max)
    }

    fn check(&self, way: &str, found: &[f64]) {
        let error = self.error(found);
        if std::env::var("ERRORS").is_ok() {
            println!("{} {:?} {way}: {error:.1e}", self.function, self.at);
        }
        assert!(
            error < TOLERANCE,
            "{} at {:?} by {way}: {found:?}, not {:?}: an error of {error:.1e}",
            self.function,
            self.at,
            self.derivatives
        );
    }
}

#[test]
fn three_derivatives_by_gradients_have_mpmaths_digits() {
    for case in cases() {
        let x = Value::new(case.at[0]);
        let mut y = case.of(&x);
        let mut found = vec![y.data()];
        for _ in 0..3 {
            y = gradients(&y, &[&x]).remove(0);
            found.push(y.data());
        }
        case.check("gradients", &found);
    }
}

#[test]
fn one_derivative_in_forward_and_reverse_mode_has_mpmaths_digits() {
    for case in cases() {
        let x = Value::new(case.at[0]);
        let y = case.of(&x);
        y.backward();
        case.check("backward", &[y.data(), x.grad()]);
        let y = case.of(&Dual::<1>::variable(case.at[0], 0));
        case.check("dual numbers", &[y.data(), y.tangent(0)]);
        case.check("plain numbers", &[case.of(&case.at[0])]);
    }
}

#[test]
fn second_derivatives_in_hessians_have_mpmaths_digits() {
    for case in cases() {
        let second = hessian(|x| case.of(&x[0]), &case.at[..1])[0][0];
        let [y, slope, ..] = case.derivatives;
        case.check("hessian", &[y, slope, second]);
    }
}
