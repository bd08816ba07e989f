//! Groups of parameters have rules of their own, as PyTorch's have; the numbers are those of PyTorch 2.15.

use crate::blame::assert_panics;
use micrograd_core::{Value, grad};
use micrograd_nn::{
    AdamW, Module, Optimizer, OptimizerState, OptimizerStateError, ParameterGroups, Sgd, StepError,
};

fn point() -> [Value; 2] {
    [-1.5, 0.5].map(Value::new)
}

/// The first with weight decay, the second with a fifth of its rate and without.
fn groups(point: &[Value; 2]) -> ParameterGroups {
    ParameterGroups::of(point)
        .group(|name| name == "0", AdamW::new(0.05).weight_decay(0.2))
        .rest(AdamW::new(0.01).weight_decay(0.0))
}

fn descend(optimizer: &mut ParameterGroups, point: &[Value; 2], rate: impl Fn(i32) -> f64) {
    for k in 0..20 {
        optimizer.set_lr(rate(k));
        point.zero_grad();
        grad! { (1 - point[0]) ** 2 + 10 * (point[1] - point[0] ** 2) ** 2 }.backward();
        optimizer.step(point);
    }
}

#[track_caller]
fn assert_close(point: &[Value; 2], expected: [f64; 2]) {
    for (found, expected) in point.iter().zip(expected) {
        let error = (found.data() - expected).abs();
        assert!(error < 1e-13, "{found} instead of {expected}");
    }
}

#[test]
fn each_group_has_its_rate_and_its_weight_decay() {
    let point = point();
    descend(&mut groups(&point), &point, |_| 0.05);
    assert_close(&point, [-0.601_863_340_806_041_3, 0.640_925_265_185_406_2]);
}

#[test]
fn a_schedule_moves_all_rates_in_their_ratios() {
    // PyTorch's ExponentialLR with γ = 0.9.
    let point = point();
    descend(&mut groups(&point), &point, |k| 0.05 * 0.9_f64.powi(k));
    assert_close(&point, [-0.996_704_566_567_849_3, 0.580_655_985_394_947_3]);
}

#[test]
fn the_frozen_stay_and_their_gradients_do_not_matter() {
    let model = point();
    let mut optimizer = ParameterGroups::of(&model)
        .freeze(|name| name == "1")
        .rest(Sgd::new(0.5).momentum(0.9));
    model[0].set_grad(1.0);
    model[1].set_grad(f64::INFINITY);
    optimizer.step(&model);
    assert_eq!(model, [-2.0, 0.5]);
    let state = optimizer.state();
    assert_eq!(state.kind(), "ParameterGroups(SGD)");
    assert_eq!(state.list("0.momentum_buffer"), Some(&[1.0, 0.0][..]));
}

#[test]
fn a_step_that_one_group_cannot_make_is_made_by_none() {
    let model = point();
    let mut optimizer = groups(&model);
    model[0].set_grad(1.0);
    model[1].set_grad(f64::NAN);
    let before = optimizer.state();
    let error = optimizer.try_step(&model).unwrap_err();
    assert!(
        matches!(error, StepError::Gradient { index: 1, parameters: 2, gradient } if gradient.is_nan()),
        "{error}"
    );
    assert_eq!(model, [-1.5, 0.5]);
    assert_eq!(optimizer.state(), before);
}

#[test]
fn a_state_that_does_not_fit_changes_nothing() {
    let model = point();
    let mut optimizer = groups(&model);
    let before = optimizer.state();
    let kind = before.kind().to_owned();
    let state = |second: Vec<f64>, name: &str| {
        OptimizerState::new(kind.clone(), 0.1, 1)
            .with_list("0.exp_avg", vec![1.0, 0.0])
            .with_list("0.exp_avg_sq", vec![1.0, 0.0])
            .with_list("1.exp_avg", vec![0.0, 1.0])
            .with_list(name, second)
    };
    let error = optimizer.restore(state(vec![0.0, -1.0], "1.exp_avg_sq"));
    assert!(matches!(
        error,
        Err(OptimizerStateError::Negative { index: 0, .. })
    ));
    let error = optimizer.restore(state(vec![0.0], "1.exp_avg_sq"));
    assert!(matches!(
        error,
        Err(OptimizerStateError::Length {
            found: 1,
            expected: 2,
            ..
        })
    ));
    let error = optimizer.restore(state(vec![0.0, 1.0], "2.exp_avg_sq"));
    assert!(matches!(error, Err(OptimizerStateError::UnknownList(name)) if name == "2.exp_avg_sq"));
    let error = optimizer.restore(AdamW::new(0.1).state());
    assert!(matches!(error, Err(OptimizerStateError::Kind { .. })));
    assert_eq!(optimizer.state(), before);
}

#[test]
fn mistakes_are_named() {
    let model = point();
    assert_panics(
        "of 2 parameters, 2 are in no group, and none of these was chosen",
        || ParameterGroups::of(&model).group(|name| name == "bias", Sgd::new(0.1)),
    );
    assert_panics(
        "the parameter `1` is in no group; ParameterGroups::rest takes what is left, and freeze lets \
         it be",
        || {
            let optimizer = ParameterGroups::of(&model).group(|name| name == "0", Sgd::new(0.1));
            { optimizer }.step(&model);
        },
    );
    assert_panics("groups of 2 parameters were given 1", || {
        groups(&model).step(&model[..1]);
    });
    assert_panics(
        "the learning rate 0.1 has no ratio to 0.0, that of the first group",
        || {
            ParameterGroups::of(&model)
                .group(|name| name == "0", Sgd::new(0.0))
                .rest(Sgd::new(0.1))
        },
    );
}
