//! Mistakes panic at the caller's line and name both numbers.

use crate::blame::assert_panics;
use micrograd_core::Value;
use micrograd_nn::data::{Dataset, Standardizer, blobs, circles, moons, spirals};
use micrograd_nn::{
    Activation, Adam, AdamW, CrossEntropy, Forward, Layer, Mlp, Module, Neuron, Optimizer, RmsProp,
    Sgd, accuracy, binary_accuracy, binary_cross_entropy_loss, clip_grad_norm, clip_grad_value,
    cross_entropy_loss, huber_loss, l2_penalty, max_margin_loss, mse_loss, softmax,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::panic::{self, AssertUnwindSafe};

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
fn a_step_that_is_a_part_of_the_graph() {
    let mut weights = values(&[1.0, 2.0]);
    (&weights[0] * &weights[1]).backward();
    let gradient = weights[1].grad();
    weights.zero_grad();
    weights[1] -= 0.1 * gradient;
    assert_panics(
        "the parameter `1` is the result of an operation, whose graph grows with each step; \
         a step is `p.set_data(p.data() - lr * p.grad())`, or an optimiser's",
        || weights.zero_grad(),
    );
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

#[test]
fn options_that_a_rule_cannot_have() {
    assert_panics(
        "the momentum is -0.1; it must be finite and at least 0",
        || Sgd::new(0.1).momentum(-0.1),
    );
    assert_panics(
        "the weight decay is NaN; it must be finite and at least 0",
        || Sgd::new(0.1).weight_decay(f64::NAN),
    );
    for sgd in [Sgd::new(0.1), Sgd::new(0.1).momentum(0.0).dampening(0.0)] {
        assert_panics(
            "Nesterov's momentum needs a momentum above 0 and a dampening of 0, not 0.0 and 0.0",
            || sgd.nesterov(),
        );
    }
    assert_panics("beta2 is 1.0; it must be at least 0 and below 1", || {
        Adam::new(0.1).betas(0.9, 1.0)
    });
    assert_panics("the eps is -1.0; it must be finite and at least 0", || {
        AdamW::new(0.1).eps(-1.0)
    });
    assert_panics("alpha is 1.0; it must be at least 0 and below 1", || {
        RmsProp::new(0.1).alpha(1.0)
    });
}

#[test]
fn a_step_on_other_parameters_than_before() {
    let parameters = values(&[1.0, 2.0, 3.0]);
    let optimizers: [Box<dyn Optimizer>; 4] = [
        Box::new(Sgd::new(0.1).momentum(0.5)),
        Box::new(Adam::new(0.1)),
        Box::new(AdamW::new(0.1)),
        Box::new(RmsProp::new(0.1)),
    ];
    for mut optimizer in optimizers {
        optimizer.step(&parameters[..1]);
        let before = optimizer.state();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| optimizer.step(&parameters)));
        let message = outcome.unwrap_err().downcast::<String>().unwrap();
        assert_eq!(
            *message,
            "an optimiser that remembers 1 parameters was given 3"
        );
        assert_eq!(optimizer.state(), before);
    }
    assert_panics(
        "an optimiser that remembers 1 parameters was given 3",
        || {
            let mut adam = Adam::new(0.1);
            adam.step(&parameters[..1]);
            adam.step(&parameters);
        },
    );
}

#[test]
fn classes_that_do_not_match() {
    let rows = [values(&[1.0, 2.0]), values(&[3.0, 4.0])];
    assert_panics("2 rows of logits were given with 1 labels", || {
        cross_entropy_loss(&rows, &[0])
    });
    assert_panics(
        "the label of sample 1 is 2, and there are 2 classes",
        || cross_entropy_loss(&rows, &[1, 2]),
    );
    assert_panics("row 1 has 1 logits, and row 0 has 2", || {
        cross_entropy_loss(&[&rows[0][..], &rows[1][..1]], &[0, 0])
    });
    assert_panics(
        "the label of sample 0 is 0, and there are 0 classes",
        || cross_entropy_loss(&[values(&[])], &[0]),
    );
    assert_panics("the mean of 0 losses is undefined", || {
        cross_entropy_loss(&rows[..0], &[])
    });
    assert_panics("3 class weights were given with 2 classes", || {
        CrossEntropy::new()
            .class_weights(&[1.0; 3])
            .mean(&rows, &[0, 1])
    });
    assert_panics(
        "the mean of 2 losses whose weights add up to 0.0 is undefined",
        || {
            CrossEntropy::new()
                .class_weights(&[0.0, 1.0])
                .mean(&rows, &[0, 0])
        },
    );
    assert_panics(
        "the weight of class 1 is -1.0; it must be finite and at least 0",
        || CrossEntropy::new().class_weights(&[1.0, -1.0]),
    );
    assert_panics(
        "the label smoothing is 1.5; it must be between 0 and 1",
        || CrossEntropy::new().label_smoothing(1.5),
    );
    assert_panics("the largest of 0 logits is undefined", || softmax(&[]));
    assert_panics("sample 1 has the logit NaN for class 0", || {
        accuracy(&[values(&[1.0, 2.0]), values(&[f64::NAN, 4.0])], &[0, 1])
    });
    assert_panics("the accuracy on 0 samples is undefined", || {
        accuracy(&rows[..0], &[])
    });
}

#[test]
fn regression_targets_that_do_not_match() {
    let outputs = values(&[1.0, 2.0]);
    assert_panics("2 outputs were given with 1 targets", || {
        mse_loss(&outputs, &[0.0])
    });
    assert_panics("delta is 0.0; it must be finite and above 0", || {
        huber_loss(&outputs, &[0.0, 0.0], 0.0)
    });
    assert_panics(
        "the target of sample 1 is 1.5; it must be between 0 and 1",
        || binary_cross_entropy_loss(&outputs, &[0.0, 1.5]),
    );
}

#[test]
fn clipping_to_what_is_no_size() {
    let parameters = values(&[1.0, 2.0]);
    assert_panics("the largest norm is 0.0; it must be above 0", || {
        clip_grad_norm(&parameters, 0.0)
    });
    assert_panics("the largest gradient is NaN; it must be at least 0", || {
        clip_grad_value(&parameters, f64::NAN);
    });
    parameters[1].set_grad(f64::NAN);
    assert_panics("the gradient of parameter 1 of 2 is NaN", || {
        clip_grad_norm(&parameters, 1.0)
    });
    assert_panics("the gradient of parameter 1 of 2 is NaN", || {
        clip_grad_value(&parameters, 1.0);
    });
    assert_panics(
        "parameter 0 of 1 is the result of `add`, and only a leaf is a parameter",
        || {
            let sum = &parameters[0] + 1.0;
            (&sum * 7.0).backward();
            clip_grad_value(&[sum], 1.0);
        },
    );
}

#[test]
fn data_that_does_not_fit_together() {
    let two = || Dataset::new(vec![vec![1.0], vec![2.0]], vec![0, 1]);
    assert_panics("1 rows were given with 2 labels", || {
        Dataset::new(vec![vec![]], vec![0, 1])
    });
    assert_panics("row 1 has 2 features, and row 0 has 1", || {
        Dataset::new(vec![vec![1.0], vec![1.0, 2.0]], vec![0, 1])
    });
    assert_panics("a batch needs at least 1 sample, not 0", || {
        two().batches(0).count()
    });
    assert_panics("sample 2 was picked from a data set of 2", || {
        two().pick(&[0, 2])
    });
    assert_panics(
        "the share of the test part is 1.5; it must be between 0 and 1",
        || two().split(1.5, &mut rng()),
    );
    assert_panics(
        "the share 0.1 of 2 samples leaves 2 to train on and 0 to test with",
        || two().split(0.1, &mut rng()),
    );
    assert_panics("the mean of 0 rows is undefined", || {
        Standardizer::fit(&[] as &[[f64; 1]])
    });
    assert_panics("feature 1 of row 0 is inf", || {
        Standardizer::fit(&[[1.0, f64::INFINITY]])
    });
    assert_panics("a standardizer of 1 features was given 2", || {
        Standardizer::fit(two().rows()).apply_to_row(&[1.0, 2.0])
    });
}

#[test]
fn shapes_that_cannot_be_drawn() {
    assert_panics(
        "the noise is -0.1; it must be finite and at least 0",
        || moons(10, -0.1, &mut rng()),
    );
    assert_panics(
        "the factor is 1.0; it must be at least 0 and below 1",
        || circles(10, 1.0, 0.1, &mut rng()),
    );
    assert_panics("spirals need at least 1 arm, not 0", || {
        spirals(10, 0, 0.1, &mut rng())
    });
    assert_panics("blobs need at least 1 centre, not 0", || {
        blobs(10, &[] as &[[f64; 2]], 1.0, &mut rng())
    });
    assert_panics("centre 1 has 1 coordinates, and centre 0 has 2", || {
        blobs(10, &[vec![0.0, 1.0], vec![0.0]], 1.0, &mut rng())
    });
}
