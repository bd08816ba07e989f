//! Derivatives inside of derivatives: right, or refused. Where forward mode is inside or outside, rustc refuses them
//! (`tests/ui/rustc_errors/nested_derivatives`).

#![allow(clippy::float_cmp)] // Powers of two and small integers: every digit is exact.

use crate::panics::caught;
use micrograd_core::{
    BrandedDual, Dual, Function, Scalar, Value, gradcheck, gradient_and_hvp, gradients, hessian,
    hvp, jacobian, jacobian_forward, jacobian_reverse, jvp, tangent, vjp,
};

/// A derivative whose function has several inputs and one output, as a plain number.
type Inner = (&'static str, fn(&dyn Fn(&Value) -> Value) -> f64);

/// A derivative around a function.
type Outer = fn(&dyn Fn(&Value) -> Value);

const INNER: [Inner; 6] = [
    ("vjp", |f| vjp(|y| vec![f(&y[0])], &[1.0], &[1.0]).1[0]),
    ("jacobian_reverse", |f| {
        jacobian_reverse(|y| vec![f(&y[0])], &[1.0])[0][0]
    }),
    ("hessian", |f| hessian(|y| f(&y[0]), &[1.0])[0][0]),
    ("hvp", |f| hvp(|y| f(&y[0]), &[1.0], &[1.0])[0]),
    ("gradient_and_hvp", |f| {
        gradient_and_hvp(|y| f(&y[0]), &[1.0], &[1.0]).0[0]
    }),
    ("gradcheck", |f| {
        gradcheck(|y| f(&y[0]), &[1.0]).worst().backward
    }),
];

/// The derivatives that run a function of values, to be around another one.
const OUTER: [Outer; 6] = [
    |f| drop(vjp(|x| vec![f(&x[0])], &[4.0], &[1.0])),
    |f| drop(jacobian_reverse(|x| vec![f(&x[0])], &[4.0])),
    |f| drop(hessian(|x| f(&x[0]), &[4.0])),
    |f| drop(hvp(|x| f(&x[0]), &[4.0], &[1.0])),
    |f| drop(gradient_and_hvp(|x| f(&x[0]), &[4.0], &[1.0])),
    |f| assert!(gradcheck(|x| f(&x[0]), &[4.0]).passed()),
];

fn message(run: impl FnOnce()) -> String {
    caught(run).expect_err("it panics").message
}

#[test]
fn a_plain_number_that_depends_on_the_outer_inputs_is_refused_in_every_combination() {
    for (name, inner) in INNER {
        for outer in OUTER {
            let text = message(|| outer(&|x| x * inner(&|y| x * y.powi(2))));
            assert!(
                text.starts_with(&format!("{name}(): the result depends on")),
                "{text}"
            );
            assert!(text.contains("`gradients` and `tangent`"), "{text}");
        }
    }
}

#[test]
fn the_refusal_sees_through_results_statements_and_calls_in_between() {
    let (name, inner) = INNER[0];
    let text = message(|| {
        let _ = hessian(
            |x| {
                let far = (0..1000).fold(x[0].exp(), |sum, _| sum * 0.5 + 1.0);
                let unrelated = vjp(|_| vec![Value::new(1.0)], &[2.0], &[1.0]).1[0];
                &far * inner(&|y| y * &far) + unrelated
            },
            &[1.0, 2.0],
        );
    });
    assert!(text.starts_with(name), "{text}");
    // Two levels up.
    let text = message(|| {
        let _ = hessian(
            |x| {
                let h = hessian(|y| &y[0] * inner(&|z| z * &x[0]), &[1.0]);
                &x[0] * h[0][0]
            },
            &[1.0],
        );
    });
    assert!(text.starts_with(name), "{text}");
    // What unwound is no longer around.
    let w = Value::new(3.0);
    assert_eq!(hessian(|x| &w * x[0].powi(2), &[5.0]), [[6.0]]);
}

#[test]
fn the_refusal_is_at_the_inner_call() {
    let line = line!() + 2;
    let run = |x: &[Value]| {
        let inner = vjp(|y| vec![&x[0] * &y[0]], &[1.0], &[1.0]);
        &x[0] * inner.1[0]
    };
    let panic = caught(|| hessian(run, &[1.0])).err();
    assert_eq!(panic.map(|panic| panic.line), Some(line));
}

#[test]
fn what_does_not_depend_on_the_outer_inputs_may_be_plain_numbers() {
    let weight = Value::new(3.0);
    for (name, inner) in INNER {
        for outer in OUTER {
            // Numbers that somebody made a constant, and values from outside of both.
            outer(&|x| {
                let (constant, number) = (x.detach(), x.data());
                let found = inner(&|y| &constant * y.powi(2) + &weight * y * number);
                let right = [5.0 * number, 2.0 * number];
                let is_right = right
                    .iter()
                    .any(|right| (found / right - 1.0).abs() < 1e-12);
                assert!(is_right, "{name}: {found}");
                x.powi(2)
            });
        }
    }
    let (_, d) = jvp(
        |x| {
            let (_, slope) = jvp(|y| vec![y[0].powi(2)], &[x[0].data()], &[1.0]);
            let (_, same) = vjp(|y| vec![y[0].powi(2)], &[x[0].data()], &[1.0]);
            assert_eq!(slope, same);
            vec![x[0] * slope[0]]
        },
        &[4.0],
        &[1.0],
    );
    assert_eq!(d, [8.0]);
}

#[test]
fn gradients_and_tangent_nest_in_each_other_and_in_every_derivative() {
    // d/dx x·(d/dy xy) = 2x, d/dx x·(d/dy (x + y)) = 1
    let of_product = |x: &Value, inner: fn(&Value, &Value) -> Value| {
        let y = Value::new(1.0);
        x * inner(&(x * &y), &y)
    };
    let of_sum = |x: &Value, inner: fn(&Value, &Value) -> Value| {
        let y = Value::new(1.0);
        x * inner(&(x + &y), &y)
    };
    let inner: [fn(&Value, &Value) -> Value; 2] = [
        |z, y| gradients(z, &[y]).remove(0),
        |z, y| tangent(z, &[y], &[1.0]),
    ];
    for inner in inner {
        let f = |x: &[Value]| of_product(&x[0], inner);
        assert_eq!(vjp(|x| vec![f(x)], &[4.0], &[1.0]), (vec![16.0], vec![8.0]));
        assert_eq!(jacobian_reverse(|x| vec![f(x)], &[4.0]), [[8.0]]);
        assert_eq!(hessian(f, &[4.0]), [[2.0]]);
        assert_eq!(hvp(f, &[4.0], &[3.0]), [6.0]);
        let (gradient, product) = gradient_and_hvp(f, &[4.0], &[3.0]);
        assert_eq!((gradient, product), (vec![8.0], vec![6.0]));
        let check = gradcheck(f, &[4.0]);
        assert!(check.passed(), "{check}");
        let x = Value::new(4.0);
        assert_eq!(tangent(&f(std::slice::from_ref(&x)), &[&x], &[1.0]), 8.0);
        assert_eq!(gradients(&of_sum(&x, inner), &[&x]), [1.0]);
    }
}

/// x₀²·x₁, and x₁.
fn generic<T: Scalar>(x: &[T]) -> Vec<T> {
    vec![x[0].powi(2) * &x[1], x[1].clone()]
}

/// The same over dual numbers of any call.
fn of_duals<B>(x: &[Dual<1, B>]) -> Vec<Dual<1, B>> {
    vec![x[0] * x[0] * x[1], x[1]]
}

struct Generic {
    factor: f64,
}

impl Function for Generic {
    fn call<T: Scalar>(&self, x: &[T]) -> Vec<T> {
        vec![self.factor * &generic(x)[0]]
    }
}

/// What holds dual numbers of a call.
struct Pair<'call> {
    numbers: Vec<BrandedDual<'call, 1>>,
}

#[test]
fn forward_mode_takes_every_way_to_write_a_function() {
    let (at, along) = ([3.0, 2.0], [1.0, 10.0]);
    let expected = (vec![18.0, 2.0], vec![102.0, 10.0]);
    assert_eq!(jvp(|x| generic(x), &at, &along), expected);
    assert_eq!(jvp(|x| of_duals(x), &at, &along), expected);
    assert_eq!(
        jvp(|x| vec![x[0] * x[0] * x[1], x[1]], &at, &along),
        expected
    );
    let (two, mut calls) = (2, 0);
    let constants = jvp(
        |x| {
            calls += 1;
            let start: BrandedDual<1> = Dual::constant(1.0);
            let product = x.iter().fold(start, |product, x| product * x);
            let sum = [x[0] * product, x[1]].iter().sum::<Dual<1, _>>();
            vec![
                sum - x[1] + Dual::from(0.0),
                x[1] * f64::from(two) - x[1].detach(),
            ]
        },
        &at,
        &along,
    );
    assert_eq!(
        (constants, calls),
        ((vec![18.0, 2.0], vec![102.0, 20.0]), 1)
    );
    let stored = jvp(
        |x| {
            let pair = Pair {
                numbers: x.to_vec(),
            };
            pair.numbers.iter().map(|x| x.powi(2)).collect()
        },
        &at,
        &along,
    );
    assert_eq!(stored, (vec![9.0, 4.0], vec![6.0, 40.0]));

    let rows = [[12.0, 9.0], [0.0, 1.0]];
    assert_eq!(jacobian_forward::<1>(|x| generic(x), &at), rows);
    assert_eq!(
        jacobian_forward(|x: &[BrandedDual<2>]| generic(x), &at),
        rows
    );
    assert_eq!(jacobian_forward(|x: &[Dual<3, _>]| generic(x), &at), rows);
    assert_eq!(jacobian(&Generic { factor: 2.0 }, &at), [[24.0, 18.0]]);
}
