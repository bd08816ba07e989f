//! L-BFGS takes the steps of PyTorch's, with the line search for the strong Wolfe conditions.
//!
//! The numbers are those of `torch.optim.LBFGS(line_search_fn="strong_wolfe")` of PyTorch 2.15 in
//! 64-bit floats, on the same functions from the same points.

use crate::blame::assert_panics;
use micrograd_core::{Value, grad};
use micrograd_nn::{Lbfgs, OptimizerState, OptimizerStateError, StepError};

fn rosenbrock(p: &[Value]) -> Value {
    grad! { (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2 }
}

/// Σᵢ (i + 1)·cosh(pᵢ − 0.3·i) + ½·sin(pᵢ·pᵢ₊₁)
fn valley(p: &[Value]) -> Value {
    let mut sum = Value::new(0.0);
    for i in 0..5 {
        let (factor, shift) = ([1.0, 2.0, 3.0, 4.0, 5.0][i], [0.0, 0.3, 0.6, 0.9, 1.2][i]);
        let next = (i + 1) % 5;
        grad! { sum += factor * (p[i] - shift).cosh() + 0.5 * (p[i] * p[next]).sin(); }
    }
    sum
}

/// A number of steps from a start: where they end, the loss before each, and how many iterations and
/// evaluations they took.
type Run = (Vec<f64>, Vec<f64>, u64, usize);

fn run(loss: fn(&[Value]) -> Value, start: &[f64], steps: usize, mut lbfgs: Lbfgs) -> Run {
    let point = Value::leaves_of(start);
    let mut evaluations = 0;
    let mut losses = Vec::new();
    for _ in 0..steps {
        losses.push(lbfgs.step(&point, || {
            evaluations += 1;
            loss(&point)
        }));
    }
    (
        Value::data_of(&point),
        losses,
        lbfgs.state().steps(),
        evaluations,
    )
}

#[track_caller]
fn assert_run(found: &Run, end: &[f64], losses: &[f64], iterations: u64, evaluations: usize) {
    assert_eq!((found.2, found.3), (iterations, evaluations));
    let pairs = found.0.iter().zip(end).chain(found.1.iter().zip(losses));
    // Roundings of the products grow from iteration to iteration.
    for (found, expected) in pairs {
        assert!(
            (found - expected).abs() < 1e-9,
            "{found} instead of {expected}"
        );
    }
}

#[test]
fn rosenbrock_s_function_is_gone_down_as_pytorch_goes() {
    let start = [-1.5, 0.5];
    assert_run(
        &run(rosenbrock, &start, 3, Lbfgs::new(1.0).max_iter(4)),
        &[-0.3719008880206142, 0.12566328746804886],
        &[312.5, 3.344426747695809, 2.1805025840709673],
        8,
        16,
    );
    assert_run(
        &run(
            rosenbrock,
            &start,
            2,
            Lbfgs::new(0.5).max_iter(6).history_size(2),
        ),
        &[-0.8586498569942298, 0.75181466245541],
        &[312.5, 3.728377008078862],
        12,
        14,
    );
    assert_run(
        &run(rosenbrock, &start, 3, Lbfgs::new(1.0)),
        &[0.9999948660585354, 0.9999895516329153],
        &[312.5, 0.3012348384870115, 2.96157594878109e-11],
        33,
        41,
    );
    assert_run(
        &run(
            rosenbrock,
            &start,
            2,
            Lbfgs::new(40.0).max_iter(3).max_eval(30),
        ),
        &[1.0711890016816454, 1.1470970117197128],
        &[312.5, 0.07335906772187753],
        6,
        18,
    );
}

#[test]
fn a_function_of_five_numbers_is_gone_down_as_pytorch_goes() {
    let start = [2.0, -1.0, 0.5, 1.5, -2.0];
    assert_run(
        &run(valley, &start, 3, Lbfgs::new(1.0).max_iter(4)),
        &[
            -0.5880297722134664,
            0.3389447304415027,
            0.4251829070006953,
            0.7579086060688351,
            1.1982059787773265,
        ],
        &[76.84842767251342, 17.893066777950192, 15.489021093302313],
        12,
        15,
    );
    assert_run(
        &run(
            valley,
            &start,
            2,
            Lbfgs::new(0.5).max_iter(6).history_size(2),
        ),
        &[
            -0.5557485985614796,
            0.3226021691684346,
            0.42732000209428134,
            0.7413561004108306,
            1.2074461147239215,
        ],
        &[76.84842767251342, 19.231907181891557],
        12,
        14,
    );
    assert_run(
        &run(valley, &start, 3, Lbfgs::new(1.0)),
        &[
            -0.5880445831652473,
            0.338912374864994,
            0.425169483571719,
            0.7579276603870977,
            1.1981815192696426,
        ],
        &[76.84842767251342, 15.46734251875517, 15.46734251875517],
        16,
        16,
    );
    assert_run(
        &run(valley, &start, 2, Lbfgs::new(40.0).max_iter(3).max_eval(30)),
        &[
            -0.09999314461261466,
            0.09941626741524924,
            0.4950104115874014,
            0.7218052246198975,
            1.0768000919688712,
        ],
        &[76.84842767251342, 17.779389241272135],
        6,
        34,
    );
}

#[test]
fn a_loss_that_is_not_finite_beyond_a_wall_is_approached_from_this_side() {
    // The first trial, x = 1 − 5, has no logarithm; the minimum of x − ln x is at 1.
    let x = [Value::new(6.0)];
    let mut lbfgs = Lbfgs::new(100.0);
    for _ in 0..3 {
        lbfgs.step(&x, || grad! { x[0] - x[0].ln() });
    }
    assert!((x[0].data() - 1.0).abs() < 1e-6, "{}", x[0]);
}

#[test]
fn a_restored_lbfgs_goes_on_bit_for_bit() {
    let start = [-1.5, 0.5];
    let whole = run(rosenbrock, &start, 5, Lbfgs::new(1.0).max_iter(3));

    let mut first = Lbfgs::new(1.0).max_iter(3);
    let point = Value::leaves_of(&start);
    for _ in 0..2 {
        first.step(&point, || rosenbrock(&point));
    }
    let mut second = Lbfgs::new(9.0).max_iter(3);
    second.restore(first.state()).expect("its own state");
    assert_eq!(second, first);
    for _ in 0..3 {
        second.step(&point, || rosenbrock(&point));
    }
    assert_eq!(Value::data_of(&point), whole.0);
}

#[test]
fn a_state_without_curvature_is_refused() {
    let state = OptimizerState::new("LBFGS", 1.0, 2)
        .with_list("step", vec![1.0])
        .with_list("prev_flat_grad", vec![1.0])
        .with_list("old_dirs.0", vec![1.0])
        .with_list("old_stps.0", vec![-2.0]);
    let mut lbfgs = Lbfgs::new(1.0);
    let error = lbfgs.restore(state).unwrap_err();
    let expected = OptimizerStateError::Curvature {
        change: 0,
        product: -2.0,
    };
    assert_eq!((error, lbfgs), (expected, Lbfgs::new(1.0)));
}

#[test]
fn a_start_that_is_not_finite_changes_nothing() {
    let x = [Value::new(-1.0)];
    let mut lbfgs = Lbfgs::new(1.0);
    let error = lbfgs.try_step(&x, || x[0].ln()).unwrap_err();
    assert!(matches!(error, StepError::Loss(loss) if loss.is_nan()));
    assert_eq!((x[0].data(), lbfgs), (-1.0, Lbfgs::new(1.0)));

    x[0].set_data(0.0);
    let error = Lbfgs::new(1.0).try_step(&x, || x[0].sqrt()).unwrap_err();
    assert!(matches!(error, StepError::Gradient { index: 0, .. }));
}

#[test]
fn mistakes_are_named() {
    assert_panics("a step of 0 iterations would not move", || {
        Lbfgs::new(1.0).max_iter(0)
    });
    assert_panics("a history of 0 changes knows no curvature", || {
        Lbfgs::new(1.0).history_size(0)
    });
    let x = [Value::new(1.0), Value::new(2.0)];
    let mut lbfgs = Lbfgs::new(1.0);
    lbfgs.step(&x, || grad! { x[0] ** 2 + x[1] ** 2 });
    assert_panics(
        "an optimiser that remembers 2 parameters was given 1",
        || lbfgs.step(&x[..1], || x[0].powi(2)),
    );
}
