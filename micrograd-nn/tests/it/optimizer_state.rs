//! An optimiser's state can be stored and put back, bit for bit, and nothing else can.

use micrograd_core::{Value, grad};
use micrograd_nn::{
    Adagrad, Adam, AdamW, Lion, Module, NAdam, Optimizer, OptimizerState, OptimizerStateError,
    ParameterGroups, RmsProp, Sgd,
};

fn optimizers() -> Vec<Box<dyn Fn() -> Box<dyn Optimizer>>> {
    vec![
        Box::new(|| Box::new(Sgd::new(0.01))),
        Box::new(|| Box::new(Sgd::new(0.002).momentum(0.9).nesterov())),
        Box::new(|| Box::new(Adam::new(0.1))),
        Box::new(|| Box::new(AdamW::new(0.1))),
        Box::new(|| Box::new(AdamW::new(0.1).amsgrad())),
        Box::new(|| Box::new(NAdam::new(0.1))),
        Box::new(|| Box::new(groups())),
        Box::new(|| Box::new(RmsProp::new(0.01))),
        Box::new(|| Box::new(Adagrad::new(0.1).lr_decay(0.01))),
        Box::new(|| Box::new(Lion::new(0.01).weight_decay(0.1))),
        Box::new(|| Box::new(RmsProp::new(0.01).momentum(0.5).centered())),
    ]
}

/// Rates whose ratio is not a binary fraction.
fn groups() -> ParameterGroups {
    ParameterGroups::of(&[0.0, 0.0].map(Value::new))
        .group(|name| name == "1", Adam::new(0.07))
        .rest(Sgd::new(0.003).momentum(0.9))
}

fn descend(optimizer: &mut dyn Optimizer, point: &[Value], steps: usize) -> Vec<u64> {
    for _ in 0..steps {
        point.iter().for_each(Value::zero_grad);
        grad! { (1 - point[0]) ** 2 + 10 * (point[1] - point[0] ** 2) ** 2 }.backward();
        optimizer.step(point);
    }
    point.iter().map(|p| p.data().to_bits()).collect()
}

/// Through a file: only what the accessors show.
fn copied(state: &OptimizerState) -> OptimizerState {
    let copy = OptimizerState::new(state.kind(), state.lr(), state.steps());
    state.lists().fold(copy, |copy, (name, numbers)| {
        copy.with_list(name, numbers.to_vec())
    })
}

#[test]
fn a_restored_optimizer_goes_on_bit_for_bit() {
    for new in optimizers() {
        for interrupted_after in [0, 1, 7] {
            let point = [-1.5, 0.5].map(Value::new);
            let whole = descend(&mut *new(), &point, 20);

            let point = [-1.5, 0.5].map(Value::new);
            let mut before = new();
            before.set_lr(0.005);
            before.set_lr(new().lr());
            descend(&mut *before, &point, interrupted_after);
            let state = copied(&before.state());
            assert_eq!(state.steps(), interrupted_after as u64);

            let mut after = new();
            after.set_lr(1e9);
            after.restore(state.clone()).unwrap();
            assert_eq!(after.state(), state);
            let rest = descend(&mut *after, &point, 20 - interrupted_after);
            assert_eq!(rest, whole, "{} after {interrupted_after}", state.kind());
        }
    }
}

#[test]
fn states_have_pytorch_s_names() {
    let names: Vec<(String, Vec<String>)> = optimizers()
        .iter()
        .map(|new| {
            let state = new().state();
            (
                state.kind().to_owned(),
                state.lists().map(|list| list.0.to_owned()).collect(),
            )
        })
        .collect();
    let expected: [(&str, &[&str]); 11] = [
        ("SGD", &[]),
        ("SGD", &["momentum_buffer"]),
        ("Adam", &["exp_avg", "exp_avg_sq"]),
        ("AdamW", &["exp_avg", "exp_avg_sq"]),
        ("AdamW", &["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]),
        ("NAdam", &["exp_avg", "exp_avg_sq"]),
        (
            "ParameterGroups(Adam, SGD)",
            &["0.exp_avg", "0.exp_avg_sq", "1.momentum_buffer"],
        ),
        ("RMSprop", &["square_avg"]),
        ("Adagrad", &["sum"]),
        ("Lion", &["exp_avg"]),
        ("RMSprop", &["square_avg", "momentum_buffer", "grad_avg"]),
    ];
    let expected = expected.map(|(kind, lists)| {
        (
            kind.to_owned(),
            lists.iter().map(|&list| list.to_owned()).collect(),
        )
    });
    assert_eq!(names, expected);
}

#[test]
fn a_state_that_does_not_fit_is_refused_and_changes_nothing() {
    let x = Value::new(1.0);
    (&x * 2.0).backward();
    let mut adam = Adam::new(0.1);
    adam.step(&x.parameters());
    let good = adam.state();

    let state = |lr| OptimizerState::new("Adam", lr, 3);
    let lists = |m: &[f64], v: &[f64]| {
        state(0.5)
            .with_list("exp_avg", m.to_vec())
            .with_list("exp_avg_sq", v.to_vec())
    };
    let cases = [
        (
            OptimizerState::new("AdamW", 0.5, 3),
            "the state is of the optimiser `AdamW`, not of `Adam`",
        ),
        (
            state(f64::NAN),
            "the learning rate is NaN; it must be finite and at least 0",
        ),
        (
            state(-1.0),
            "the learning rate is -1.0; it must be finite and at least 0",
        ),
        (
            state(0.5).with_list("exp_avg", vec![1.0]),
            "the list `exp_avg_sq` is missing",
        ),
        (
            lists(&[1.0], &[1.0]).with_list("max_exp_avg_sq", vec![1.0]),
            "the optimiser, with its present options, has no list `max_exp_avg_sq`",
        ),
        (
            lists(&[1.0], &[1.0, 2.0]),
            "the list `exp_avg_sq` has 2 numbers, and the first list 1",
        ),
        (
            lists(&[1.0, 2.0], &[1.0, f64::INFINITY]),
            "number 1 of the list `exp_avg_sq` is inf",
        ),
    ];
    for (bad, message) in cases {
        assert_eq!(adam.restore(bad).unwrap_err().to_string(), message);
        assert_eq!(adam.state(), good);
    }
}

#[test]
fn a_momentum_that_the_program_no_longer_has_is_noticed() {
    let state = Sgd::new(0.1).momentum(0.9).state();
    assert_eq!(
        Sgd::new(0.1).restore(state),
        Err(OptimizerStateError::UnknownList(
            "momentum_buffer".to_owned()
        ))
    );
}

#[test]
fn a_negative_mean_of_squares_is_refused_and_changes_nothing() {
    let mut adam = Adam::new(0.1);
    let before = adam.clone();
    let state = OptimizerState::new("Adam", 0.1, 3)
        .with_list("exp_avg", vec![-1.0, 1.0])
        .with_list("exp_avg_sq", vec![1.0, -1e-300]);
    let error = adam.restore(state).unwrap_err();
    assert_eq!(
        error.to_string(),
        "number 1 of the list `exp_avg_sq` is -1e-300; a mean of squares is at least 0"
    );
    assert_eq!(adam, before);
    let mut rmsprop = RmsProp::new(0.1);
    let state = OptimizerState::new("RMSprop", 0.1, 3).with_list("square_avg", vec![-1.0]);
    let error = rmsprop.restore(state).unwrap_err();
    assert!(matches!(
        error,
        OptimizerStateError::Negative { index: 0, .. }
    ));
}
