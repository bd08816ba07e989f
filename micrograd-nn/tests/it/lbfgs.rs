//! L-BFGS takes the steps of PyTorch's, with the line search for the strong Wolfe conditions.
//!
//! The numbers are those of `torch.optim.LBFGS(line_search_fn="strong_wolfe")` of PyTorch 2.15 in
//! 64-bit floats, on the same functions from the same points.

use crate::blame::assert_panics;
use micrograd_core::{Value, grad};
use micrograd_nn::{
    Adam, Lbfgs, Minimizer, Optimizer, OptimizerState, OptimizerStateError, StepError,
};

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

/// (p₀ − p₁)²/10 + ½·sin 3p₀ + cosh ½p₁ + 0.3·sin 3p₁, whose line searches turn back and stall.
fn waves(p: &[Value]) -> Value {
    grad! {
        0.1 * (p[0] - p[1]) ** 2 + 0.5 * (3 * p[0]).sin() + (0.5 * p[1]).cosh() + 0.3 * (3 * p[1]).sin()
    }
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
        &[-0.371_900_888_020_614_2, 0.125_663_287_468_048_86],
        &[312.5, 3.344_426_747_695_809, 2.180_502_584_070_967_3],
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
        &[-0.858_649_856_994_229_8, 0.751_814_662_455_41],
        &[312.5, 3.728_377_008_078_862],
        12,
        14,
    );
    assert_run(
        &run(rosenbrock, &start, 3, Lbfgs::new(1.0)),
        &[0.999_994_866_058_535_4, 0.999_989_551_632_915_3],
        &[312.5, 0.301_234_838_487_011_5, 2.961_575_948_781_09e-11],
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
        &[1.071_189_001_681_645_4, 1.147_097_011_719_712_8],
        &[312.5, 0.073_359_067_721_877_53],
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
            -0.588_029_772_213_466_4,
            0.338_944_730_441_502_7,
            0.425_182_907_000_695_3,
            0.757_908_606_068_835_1,
            1.198_205_978_777_326_5,
        ],
        &[
            76.848_427_672_513_42,
            17.893_066_777_950_192,
            15.489_021_093_302_313,
        ],
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
            -0.555_748_598_561_479_6,
            0.322_602_169_168_434_6,
            0.427_320_002_094_281_34,
            0.741_356_100_410_830_6,
            1.207_446_114_723_921_5,
        ],
        &[76.848_427_672_513_42, 19.231_907_181_891_557],
        12,
        14,
    );
    assert_run(
        &run(valley, &start, 3, Lbfgs::new(1.0)),
        &[
            -0.588_044_583_165_247_3,
            0.338_912_374_864_994,
            0.425_169_483_571_719,
            0.757_927_660_387_097_7,
            1.198_181_519_269_642_6,
        ],
        &[
            76.848_427_672_513_42,
            15.467_342_518_755_17,
            15.467_342_518_755_17,
        ],
        16,
        16,
    );
    assert_run(
        &run(valley, &start, 2, Lbfgs::new(40.0).max_iter(3).max_eval(30)),
        &[
            -0.099_993_144_612_614_66,
            0.099_416_267_415_249_24,
            0.495_010_411_587_401_4,
            0.721_805_224_619_897_5,
            1.076_800_091_968_871_2,
        ],
        &[76.848_427_672_513_42, 17.779_389_241_272_135],
        6,
        34,
    );
}

#[test]
fn line_searches_that_turn_back_and_stall_are_pytorch_s() {
    let start = [-3.0, 2.0];
    let lbfgs = |lr| Lbfgs::new(lr).max_iter(8).max_eval(40);
    assert_run(
        &run(waves, &start, 2, lbfgs(0.01)),
        &[-2.473_290_802_092_363_6, -0.608_218_776_435_502_6],
        &[3.753_196_742_734_687_5, 1.922_685_047_637_513],
        16,
        47,
    );
    assert_run(
        &run(waves, &start, 2, lbfgs(0.1)),
        &[-2.437_356_969_482_797_5, -0.586_134_440_122_199_3],
        &[3.753_196_742_734_687_5, 0.873_207_115_648_436_2],
        16,
        31,
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

#[test]
fn a_minimizer_takes_the_steps_of_its_own_method() {
    let start = [-1.5, 0.5];
    let losses = |minimizer: &mut dyn FnMut(&[Value]) -> f64| {
        let p = start.map(Value::new);
        let found: Vec<f64> = (0..4).map(|_| minimizer(&p)).collect();
        (found, Value::data_of(&p))
    };
    let (mut by_step, mut by_minimizer) = (Lbfgs::new(1.0), Lbfgs::new(1.0));
    assert_eq!(
        losses(&mut |p| by_minimizer.minimize(p, || rosenbrock(p))),
        losses(&mut |p| by_step.step(p, || rosenbrock(p)))
    );
    let (mut by_step, mut by_minimizer) = (Adam::new(0.1), Adam::new(0.1));
    let expected = losses(&mut |p| {
        Value::zero_grads_of(p);
        let loss = rosenbrock(p);
        loss.backward();
        by_step.step(p);
        loss.data()
    });
    assert_eq!(
        losses(&mut |p| by_minimizer.minimize(p, || rosenbrock(p))),
        expected
    );
    for (start, loss) in [(-1.0, "NaN"), (0.0, "-inf")] {
        let p = [Value::new(start)];
        let error = Adam::new(0.1).try_minimize(&p, || p[0].ln()).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("the loss before the step is {loss}")
        );
        assert_eq!(p[0], start);
    }
}
