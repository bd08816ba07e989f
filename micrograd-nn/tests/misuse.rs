//! Mistakes panic at the caller's line and name both numbers.

use micrograd_core::Value;
use micrograd_nn::{
    Activation, Forward, Layer, Mlp, Module, Neuron, Optimizer, Sgd, binary_accuracy, l2_penalty,
    max_margin_loss,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// The file and the message of this thread's last panic.
    static LAST_PANIC: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Fails unless `mistake` panics in this file with `message`.
fn assert_panics<R>(message: &str, mistake: impl FnOnce() -> R) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let file = panic.location().map(|location| location.file().to_owned());
            let message = panic.payload_as_str().unwrap_or_default().to_owned();
            LAST_PANIC.set(Some((file.unwrap_or_default(), message)));
            print(panic);
        }));
    });
    let outcome = panic::catch_unwind(AssertUnwindSafe(mistake));
    assert!(outcome.is_err(), "no panic, but expected: {message}");
    let (file, panicked) = LAST_PANIC.take().expect("the hook has run");
    assert_eq!(panicked, message);
    assert!(file.ends_with("misuse.rs"), "blamed {file}");
}

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1)
}

fn values(numbers: &[f64]) -> Vec<Value> {
    numbers.iter().copied().map(Value::new).collect()
}

#[test]
fn a_wrong_number_of_inputs() {
    let neuron = Neuron::new(3, Activation::Relu, &mut rng());
    assert_panics("a neuron of 3 inputs was given 2", || {
        neuron.forward(&[1.0, 2.0])
    });

    let layer = Layer::new(3, 2, Activation::Relu, &mut rng());
    assert_panics("a layer of 3 inputs was given 4", || {
        layer.forward(&[1, 2, 3, 4])
    });

    let model = Mlp::new(2, &[4, 1], &mut rng());
    assert_panics("a network of 2 inputs was given 1", || {
        model.forward(&[1.0])
    });
    assert_panics("a network of 2 inputs was given 0", || {
        model.forward_one(&values(&[]))
    });
}

#[test]
fn one_output_asked_of_a_module_with_several() {
    let model = Mlp::new(2, &[4, 3], &mut rng());
    assert_panics("forward_one needs 1 output, but there are 3", || {
        model.forward_one(&[1.0, 2.0])
    });
}

#[test]
fn networks_without_inputs_neurons_or_layers() {
    assert_panics("a neuron needs at least 1 input, not 0", || {
        Neuron::new(0, Activation::Relu, &mut rng())
    });
    assert_panics(
        "a layer needs at least 1 neuron, not 0 (of 5 inputs)",
        || Layer::new(5, 0, Activation::Relu, &mut rng()),
    );
    assert_panics(
        "a network needs at least 1 layer, not 0 (of 5 inputs)",
        || Mlp::new(5, &[], &mut rng()),
    );
    assert_panics(
        "a layer needs at least 1 neuron, not 0 (of 16 inputs)",
        || Mlp::new(2, &[16, 0, 1], &mut rng()),
    );
    assert_panics("a neuron needs at least 1 input, not 0", || {
        Mlp::new(0, &[1], &mut rng())
    });
}

#[test]
fn parameters_set_from_the_wrong_numbers_stay_as_they_were() {
    let neuron = Neuron::new(2, Activation::Relu, &mut rng());
    neuron.set_parameters(&[1.0, 2.0, 3.0]);
    assert_panics("a module of 3 parameters was given 2 numbers", || {
        neuron.set_parameters(&[9.0, 9.0]);
    });
    assert_panics("the parameter `weights.1` was given NaN", || {
        neuron.set_parameters(&[9.0, f64::NAN, 9.0]);
    });
    assert_panics("the parameter `bias` was given -inf", || {
        neuron.set_parameters(&[9.0, 9.0, f64::NEG_INFINITY]);
    });
    assert_eq!(neuron.parameters(), [1.0, 2.0, 3.0]);
}

#[test]
fn losses_of_scores_and_targets_that_do_not_match() {
    let scores = values(&[1.0, -1.0, 0.5]);
    assert_panics("3 scores were given with 2 targets", || {
        max_margin_loss(&scores, &[1.0, -1.0])
    });
    assert_panics("the mean of 0 losses is undefined", || {
        max_margin_loss(&[], &[])
    });
    assert_panics("the target of sample 1 is 0.0; it must be 1 or -1", || {
        max_margin_loss(&scores, &[1.0, 0.0, 1.0])
    });
    assert_panics("the target of sample 2 is NaN; it must be 1 or -1", || {
        max_margin_loss(&scores, &[1.0, 1.0, f64::NAN])
    });
    for (alpha, message) in [
        (-1.0, "alpha is -1.0; it must be finite and at least 0"),
        (f64::NAN, "alpha is NaN; it must be finite and at least 0"),
    ] {
        assert_panics(message, || l2_penalty(alpha, &scores));
    }
}

#[test]
fn an_accuracy_of_scores_and_targets_that_do_not_match() {
    let scores = values(&[1.0, f64::NAN]);
    assert_panics("2 scores were given with 3 targets", || {
        binary_accuracy(&scores, &[1.0, 1.0, 1.0])
    });
    assert_panics("the accuracy on 0 samples is undefined", || {
        binary_accuracy(&[], &[])
    });
    assert_panics("sample 1 has the score NaN and the target 1.0", || {
        binary_accuracy(&scores, &[1.0, 1.0])
    });
}

#[test]
fn learning_rates_that_are_negative_or_not_finite() {
    assert_panics(
        "the learning rate is NaN; it must be finite and at least 0",
        || Sgd::new(f64::NAN),
    );
    let mut sgd = Sgd::new(0.1);
    assert_panics(
        "the learning rate is -0.5; it must be finite and at least 0",
        || {
            sgd.set_lr(-0.5);
        },
    );
    assert_eq!(sgd.lr(), 0.1);
}

#[test]
fn a_step_on_a_gradient_that_is_not_finite_changes_nothing() {
    let parameters = values(&[1.0, 0.0]);
    (&parameters[0] + parameters[1].sqrt()).backward(); // ∂√x/∂x = ∞ at 0
    assert_panics("the gradient of parameter 1 of 2 is inf", || {
        Sgd::new(0.1).step(&parameters);
    });
    assert_eq!(parameters, [1.0, 0.0]);
}

#[test]
fn a_step_on_what_an_operation_made() {
    let sum = Value::new(1.0) + 2.0;
    assert_panics(
        "set_data(3) on the result of `add`: only a leaf's data can be set; \
         detach() makes a leaf of it",
        || Sgd::new(0.1).step(&[sum]),
    );
}
