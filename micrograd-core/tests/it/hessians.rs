//! Hessians and their products with vectors.

use crate::operation_cases::CASES;
use crate::random_programs::{Program, points, programs, runner};
use micrograd_core::{Scalar, TapeUsage, Value, grad, gradient_and_hvp, gradients, hessian, hvp};
use num_dual::HyperDual64;
use proptest::prelude::*;

/// Σᵢ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²
fn rosenbrock<T: Scalar>(x: &[T]) -> T {
    let term = |pair: &[T]| 100.0 * (&pair[1] - pair[0].powi(2)).powi(2) + (1.0 - &pair[0]).powi(2);
    x.windows(2).map(term).sum()
}

fn rosenbrock_hessian(x: &[f64]) -> Vec<Vec<f64>> {
    let n = x.len();
    let mut h = vec![vec![0.0; n]; n];
    for i in 0..n - 1 {
        h[i][i] += 1200.0 * x[i] * x[i] - 400.0 * x[i + 1] + 2.0;
        h[i + 1][i + 1] += 200.0;
        h[i][i + 1] = -400.0 * x[i];
        h[i + 1][i] = -400.0 * x[i];
    }
    h
}

fn point(n: i32) -> Vec<f64> {
    (0..n).map(|i| (f64::from(i) * 0.7).sin() * 1.5).collect()
}

#[track_caller]
fn assert_close(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    let scale = expected
        .iter()
        .fold(1.0, |scale: f64, x| scale.max(x.abs()));
    for (a, b) in found.iter().zip(expected) {
        assert!(
            (a - b).abs() / scale < tolerance,
            "{found:?}, not {expected:?}"
        );
    }
}

#[test]
fn rosenbrock_has_its_hessian_in_closed_form() {
    for n in [2, 7, 8, 9, 30] {
        let x = point(n);
        let (found, expected) = (hessian(rosenbrock, &x), rosenbrock_hessian(&x));
        assert_close(&found.concat(), &expected.concat(), 1e-15);
    }
}

#[test]
fn a_function_in_the_language_of_grad_has_the_same_hessian() {
    let in_grad = |x: &[Value]| {
        grad! {
            let mut sum: Value = 0;
            for pair in x.windows(2) {
                sum += 100 * (pair[1] - pair[0] ** 2) ** 2 + (1 - pair[0]) ** 2;
            }
        }
        sum
    };
    let x = point(9);
    let found = hessian(in_grad, &x).concat();
    assert_close(&found, &rosenbrock_hessian(&x).concat(), 1e-15);
}

#[test]
fn products_with_vectors_are_those_of_the_hessian() {
    let x = point(12);
    let v: Vec<f64> = (0..12).map(|i| f64::from(i % 5) - 2.0).collect();
    let h = rosenbrock_hessian(&x);
    let expected: Vec<f64> = h.iter().map(|row| f64::dot(row, &v)).collect();
    assert_close(&hvp(rosenbrock, &x, &v), &expected, 1e-15);

    let (gradient, product) = gradient_and_hvp(rosenbrock, &x, &v);
    assert_close(&product, &expected, 1e-15);
    let leaves: Vec<Value> = x.iter().map(|&x| Value::new(x)).collect();
    rosenbrock(&leaves).backward();
    assert_eq!(gradient, leaves.iter().map(Value::grad).collect::<Vec<_>>());
}

#[test]
fn every_operation_s_hessian_agrees_with_hyper_dual_numbers() {
    for case in CASES {
        runner(100)
            .run(&points(case), |at| {
                let h = hessian(case.of_values, &at);
                for (i, row) in h.iter().enumerate() {
                    for (j, &found) in row.iter().enumerate() {
                        let expected = hyper_dual(case.of_hyper_duals, &at, i, j);
                        let scale = expected.abs().max(1.0);
                        prop_assert!(
                            (found - expected).abs() < 1e-10 * scale,
                            "{:?} at {at:?}: ∂²/∂{i}∂{j} is {expected}, not {found}",
                            case.op
                        );
                    }
                }
                Ok(())
            })
            .unwrap();
    }
}

fn hyper_dual(f: impl Fn(&[HyperDual64]) -> HyperDual64, at: &[f64], i: usize, j: usize) -> f64 {
    let one_at = |k: usize, i: usize| f64::from(u8::from(k == i));
    let seed = |(k, &x): (usize, &f64)| HyperDual64::new(x, one_at(k, i), one_at(k, j), 0.0);
    f(&at.iter().enumerate().map(seed).collect::<Vec<_>>()).eps1eps2
}

fn of_values(program: &Program, x: &[Value]) -> Value {
    program.run(x, |case, x| (case.of_values)(x), |a, b| a + b)
}

#[test]
fn random_programs_agree_with_hyper_dual_numbers_by_every_way() {
    runner(100)
        .run(&programs(300), |program| {
            let x = &program.inputs;
            let h = hessian(|x| of_values(&program, x), x);
            let scale = h
                .iter()
                .flatten()
                .fold(1.0, |scale: f64, h| scale.max(h.abs()));
            let close = |a: f64, b: f64| (a - b).abs() / scale < 1e-8;

            // Reverse over reverse, by `gradients` of `gradients`.
            let leaves: Vec<Value> = x.iter().map(|&x| Value::new(x)).collect();
            let leaves: Vec<&Value> = leaves.iter().collect();
            let y = of_values(
                &program,
                &leaves.iter().map(|&x| x.clone()).collect::<Vec<_>>(),
            );
            let first = gradients(&y, &leaves);
            for (i, first) in first.iter().enumerate() {
                let row = gradients(first, &leaves);
                for (j, second) in row.iter().enumerate() {
                    let expected = hyper_dual(
                        |x| program.run(x, |case, x| (case.of_hyper_duals)(x), |a, b| a + b),
                        x,
                        i,
                        j,
                    );
                    prop_assert!(close(h[i][j], expected), "{} {expected}", h[i][j]);
                    prop_assert!(close(second.data(), expected), "{second} {expected}");
                    // Schwarz: the order of differentiation does not matter.
                    prop_assert!(close(h[i][j], h[j][i]), "{h:?}");
                }
            }

            let v = &[1.0, -0.5, 0.25, 2.0, 0.75][..x.len()];
            let product = hvp(|x| of_values(&program, x), x, v);
            for (row, product) in h.iter().zip(product) {
                prop_assert!(close(f64::dot(row, v), product));
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn smooth_functions_are_smooth_at_0() {
    assert_eq!(hessian(|x| x[0].sigmoid(), &[0.0]), [[0.0]]);
    assert_eq!(hessian(|x| x[0].softplus(), &[0.0]), [[0.25]]);
    assert_eq!(hessian(|x| x[0].silu(), &[0.0]), [[0.5]]);
    assert_eq!(hessian(|x| x[0].powi(2), &[0.0]), [[2.0]]);
    assert_eq!(hessian(|x| x[0].powf(2.0), &[0.0]), [[2.0]]);
    assert_eq!(hessian(|x| (&x[0] - 3.0).powi(2), &[3.0]), [[2.0]]);
    assert_eq!(
        hessian(|x| &x[0] * &x[1], &[0.0, 0.0]),
        [[0.0, 1.0], [1.0, 0.0]]
    );
    let of_power = hessian(|x| x[0].pow(&x[1]), &[2.0, 0.0]);
    assert_eq!(
        [of_power[0][0], of_power[0][1], of_power[1][0]],
        [0.0, 0.5, 0.5]
    );
}

#[test]
fn kinks_have_the_second_derivative_of_the_side_that_the_conventions_take() {
    assert_eq!(hessian(|x| x[0].relu(), &[0.0]), [[0.0]]);
    assert_eq!(hessian(|x| x[0].abs(), &[0.0]), [[0.0]]);
    assert_eq!(hessian(|x| x[0].abs().powi(2), &[-1.0]), [[2.0]]);
    assert_eq!(hessian(|x| x[0].max(0).powi(2), &[0.0]), [[0.5]]);
    // An adjoint of 0 passes nothing on, even through an infinite slope.
    assert_eq!(hessian(|x| x[0].sqrt() * 0.0, &[0.0]), [[0.0]]);
    assert_eq!(hessian(|x| (x[0].sqrt() - 1.0).relu(), &[0.0]), [[0.0]]);
    let (gradient, _) = gradient_and_hvp(|x| x[0].sqrt().powi(2), &[0.0], &[1.0]);
    assert_eq!(gradient, [0.0]);
    let (gradient, _) = gradient_and_hvp(|x| x[0].sqrt() * &x[1], &[0.0, 0.0], &[0.0, 1.0]);
    assert_eq!(gradient, [0.0, 0.0]);
    assert_eq!(hessian(|x| x[0].powf(1.5), &[0.0]), [[f64::INFINITY]]);
}

#[test]
fn what_does_not_depend_on_the_inputs_has_no_derivatives() {
    assert_eq!(hessian(|_| Value::new(1.0), &[1.0, 2.0]), [[0.0; 2]; 2]);
    assert_eq!(hvp(|x| x[0].clone(), &[1.0], &[1.0]), [0.0]);
    assert!(hessian(|_| Value::new(1.0), &[]).is_empty());
    let weight = Value::new(3.0);
    assert_eq!(hessian(|x| &weight * x[0].powi(2), &[5.0]), [[6.0]]);
    assert_eq!(weight.grad(), 0.0);
}

#[test]
fn hessians_leave_nothing_on_the_tape() {
    let before = TapeUsage::of_this_thread();
    for _ in 0..1000 {
        let _ = hvp(rosenbrock, &[0.5; 10], &[1.0; 10]);
    }
    assert_eq!(TapeUsage::of_this_thread().nodes, before.nodes);
}

#[test]
fn a_million_operations_on_a_stack_of_two_mebibytes() {
    let chain = || {
        let iterated = |x: &[Value]| {
            let mut y = x[0].clone();
            for _ in 0..330_000 {
                y = (&y * &x[0]).sin() + 0.5;
            }
            y
        };
        let product = hvp(iterated, &[0.5], &[1.0]);
        assert!(product[0].is_finite() && product[0] != 0.0);
    };
    std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(chain)
        .unwrap()
        .join()
        .unwrap();
}

#[test]
#[should_panic(expected = "hvp: a vector of 1 for 2 inputs")]
fn a_vector_of_another_length_is_named() {
    let _ = hvp(rosenbrock, &[1.0, 2.0], &[1.0]);
}
