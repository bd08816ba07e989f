//! Lion against its formula, run by a Python program; Adagrad, NAdam, AMSGrad and one cycle of the learning
//! rate against PyTorch 2.15 in 64-bit floats, on the same steps.

use crate::blame::assert_panics;
use micrograd_core::{Value, grad};
use micrograd_nn::{
    Adagrad, Adam, AdamW, Lion, NAdam, OneCycleLr, Optimizer, OptimizerState, OptimizerStateError,
    Schedule,
};

/// 20 steps on (1 − x)² + 10·(y − x²)² from (−1.5, 0.5).
fn descend(mut optimizer: impl Optimizer) -> [f64; 2] {
    let point = [-1.5, 0.5].map(Value::new);
    for _ in 0..20 {
        point.iter().for_each(Value::zero_grad);
        grad! { (1 - point[0]) ** 2 + 10 * (point[1] - point[0] ** 2) ** 2 }.backward();
        optimizer.step(&point);
    }
    point.map(|p| p.data())
}

#[track_caller]
fn assert_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() < 1e-13,
            "{found} instead of {expected}"
        );
    }
}

#[test]
fn adagrad_follows_pytorch_s_formula() {
    let adagrad = Adagrad::new(0.3).lr_decay(0.05).weight_decay(0.1);
    assert_close(
        &descend(adagrad),
        &[-0.944_574_492_071_051_6, 0.944_125_711_489_794_1],
    );
}

#[test]
fn lion_follows_its_paper_s_formula() {
    let lion = Lion::new(0.03).weight_decay(0.2);
    assert_close(
        &descend(lion),
        &[-0.762_899_482_260_646_8, 1.010_300_358_434_936_6],
    );
    // A gradient of 0 moves nothing.
    let x = [Value::new(1.5)];
    Lion::new(0.1).step(&x);
    assert_eq!(x[0], 1.5);
}

#[test]
fn nadam_takes_pytorch_s_steps() {
    assert_close(
        &descend(NAdam::new(0.002)),
        &[-1.466_258_815_819_779_6, 0.533_850_035_960_137_8],
    );
    let nadam = NAdam::new(0.1)
        .betas(0.8, 0.95)
        .weight_decay(0.05)
        .momentum_decay(0.01);
    assert_close(
        &descend(nadam),
        &[-0.914_877_195_838_370_7, 0.916_992_906_834_267_2],
    );
}

#[test]
fn amsgrad_takes_pytorch_s_steps() {
    let adam = Adam::new(0.3).betas(0.5, 0.6).weight_decay(0.1).amsgrad();
    assert_close(
        &descend(adam),
        &[-0.800_147_073_916_494, 0.690_449_836_815_028_3],
    );
    let adamw = AdamW::new(0.3).betas(0.5, 0.6).weight_decay(0.1).amsgrad();
    assert_close(
        &descend(adamw),
        &[-0.431_747_902_486_315_04, 0.235_290_830_048_118_63],
    );
}

#[test]
fn a_negative_sum_of_squares_is_refused() {
    let state = OptimizerState::new("Adagrad", 0.1, 3).with_list("sum", vec![1.0, -1.0]);
    let error = Adagrad::new(0.1).restore(state).unwrap_err();
    assert!(
        matches!(error, OptimizerStateError::Negative { index: 1, .. }),
        "{error}"
    );
}

#[test]
fn one_cycle_follows_pytorch_s_formula() {
    let schedule = OneCycleLr::new(0.8, 12);
    let found: Vec<f64> = (0..12).map(|k| schedule.lr(k)).collect();
    let expected = [
        0.032,
        0.279_831_723_375_666_4,
        0.703_428_127_297_703,
        0.795_532_348_360_729_5,
        0.746_410_375_873_129_4,
        0.649_396_523_159_810_4,
        0.517_903_198_156_082_7,
        0.370_109_682_133_580_03,
        0.226_448_798_566_959_38,
        0.106_782_024_151_064_48,
        0.027_653_589_940_316_18,
        3.2e-6,
    ];
    assert_close(&found, &expected);
    assert_eq!(schedule.lr(1000), schedule.lr(11));
    let schedule = OneCycleLr::new(0.8, 12).rising_share(0.5);
    let found: Vec<f64> = [0, 3, 6, 9].map(|k| schedule.lr(k)).to_vec();
    let expected = [
        0.032,
        0.534_662_525_839_979_8,
        0.746_410_375_873_129_5,
        0.200_002_4,
    ];
    assert_close(&found, &expected);
}

#[test]
fn options_that_they_cannot_have() {
    assert_panics("beta1 is 1.0; it must be at least 0 and below 1", || {
        Lion::new(0.1).betas(1.0, 0.5)
    });
    assert_panics(
        "the decay of the learning rate is -1.0; it must be finite and at least 0",
        || Adagrad::new(0.1).lr_decay(-1.0),
    );
    assert_panics(
        "a cycle of 3 steps cannot rise; it needs at least 4",
        || OneCycleLr::new(0.1, 3),
    );
    assert_panics(
        "a share of 1.0 of 10 steps leaves no step to rise or to fall in",
        || OneCycleLr::new(0.1, 10).rising_share(1.0),
    );
}
