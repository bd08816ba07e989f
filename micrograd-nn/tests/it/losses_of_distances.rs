//! Losses of probabilities and distances against PyTorch's documented formulas, whose numbers PyTorch 2.15
//! gives too, and metrics against scikit-learn's documented examples.

use crate::blame::assert_panics;
use micrograd_core::{Value, gradcheck};
use micrograd_nn::{
    ConfusionMatrix, cosine_embedding_loss, cross_entropy_loss, kl_divergence_loss,
    kl_divergence_losses, log_softmax, nll_loss, roc_auc, top_k_accuracy, triplet_margin_loss,
};

fn values(numbers: &[f64]) -> Vec<Value> {
    Value::leaves_of(numbers)
}

#[track_caller]
fn assert_close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 1e-14,
        "{found} instead of {expected}"
    );
}

#[test]
fn the_likelihood_of_a_softmax_is_the_cross_entropy() {
    let logits = [values(&[0.5, -1.0, 2.0]), values(&[1.5, 0.25, -0.5])];
    let logarithms: Vec<Vec<Value>> = logits.iter().map(|row| log_softmax(row)).collect();
    let expected = cross_entropy_loss(&logits, &[2, 1]);
    assert_close(nll_loss(&logarithms, &[2, 1]).data(), expected.data());
    assert_panics(
        "the label of sample 0 is 3, and there are 3 classes",
        || nll_loss(&logarithms, &[3, 1]),
    );
}

#[test]
fn the_kl_divergence_is_pytorch_s_batch_mean() {
    let logarithms = [values(&[-0.2, -1.9, -3.1]), values(&[-1.0, -1.1, -1.2])];
    let targets = [[0.7, 0.3, 0.0], [0.2, 0.5, 0.3]];
    let each = kl_divergence_losses(&logarithms, &targets).into_vec();
    assert_close(each[0].data(), 0.099_135_697_945_106_45);
    assert_close(each[1].data(), 0.080_346_985_935_428_46);
    let loss = kl_divergence_loss(&logarithms, &targets);
    loss.backward();
    assert_close(logarithms[0][1].grad(), -0.15); // −q/n
    assert_eq!(logarithms[0][2].grad(), 0.0);
    assert_panics(
        "row 0 has 3 log-probabilities, and its distribution 2",
        || kl_divergence_loss(&logarithms, &[[0.5, 0.5]; 2]),
    );
    assert_panics(
        "the target of class 1 in row 0 is 1.5; it must be between 0 and 1",
        || kl_divergence_loss(&logarithms, &[[0.0, 1.5, 0.0]; 2]),
    );
}

const ANCHOR: [f64; 3] = [0.3, -1.2, 0.5];
const NEAR: [f64; 3] = [0.1, -1.0, 0.9];
const FAR: [f64; 3] = [-0.4, -0.8, 0.2];

#[test]
fn the_triplet_loss_is_pytorch_s_with_its_slope() {
    let [a, p, n] = [ANCHOR, NEAR, FAR].map(|numbers| values(&numbers));
    let loss = |margin| triplet_margin_loss(&[&a], &[&p], &[&n], margin).data();
    assert_close(loss(1.0), 0.629_663_907_870_880_1);
    assert_eq!(loss(0.1), 0.0);
    let numbers = [ANCHOR, NEAR, FAR].concat();
    let checked = gradcheck(
        |x| triplet_margin_loss(&[&x[..3]], &[&x[3..6]], &[&x[6..]], 1.0),
        &numbers,
    );
    assert!(checked.passed(), "{checked}");
    assert_panics("1 anchors were given with 2 negatives", || {
        triplet_margin_loss(&[&a], &[&p], &[&n, &n], 1.0)
    });
    assert_panics("a vector of 3 numbers was given with one of 2", || {
        triplet_margin_loss(&[&a[..]], &[&p[..2]], &[&n[..]], 1.0)
    });
    assert_panics("the margin is 0.0; it must be finite and above 0", || {
        triplet_margin_loss(&[&a], &[&p], &[&n], 0.0)
    });
}

#[test]
fn the_cosine_loss_is_pytorch_s_with_its_slope() {
    let [a, p, n] = [ANCHOR, NEAR, FAR].map(|numbers| values(&numbers));
    assert_close(
        cosine_embedding_loss(&[&a], &[&p], &[1.0], 0.0).data(),
        0.066_609_048_163_359_55,
    );
    assert_close(
        cosine_embedding_loss(&[&a], &[&n], &[-1.0], 0.25).data(),
        0.518_737_752_036_501_6,
    );
    // Less alike than the margin is far enough.
    assert_eq!(
        cosine_embedding_loss(&[&a], &[&n], &[-1.0], 0.8).data(),
        0.0
    );
    let numbers = [ANCHOR, NEAR].concat();
    let checked = gradcheck(
        |x| cosine_embedding_loss(&[&x[..3]], &[&x[3..]], &[1.0], 0.0),
        &numbers,
    );
    assert!(checked.passed(), "{checked}");
    assert_panics("the target of sample 0 is 0.0; it must be 1 or -1", || {
        cosine_embedding_loss(&[&a], &[&p], &[0.0], 0.0)
    });
    assert_panics("1 vectors were given with 1 others and 2 targets", || {
        cosine_embedding_loss(&[&a], &[&p], &[1.0, 1.0], 0.0)
    });
}

#[test]
fn the_area_under_the_roc_curve_is_scikit_learn_s() {
    assert_eq!(roc_auc(&[0.1, 0.4, 0.35, 0.8], &[0, 0, 1, 1]), 0.75);
    assert_eq!(roc_auc(&[0.5; 5], &[0, 1, 1, 0, 1]), 0.5);
    assert_eq!(roc_auc(&[-0.0, 0.0], &[0, 1]), 0.5);
    assert_eq!(roc_auc(&[3.0, 2.0, 1.0], &[0, 0, 1]), 0.0);
    assert_panics(
        "the area needs samples of both classes, and there are 0 of class 0 and 2 of class 1",
        || roc_auc(&[1.0, 2.0], &[1, 1]),
    );
    assert_panics("the score of sample 1 is NaN", || {
        roc_auc(&[1.0, f64::NAN], &[1, 0])
    });
}

#[test]
fn top_k_accuracy_is_scikit_learn_s() {
    let rows = [
        [0.5, 0.2, 0.2],
        [0.3, 0.4, 0.2],
        [0.2, 0.4, 0.3],
        [0.7, 0.2, 0.1],
    ];
    let logits = rows.map(|row| values(&row));
    assert_eq!(top_k_accuracy(&logits, &[0, 1, 2, 2], 2), 0.75);
    assert_eq!(top_k_accuracy(&logits, &[0, 1, 2, 2], 3), 1.0);
    // Of equal ones the first counts as larger.
    assert_eq!(top_k_accuracy(&logits[..1], &[1], 2), 1.0);
    assert_eq!(top_k_accuracy(&logits[..1], &[2], 2), 0.0);
    assert_panics("the label is never among the first 0 classes", || {
        top_k_accuracy(&logits, &[0, 1, 2, 2], 0)
    });
}

#[test]
fn f1_and_balanced_accuracy_are_scikit_learn_s() {
    let matrix = ConfusionMatrix::from_predictions(3, &[0, 2, 1, 0, 0, 1], &[0, 1, 2, 0, 1, 2]);
    assert_close(matrix.f1(0).expect("it occurs"), 0.8);
    assert_close(matrix.macro_f1().expect("there are samples"), 0.8 / 3.0);
    let matrix = ConfusionMatrix::from_predictions(2, &[0, 1, 0, 0, 0, 1], &[0, 1, 0, 0, 1, 0]);
    assert_eq!(matrix.balanced_accuracy(), Some(0.625));
    let matrix = ConfusionMatrix::from_predictions(2, &[0, 0, 1, 1], &[0, 0, 0, 1]);
    assert_close(matrix.balanced_accuracy().expect("both occur"), 5.0 / 6.0);
    let none = ConfusionMatrix::from_predictions(2, &[], &[]);
    assert_eq!(
        (none.f1(0), none.macro_f1(), none.balanced_accuracy()),
        (None, None, None)
    );
}
