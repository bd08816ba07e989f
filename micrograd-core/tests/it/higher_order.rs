//! `gradients`: derivatives that are values, of any order.

use crate::operation_cases::{CASES, Case};
use crate::random_programs::{points, runner};
use micrograd_core::{Graph, Op, TapeUsage, Value, grad, gradients};
use num_dual::HyperDual64;
use proptest::prelude::*;
use std::f64::consts::PI;

fn derivative(y: &Value, x: &Value) -> Value {
    gradients(y, &[x]).remove(0)
}

/// f(x), f′(x), f″(x), … up to the given order.
fn derivatives(f: impl Fn(&Value) -> Value, x: f64, order: usize) -> Vec<f64> {
    let x = Value::new(x);
    let mut y = f(&x);
    let mut found = vec![y.data()];
    for _ in 0..order {
        y = derivative(&y, &x);
        found.push(y.data());
    }
    found
}

#[track_caller]
fn assert_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (a, b) in found.iter().zip(expected) {
        let error = (a - b).abs() / a.abs().max(b.abs()).max(1.0);
        assert!(error < 1e-12, "{found:?}, not {expected:?}");
    }
}

#[test]
fn powers_to_the_order_where_they_end() {
    let x = 1.5_f64;
    let expected = [
        x.powi(5),
        5.0 * x.powi(4),
        20.0 * x.powi(3),
        60.0 * x.powi(2),
        120.0 * x,
        120.0,
        0.0,
    ];
    assert_close(&derivatives(|x| x.powi(5), x, 6), &expected);
    assert_close(&derivatives(|x| x.powf(5.0), x, 6), &expected);
    assert_close(&derivatives(|x| x * x * x * x * x, x, 6), &expected);
    assert_close(&derivatives(|x| x.powi(2), 0.0, 3), &[0.0, 0.0, 2.0, 0.0]);
    let inverse: Vec<f64> = (0..6)
        .map(|n| (-1.0_f64).powi(n) * (1..=n).map(f64::from).product::<f64>() / x.powi(n + 1))
        .collect();
    assert_close(&derivatives(Value::recip, x, 5), &inverse);
    assert_close(&derivatives(|x| 1.0 / x, x, 5), &inverse);
}

#[test]
fn sine_exponential_and_logarithm_to_order_five() {
    let x = 0.7_f64;
    let (s, c) = x.sin_cos();
    assert_close(&derivatives(Value::sin, x, 5), &[s, c, -s, -c, s, c]);
    assert_close(&derivatives(Value::exp, x, 5), &[x.exp(); 6]);
    let expected = [
        x.ln(),
        1.0 / x,
        -x.powi(-2),
        2.0 * x.powi(-3),
        -6.0 * x.powi(-4),
    ];
    assert_close(&derivatives(Value::ln, x, 4), &expected);
    let scaled = |k: i32| (PI * x + f64::from(k) * PI / 2.0).sin() * PI.powi(k);
    let expected: Vec<f64> = (0..6).map(scaled).collect();
    assert_close(&derivatives(|x| (PI * x).sin(), x, 5), &expected);
}

/// σ and its relatives are smooth at 0, though a formula with |x| in it is not.
#[test]
fn smooth_functions_have_all_their_derivatives_at_0() {
    // tanh = x − x³/3 + 2x⁵/15 − …
    assert_close(
        &derivatives(Value::tanh, 0.0, 5),
        &[0.0, 1.0, 0.0, -2.0, 0.0, 16.0],
    );
    // σ = 1/2 + x/4 − x³/48 + x⁵/480 − …
    let sigmoid = [0.5, 0.25, 0.0, -0.125, 0.0, 0.25];
    assert_close(&derivatives(Value::sigmoid, 0.0, 5), &sigmoid);
    assert_close(&derivatives(Value::softplus, 0.0, 6)[1..], &sigmoid);
    // x·σ
    let silu = [0.0, 0.5, 0.5, 0.0, -0.5, 0.0];
    assert_close(&derivatives(Value::silu, 0.0, 5), &silu);
    // x·Φ, Φ = 1/2 + (x − x³/6 + x⁵/40 − …)/√(2π)
    let density = 1.0 / (2.0 * PI).sqrt();
    let gelu = [0.0, 0.5, 2.0 * density, 0.0, -4.0 * density, 0.0];
    assert_close(&derivatives(Value::gelu, 0.0, 5), &gelu);
    let erfc = [1.0, -2.0 / PI.sqrt(), 0.0, 4.0 / PI.sqrt()];
    assert_close(&derivatives(Value::erfc, 0.0, 3), &erfc);
}

#[test]
fn mixed_derivatives_of_a_power_where_the_exponent_is_0() {
    let (x, y) = (Value::new(2.0), Value::new(0.0));
    let dx = derivative(&x.pow(&y), &x);
    assert_eq!(dx, 0.0); // y·x^(y−1)
    assert_eq!(derivative(&dx, &y), 0.5); // x^(y−1)(1 + y·ln x)
}

#[test]
fn first_derivatives_are_those_of_backward_to_the_last_bit() {
    for case in CASES {
        runner(50)
            .run(&points(case), |at| {
                let inputs: Vec<Value> = at.iter().map(|&x| Value::new(x)).collect();
                let y = (case.of_values)(&inputs);
                let found = gradients(&y, &inputs.iter().collect::<Vec<_>>());
                prop_assert!(inputs.iter().all(|x| x.grad() == 0.0));
                y.backward();
                for (x, found) in inputs.iter().zip(&found) {
                    prop_assert_eq!(found.data(), x.grad(), "{:?} at {:?}", case.op, at);
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn second_derivatives_agree_with_hyper_dual_numbers() {
    for case in CASES {
        runner(100)
            .run(&points(case), |at| {
                let inputs: Vec<Value> = at.iter().map(|&x| Value::new(x)).collect();
                let inputs: Vec<&Value> = inputs.iter().collect();
                let first = gradients(
                    &(case.of_values)(&inputs.iter().map(|&x| x.clone()).collect::<Vec<_>>()),
                    &inputs,
                );
                for (i, first) in first.iter().enumerate() {
                    for (j, second) in gradients(first, &inputs).iter().enumerate() {
                        let expected = hyper_dual(case, &at, i, j).eps1eps2;
                        let scale = expected.abs().max(1.0);
                        prop_assert!(
                            (second.data() - expected).abs() < 1e-10 * scale,
                            "{:?} at {at:?}: ∂²/∂{i}∂{j} is {expected}, not {second}",
                            case.op
                        );
                    }
                }
                Ok(())
            })
            .unwrap();
    }
}

fn hyper_dual(case: &Case, at: &[f64], i: usize, j: usize) -> HyperDual64 {
    let seed = |(k, &x): (usize, &f64)| {
        HyperDual64::new(
            x,
            f64::from(u8::from(k == i)),
            f64::from(u8::from(k == j)),
            0.0,
        )
    };
    (case.of_hyper_duals)(&at.iter().enumerate().map(seed).collect::<Vec<_>>())
}

#[test]
fn derivatives_take_part_in_arithmetic() {
    // y = x³, z = (y′ + y)·y″ with y′ = 3x², y″ = 6x; z′ = (6x + 3x²)·6x + (3x² + x³)·6
    let x = Value::new(2.0);
    let y = x.powi(3);
    let dy = derivative(&y, &x);
    let d2y = derivative(&dy, &x);
    let z = (&dy + &y) * &d2y;
    z.backward();
    assert_eq!(z, 20.0 * 12.0);
    assert_eq!(x.grad(), 24.0 * 12.0 + 20.0 * 6.0);
}

#[test]
fn an_input_may_be_an_interior_value_or_not_be_reached() {
    let (x, other) = (Value::new(3.0), Value::new(1.0));
    let square = &x * &x;
    let y = square.exp() + &square;
    let found = gradients(&y, &[&square, &x, &other, &y]);
    let slope = 9_f64.exp() + 1.0;
    assert_eq!(
        found.iter().map(Value::data).collect::<Vec<_>>(),
        [slope, 6.0 * slope, 0.0, 1.0]
    );
    assert_eq!(derivative(&found[0], &square), 9_f64.exp());
    assert_eq!(derivative(&found[2], &x), 0.0);
    assert_eq!(gradients(&x, &[&x, &other]), [1.0, 0.0]);
    assert!(gradients(&y, &[]).is_empty());
}

#[test]
fn plain_numbers_fold_and_nothing_useless_is_recorded() {
    let (x, w) = (Value::new(3.0), Value::new(2.0));
    let before = TapeUsage::of_this_thread().nodes;
    // ∂/∂x (2x + 1 − x/4) is a plain number.
    let y = 2.0 * &x + 1.0 - &x / 4.0;
    let recorded = TapeUsage::of_this_thread().nodes;
    let slope = derivative(&y, &x);
    assert_eq!((slope.data(), slope.op()), (1.75, Op::Leaf));
    assert_eq!(TapeUsage::of_this_thread().nodes, recorded + 1);
    drop((y, slope));
    assert_eq!(TapeUsage::of_this_thread().nodes, before);

    // ∂/∂x sin(wx) = cos(wx)·w, and its own operations are two.
    let y = (&w * &x).sin();
    let recorded = TapeUsage::of_this_thread().nodes;
    let slope = derivative(&y, &x);
    assert_eq!(TapeUsage::of_this_thread().nodes, recorded + 2);
    assert_eq!(slope, 6_f64.cos() * 2.0);

    // ∂/∂x (−sin(−x)) = cos(−x): two signs are none.
    let y = -(-&x).sin();
    let recorded = TapeUsage::of_this_thread().nodes;
    let slope = derivative(&y, &x);
    assert_eq!(TapeUsage::of_this_thread().nodes, recorded + 1);
    assert_eq!(slope, 3_f64.cos());
}

#[test]
fn a_result_that_is_a_value_of_the_graph_is_a_node_of_its_own() {
    let (a, b) = (Value::new(3.0), Value::new(4.0));
    let y = &a * &b;
    let [da, again] = &gradients(&y, &[&a, &a])[..] else {
        unreachable!()
    };
    assert_eq!((da.data(), again.data()), (4.0, 4.0));
    drop(y);
    (da * 2.0).backward();
    assert_eq!((a.grad(), b.grad()), (0.0, 2.0));
    let b_is_alive = gradients(da, &[&b]);
    assert_eq!(b_is_alive[0], 1.0);

    // Both derivatives of eᵃ⁺ᵇ are one new node, held twice.
    let e = (&a + &b).exp();
    let both = gradients(&(&e * &e), &[&a, &b]);
    assert_eq!(both[0], both[1]);
    let kept = both.into_iter().next().unwrap();
    assert_close(&[kept.data() / 1e6], &[2.0 * 14_f64.exp() / 1e6]);
}

#[test]
fn conventions_hold_at_every_order() {
    assert_eq!(derivatives(Value::relu, 0.0, 2), [0.0, 0.0, 0.0]);
    assert_eq!(derivatives(Value::relu, 2.0, 2), [2.0, 1.0, 0.0]);
    assert_eq!(derivatives(Value::abs, 0.0, 2), [0.0, 0.0, 0.0]);
    assert_eq!(derivatives(Value::abs, -3.0, 2), [3.0, -1.0, 0.0]);
    assert_eq!(derivatives(|x| x.max(0.0).powi(2), 0.0, 2), [0.0, 0.0, 0.5]);
    assert_eq!(derivatives(|x| x.powi(1), 0.0, 2), [0.0, 1.0, 0.0]);
    assert_eq!(derivatives(|x| x.powi(0), 0.0, 2), [1.0, 0.0, 0.0]);
    assert_eq!(
        derivatives(|x| x.clamp(-1, 1).powi(3), 1.0, 2),
        [1.0, 3.0, 6.0]
    );
    assert_eq!(
        derivatives(|x| x.leaky_relu(0.1).powi(2), -1.0, 2)[2],
        2.0 * 0.1 * 0.1
    );
    // An adjoint of 0 passes nothing on, even through an infinite slope.
    assert_eq!(derivatives(|x| x.sqrt() * 0.0, 0.0, 1), [0.0, 0.0]);
    assert_eq!(derivatives(|x| x.sqrt().powi(2), 0.0, 1), [0.0, 0.0]);
    assert_eq!(derivatives(|x| (x.sqrt() - 1.0).relu(), 0.0, 1), [0.0, 0.0]);
    // An adjoint that is only 0 here goes on: (x − 3)² at 3.
    assert_eq!(derivatives(|x| (x - 3.0).powi(2), 3.0, 2), [0.0, 0.0, 2.0]);
    assert_eq!(
        derivatives(|x| (x - 3.0) * (x - 3.0), 3.0, 2),
        [0.0, 0.0, 2.0]
    );
    assert_eq!(
        derivatives(|x| x.powf(1.5), 0.0, 2),
        [0.0, 0.0, f64::INFINITY]
    );
}

#[test]
fn derivatives_stand_where_gradients_was_called() {
    let x = Value::new(0.5);
    let y = x.sin();
    let line = line!() + 1;
    let slope = gradients(&y, &[&x]).remove(0);
    let graph = Graph::of(&slope);
    let source = graph.root().source().unwrap();
    assert_eq!((source.file(), source.line()), (file!(), line));
}

#[test]
#[should_panic(
    expected = "gradients() on a graph that was recorded before set_data changed the leaf `w`"
)]
fn a_leaf_that_was_changed_is_noticed() {
    let w = Value::new(1.0).with_name("w");
    let y = w.exp();
    w.set_data(2.0);
    let _ = gradients(&y, &[&w]);
}

#[test]
fn second_derivatives_in_a_loop_run_in_constant_memory() {
    let w = Value::new(0.5);
    let mut best: Option<Value> = None;
    let mut step = || {
        let loss = (w.tanh() * 3.0 - 1.0).powi(2) + w.exp();
        let slope = derivative(&loss, &w);
        let curvature = derivative(&slope, &w);
        (&slope * &slope).backward();
        w.set_data(w.data() - slope.data() / (1.0 + curvature.data().abs()));
        w.zero_grad();
        // Kept for a while, with all that it was made of.
        best = Some(slope);
    };
    (0..1000).for_each(|_| step());
    let after_a_thousand = TapeUsage::of_this_thread();
    (0..20_000).for_each(|_| step());
    let at_the_end = TapeUsage::of_this_thread();
    assert!(
        at_the_end.bytes <= after_a_thousand.bytes,
        "{after_a_thousand:?} became {at_the_end:?}"
    );
}

/// A statement of `grad!` may lie on the tape as a whole; its parts are recorded anew where a derivative
/// needs them.
#[test]
fn statements_of_grad_are_differentiated_through_their_parts() {
    let f = |x: &Value, w: &Value| {
        grad! {
            let h = (w * x + 1).tanh() * (x - w / 3);
            let y = h ** 2 / (1 + x ** 2) - (h * w).exp();
        }
        y
    };
    let g = |x: &Value, w: &Value| {
        let h = (w * x + 1.0).tanh() * (x - w / 3.0);
        h.powi(2) / (1.0 + x.powi(2)) - (h * w).exp()
    };
    let by = |f: &dyn Fn(&Value, &Value) -> Value| {
        let (x, w) = (Value::new(0.7), Value::new(-1.3));
        let mut found = vec![f(&x, &w)];
        for order in 0..3 {
            let next = gradients(&found[order], &[&x, &w]);
            found.push(&next[0] + 2.0 * &next[1]);
        }
        found.last().unwrap().backward();
        found.extend([x, w]);
        let numbers = found.iter().flat_map(|y| [y.data(), y.grad()]);
        numbers.collect::<Vec<_>>()
    };
    assert_close(&by(&f), &by(&g));
}

/// Many runs of one statement on its own result may be one node.
#[test]
fn a_statement_that_runs_on_its_own_result_is_differentiated_through_every_run() {
    let by_grad = |x: &Value| {
        let mut y = x.clone();
        for k in 0..300 {
            let divisor = f64::from(2 + k % 3);
            grad! { y = (y * x).sin() + y / divisor; }
        }
        y
    };
    let by_operators = |x: &Value| {
        let mut y = x.clone();
        for k in 0..300 {
            y = (&y * x).sin() + &y / (2 + k % 3);
        }
        y
    };
    let found = derivatives(by_grad, 0.9, 3);
    assert_close(&found, &derivatives(by_operators, 0.9, 3));
    assert!(found[3].is_finite() && found[3] != 0.0);
}

/// x ← x − g·f′(x) with f = x²/2, where f′ comes from `gradients`: each step reads its own operations and not
/// all that came before, or this would take minutes.
#[test]
fn a_gradient_inside_a_long_trajectory_does_not_read_its_history() {
    let (start, rate) = (Value::new(3.0), Value::new(1e-4));
    let mut x = start.clone();
    for _ in 0..30_000 {
        let slope = derivative(&(x.powi(2) / 2.0), &x);
        x -= &rate * slope;
    }
    x.backward();
    let decay = (30_000.0 * (-1e-4_f64).ln_1p()).exp();
    assert_close(&[x.data(), start.grad()], &[3.0 * decay, decay]);
    assert_close(&[rate.grad()], &[-3.0 * 30_000.0 * decay / (1.0 - 1e-4)]);
}

#[test]
fn what_was_recorded_before_the_inputs_is_differentiated_later() {
    let (a, b) = (Value::new(3.0), Value::new(4.0));
    let product = grad! { a * b };
    let x = Value::new(2.0);
    let y = &product * x.powi(2) + &product;
    let slope = derivative(&y, &x);
    assert_eq!(slope, 2.0 * 12.0 * 2.0);
    let found = gradients(&slope, &[&a, &b, &product, &x]);
    assert_eq!(found, [16.0, 12.0, 4.0, 24.0]);
}

#[test]
fn values_may_lie_far_apart_on_the_tape() {
    let between = |x: &Value| (0..500).map(|k| x * f64::from(k)).collect::<Vec<_>>();
    let x = Value::new(2.0);
    let low = between(&x);
    let w = Value::new(3.0);
    let square = &x * &x;
    let high = between(&w);
    let y = (&square * &w).exp();
    let found = gradients(&y, &[&x, &w, &square, &low[7], &high[7]]);
    let value = 12_f64.exp();
    let expected = [12.0 * value, 4.0 * value, 3.0 * value, 0.0, 0.0];
    assert_eq!(found, expected);
}

/// Recording derivatives may fill the tape, which then moves the graph that they are of.
#[test]
fn the_graph_may_move_while_its_derivatives_are_recorded() {
    for garbage in 0..600 {
        let x = Value::new(1.5);
        let dead: Vec<Value> = (0..garbage).map(|k| &x * f64::from(k)).collect();
        let mut y = x.clone();
        for k in 0..40 {
            y = if k % 2 == 0 {
                grad! { (y * x).sin() + 0.1 * y }
            } else {
                (&y * &x).sin()
            };
        }
        drop(dead);
        let slope = derivative(&y, &x);
        let curvature = derivative(&slope, &x);
        y.backward();
        assert_eq!(slope.data(), x.grad());
        x.zero_grad();
        slope.backward();
        assert_eq!(curvature.data(), x.grad());
    }
}

#[test]
fn a_million_operations_on_a_stack_of_two_mebibytes() {
    let chain = || {
        let x = Value::new(0.5);
        let mut y = x.clone();
        for _ in 0..250_000 {
            y = (&y * &x).sin() + &x;
            y -= 0.125;
        }
        let slope = derivative(&y, &x);
        y.backward();
        assert_eq!(slope.data(), x.grad());
        x.zero_grad();
        let curvature = derivative(&slope, &x);
        slope.backward();
        assert_eq!(curvature.data(), x.grad());
        assert!(curvature.data() != 0.0);
    };
    std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(chain)
        .unwrap()
        .join()
        .unwrap();
}
