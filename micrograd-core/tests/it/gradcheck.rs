//! What `gradcheck` passes, and what it does not.

use micrograd_core::{Gradcheck, Value, gradcheck};

/// A function of one number, with points at which it has a derivative.
type Case = (&'static str, fn(&Value) -> Value, &'static [f64]);

/// A function of several numbers, with a point.
type At<'a> = (&'static str, fn(&[Value]) -> Value, &'a [f64]);

const EVERYWHERE: &[f64] = &[
    -1e300, -1e100, -1e10, -300.0, -3.0, -1.0, -0.3, -1e-3, -1e-8, -1e-20, -1e-150, -1e-300,
    1e-300, 1e-150, 1e-20, 1e-8, 1e-3, 0.3, 1.0, 3.0, 300.0, 1e10, 1e100, 1e300,
];
const SMALL: &[f64] = &[
    -20.0, -3.0, -1.0, -0.3, -1e-3, -1e-8, -1e-20, -1e-300, 0.0, 1e-300, 1e-20, 1e-8, 1e-3, 0.3,
    1.0, 3.0, 20.0,
];
const POSITIVE: &[f64] = &[
    1e-300, 1e-150, 1e-20, 1e-7, 1e-3, 0.3, 0.999, 1.001, 3.0, 300.0, 1e10, 1e100, 1e300,
];
const WITHIN_ONE: &[f64] = &[
    -0.999_999_999,
    -0.999,
    -0.3,
    -1e-8,
    -1e-200,
    0.0,
    1e-200,
    1e-8,
    0.3,
    0.999,
    0.999_999,
    0.999_999_999,
    0.999_999_999_999,
];

const CASES: &[Case] = &[
    ("x", |x| x * 1.0, EVERYWHERE),
    ("-x", |x| -x, EVERYWHERE),
    ("x/3 + 1e-5", |x| x / 3.0 + 1e-5, EVERYWHERE),
    ("1e-7 x", |x| x * 1e-7, EVERYWHERE),
    (
        "1/x",
        |x| x.recip(),
        &[-1e100, -3.0, -1e-8, 1e-100, 1e-8, 0.3, 3.0, 1e10, 1e100],
    ),
    ("x²", |x| x.powi(2), SMALL),
    (
        "x² at large numbers",
        |x| x.powi(2),
        &[-1e150, 1e-150, 300.0, 1e10, 1e150],
    ),
    ("x³", |x| x.powi(3), SMALL),
    ("|x|", |x| x.abs(), EVERYWHERE),
    ("relu", |x| x.relu(), EVERYWHERE),
    ("leaky_relu", |x| x.leaky_relu(0.1), EVERYWHERE),
    ("√x", |x| x.sqrt(), POSITIVE),
    ("∛x", |x| x.cbrt(), EVERYWHERE),
    ("ln x", |x| x.ln(), POSITIVE),
    ("log₂ x", |x| x.log2(), POSITIVE),
    (
        "ln(1 + x)",
        |x| x.ln_1p(),
        &[-0.999_999_999, -0.9, -1e-8, 1e-300, 1e-8, 0.3, 3.0, 1e100],
    ),
    (
        "x^1.5",
        |x| x.powf(1.5),
        &[1e-150, 1e-20, 1e-7, 0.3, 3.0, 1e10, 1e100],
    ),
    (
        "x^-0.5",
        |x| x.powf(-0.5),
        &[1e-150, 1e-20, 1e-7, 0.3, 3.0, 1e10, 1e100],
    ),
    ("eˣ", |x| x.exp(), SMALL),
    (
        "eˣ at large numbers",
        |x| x.exp(),
        &[-700.0, -100.0, 100.0, 700.0],
    ),
    ("eˣ − 1", |x| x.exp_m1(), SMALL),
    ("sin", |x| x.sin(), SMALL),
    (
        "sin at large numbers",
        |x| x.sin(),
        &[-1e4, 300.0, 12345.0, 1e6],
    ),
    (
        "cos",
        |x| x.cos(),
        &[-20.0, -3.0, -0.3, 0.3, 1.0, 3.0, 300.0],
    ),
    (
        "tan",
        |x| x.tan(),
        &[-1.5, -0.3, 1e-20, 1e-3, 1.0, 1.57, 20.0],
    ),
    ("asin", |x| x.asin(), WITHIN_ONE),
    ("acos", |x| x.acos(), WITHIN_ONE),
    ("atanh", |x| x.atanh(), WITHIN_ONE),
    (
        "acosh",
        |x| x.acosh(),
        &[1.000_000_000_001, 1.000_001, 1.5, 3.0, 1e10, 1e100],
    ),
    (
        "atan",
        |x| x.atan(),
        &[-1e100, -300.0, -1.0, -1e-8, 0.0, 1e-300, 0.3, 3.0, 1e10],
    ),
    ("sinh", |x| x.sinh(), SMALL),
    (
        "tanh",
        |x| x.tanh(),
        &[-15.0, -3.0, -1e-8, 0.0, 1e-300, 1e-3, 0.3, 3.0, 15.0],
    ),
    (
        "σ",
        |x| x.sigmoid(),
        &[-700.0, -20.0, -3.0, -1e-8, 0.0, 1e-20, 0.3, 3.0, 30.0],
    ),
    (
        "softplus",
        |x| x.softplus(),
        &[-700.0, -20.0, -3.0, 0.0, 1e-20, 0.3, 3.0, 30.0, 1e10],
    ),
    (
        "gelu",
        |x| x.gelu(),
        &[-5.0, -1.0, -1e-8, 0.0, 1e-20, 0.3, 3.0, 30.0],
    ),
    (
        "erfc",
        |x| x.erfc(),
        &[-3.0, -1.0, -1e-8, 0.0, 0.3, 3.0, 20.0],
    ),
    (
        "a narrow peak",
        |x| (-(x * 1e3).powi(2)).exp(),
        &[-2e-3, 5e-4, 1e-3],
    ),
    (
        "a narrow step",
        |x| (x * 1e5).tanh(),
        &[-2e-5, 0.0, 1e-6, 1e-5],
    ),
    ("fast waves", |x| (x * 1e6).sin(), &[1e-9, 0.3, 1.0, 3.0]),
    (
        "waves that fit the steps",
        |x| (x * (512.0 * std::f64::consts::PI)).sin(),
        &[0.0, 1.0, 3.0],
    ),
    (
        "a near end",
        |x| (x + 1e-9).ln(),
        &[0.0, -9e-10, 1e-12, 1e-3],
    ),
    (
        "a near pole",
        |x| (x - 1.0).recip(),
        &[1.000_001, 0.999_999_9],
    ),
    ("with cancellation", |x| (x + 1e6) - 1e6, &[1.0, 3.0, 300.0]),
    ("beside a large number", |x| x * 1e-3 + 1e6, &[1.0, 3.0]),
];

/// f with a slope of `(1 − part)` times the right one.
fn lacking(f: fn(&Value) -> Value, part: f64) -> impl Fn(&[Value]) -> Value {
    move |x| f(&x[0]) * (1.0 - part) + f(&x[0].detach()) * part
}

/// Whether the slope is no smaller than what rounding does to f, and not too small for a number.
fn is_measurable(f: fn(&Value) -> Value, at: f64, factor: f64) -> bool {
    let x = Value::new(at);
    let y = f(&x);
    y.backward();
    let rise = (x.grad() * if at == 0.0 { 1e-3 } else { at }).abs();
    let smallest = 1e-304 / factor;
    rise > 1e-8 * y.data().abs() && rise > smallest && x.grad().abs() > smallest
}

#[test]
fn right_gradients_pass_at_every_magnitude() {
    let mut failures = Vec::new();
    for &(name, f, points) in CASES {
        for &at in points {
            for factor in [1.0, 1e-7, 1e-30, 1e30] {
                let check = gradcheck(|x| f(&x[0]) * factor, &[at]);
                let y = f(&Value::new(at)).data() * factor;
                let backward = check.components()[0].backward;
                if !check.passed() && y.is_finite() && backward.is_finite() {
                    failures.push(format!("{name} at {at:?} times {factor:?}: {check}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn wrong_gradients_fail_at_every_magnitude() {
    let mut failures = Vec::new();
    for &(name, f, points) in CASES {
        for &at in points {
            for part in [1e-4, -1e-4, 0.1, 1.0, 2.0, -1e3] {
                for factor in [1.0, 1e-7, 1e-30] {
                    if !is_measurable(f, at, factor) {
                        continue;
                    }
                    let wrong = lacking(f, part);
                    let check = gradcheck(|x| wrong(x) * factor, &[at]);
                    if check.passed() {
                        failures.push(format!(
                            "{part:?} of {name} at {at:?} times {factor:?}: {check}"
                        ));
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn the_cases_of_issue_15() {
    assert!(!gradcheck(|x| x[0].detach() * 1e-7, &[3.0]).passed());
    let check = gradcheck(|x| x[0].ln(), &[1e-7]);
    assert!(check.passed(), "{check}");
}

#[test]
fn at_a_kink_the_slope_of_either_side_passes_and_no_other() {
    let kinks: &[At] = &[
        ("relu", |x| x[0].relu() + 5.0, &[0.0]),
        ("|x|", |x| x[0].abs(), &[0.0]),
        ("leaky_relu", |x| x[0].leaky_relu(0.1), &[0.0]),
        ("elu", |x| x[0].elu(0.7), &[0.0]),
        ("clamp at its end", |x| x[0].clamp(-1.0, 1.0), &[1.0]),
        ("min of equal ones", |x| x[0].min(&x[1]), &[2.0, 2.0]),
        ("max of equal ones", |x| x[0].max(&x[1]) * 1e-9, &[2.0, 2.0]),
        ("hypot at the origin", |x| x[0].hypot(&x[1]), &[0.0, 0.0]),
        ("just below", |x| (&x[0] - 3.0).relu() + 5.0, &[3.0 - 1e-9]),
        ("just above", |x| (&x[0] - 3.0).relu() + 5.0, &[3.0 + 1e-9]),
        ("near |x|", |x| (&x[0] - 3.0).abs(), &[3.0 - 1e-12]),
    ];
    for &(name, f, at) in kinks {
        let check = gradcheck(f, at);
        assert!(check.passed(), "{name}: {check}");
        for slope in [0.3, -0.7, 7.0, 1e-4] {
            let wrong = gradcheck(
                |x| f(x) + (&x[0] - x[0].detach()) * slope - (&x[0] - x[0].data()),
                at,
            );
            assert!(!wrong.passed(), "{slope} more than {name}: {wrong}");
        }
    }
}

#[test]
fn where_the_domain_ends_one_side_is_enough() {
    let ends: &[At] = &[
        ("x√x", |x| x[0].powf(1.5), &[0.0]),
        ("x²√x", |x| x[0].powf(2.5), &[0.0]),
        (
            "arcosh(1 + x)²",
            |x| (&x[0] + 1.0).acosh() * 0.0 + x[0].sqrt() * 0.0,
            &[0.0],
        ),
        (
            "(1 − x)·ln x",
            |x| (1.0 - &x[0]) * x[0].ln() + (1.0 - &x[0]).powf(1.5),
            &[1.0],
        ),
        ("x + √(x − 1)³", |x| &x[0] + (&x[0] - 1.0).powf(1.5), &[1.0]),
    ];
    for &(name, f, at) in ends {
        let check = gradcheck(f, at);
        assert!(check.passed(), "{name}: {check}");
    }
    for slope in [1e-4, 1.0] {
        let wrong = gradcheck(|x| x[0].powf(1.5) + (&x[0] - x[0].detach()) * slope, &[0.0]);
        assert!(!wrong.passed(), "{wrong}");
        let wrong = gradcheck(
            |x| &x[0] + (&x[0].detach() - 1.0).powf(1.5) + (&x[0] - x[0].detach()) * slope,
            &[1.0],
        );
        assert!(!wrong.passed(), "{wrong}");
    }
}

#[test]
fn what_is_not_finite_or_has_no_derivative_does_not_pass() {
    let without: &[At] = &[
        ("ln x outside", |x| x[0].ln(), &[-1.0]),
        ("√x at 0", |x| x[0].sqrt(), &[0.0]),
        ("∛x at 0", |x| x[0].cbrt(), &[0.0]),
        (
            "√x at 0 without its slope",
            |x| x[0].detach().sqrt(),
            &[0.0],
        ),
        (
            "∛x at 0 without its slope",
            |x| x[0].detach().cbrt(),
            &[0.0],
        ),
        ("NaN", |x| &x[0] * f64::NAN, &[1.0]),
        ("∞", |x| x[0].exp(), &[1e3]),
        ("at NaN", |x| x[0].detach() * 0.0, &[f64::NAN]),
        ("sin of what has no digits", |x| x[0].sin(), &[1e300]),
        (
            "a jump",
            |x| Value::new(x[0].data().signum()) * x[0].detach().cos(),
            &[0.0],
        ),
    ];
    for &(name, f, at) in without {
        let check = gradcheck(f, at);
        assert!(!check.passed(), "{name}: {check}");
        assert!(check.to_string().contains("failed"), "{name}: {check}");
    }
}

#[test]
fn the_step_and_the_tolerances_are_what_they_are_called() {
    // A kink at 3, which steps of a quarter cross; both slopes are known there.
    let zigzag = |x: &[Value]| (&x[0] - 3.0).abs();
    for eps in [1e-5, 1e-8] {
        let check = Gradcheck::new().eps(eps).check(zigzag, &[3.0001]);
        assert!((check.worst().differences - 1.0).abs() < 1e-6, "{check}");
    }
    // 10⁻³ more than the right slope of 1.
    let off = |x: &[Value]| &x[0] * 1.001 - x[0].detach() * 1e-3;
    assert!(!gradcheck(off, &[1.0]).passed());
    assert!(!Gradcheck::new().rtol(9e-4).check(off, &[1.0]).passed());
    assert!(Gradcheck::new().rtol(1.1e-3).check(off, &[1.0]).passed());
    assert!(!Gradcheck::new().atol(9e-4).check(off, &[1.0]).passed());
    assert!(Gradcheck::new().atol(1.1e-3).check(off, &[1.0]).passed());
    let scaled = |x: &[Value]| off(x) * 1e-6;
    assert!(!Gradcheck::new().rtol(9e-4).check(scaled, &[1.0]).passed());
    assert!(Gradcheck::new().atol(1.1e-9).check(scaled, &[1.0]).passed());
    assert!(
        Gradcheck::default()
            .rtol(0.0)
            .check(|x| &x[0] * 2.0, &[1.0])
            .passed()
    );
}

#[test]
#[should_panic(expected = "gradcheck with eps = 0.0: a step must be positive and finite")]
fn a_step_of_0_is_refused() {
    let _ = Gradcheck::new().eps(0.0);
}

#[test]
#[should_panic(expected = "gradcheck with rtol = NaN: a tolerance must not be negative")]
fn a_tolerance_of_nan_is_refused() {
    let _ = Gradcheck::new().rtol(f64::NAN);
}

#[test]
fn the_report_says_what_differs_and_what_may() {
    let check = Gradcheck::new().eps(0.5).atol(1e-9).check(
        |x| &x[0] + 2.0 * x[1].detach() + 4.0 * x[2].detach() + x[3].ln(),
        &[1.0, 1.0, 1.0, -1.0],
    );
    let report = check.to_string();
    let lines: Vec<&str> = report.lines().collect();
    assert!(
        lines[0].starts_with("gradcheck failed for 4 of 4 inputs; the worst is input "),
        "{report}"
    );
    assert!(
        lines[0].ends_with("differences do not settle (eps 5e-1, rtol 1e-6, atol 1e-9)"),
        "{report}"
    );

    let check = gradcheck(
        |x| &x[0] + 2.0 * x[1].detach() + 4.0 * x[2].detach(),
        &[1.0, 1.0, 1.0],
    );
    let report = check.to_string();
    for (input, slope) in [(1, "2.0"), (2, "4.0")] {
        let text = format!("input {input} at 1.0: backward gives 0.0, differences give {slope}");
        assert!(report.contains(&text), "{report}");
    }
    assert!(!report.contains("input 0"), "{report}");
    let passing: Vec<usize> = check
        .components()
        .iter()
        .filter(|c| c.passes())
        .map(|c| c.input)
        .collect();
    assert_eq!(passing, [0]);

    let all = gradcheck(
        |x| x[0].detach() * x.iter().fold(1.0, |p, x| p * x.data()),
        &[2.0; 14],
    );
    assert!(all.to_string().ends_with("\nand 3 more"), "{all}");
}

#[test]
fn a_network_with_kinks_and_a_softmax_passes() {
    let at: Vec<f64> = (0..12).map(|k| f64::from(k * 7 % 5) * 0.3 - 0.65).collect();
    let f = |x: &[Value]| {
        let hidden: Vec<Value> = (0..3)
            .map(|i| Value::dot(&x[2 * i..2 * i + 2], &x[6..8]).relu() + x[8].tanh())
            .collect();
        let scale = (&hidden[0] * &x[9]).exp() + (&hidden[1] * &x[10]).exp() + hidden[2].exp();
        scale.ln() - &x[11] * &hidden[0]
    };
    let check = gradcheck(f, &at);
    assert!(check.passed(), "{check}");
    let wrong = gradcheck(
        |x| f(x) + (x[8].detach() - x[8].data()) * 1.0 + x[3].detach() * 1e-3,
        &at,
    );
    assert!(!wrong.passed(), "{wrong}");
    assert_eq!(wrong.worst().input, 3);
}
