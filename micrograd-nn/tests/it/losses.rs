//! Losses against PyTorch 2.15 in double precision, and their gradients against closed forms.

use micrograd_core::{Graph, Value, gradcheck};
use micrograd_nn::{
    CrossEntropy, Losses, binary_cross_entropy_loss, binary_cross_entropy_losses,
    cross_entropy_loss, cross_entropy_losses, huber_loss, huber_losses, log_softmax, logsumexp,
    mae_loss, max_margin_losses, mse_loss, mse_losses, smooth_l1_loss, softmax,
};

type LossTo<T> = fn(&[Value], &[f64]) -> T;

const LOGITS: [[f64; 3]; 4] = [
    [0.5, -1.25, 2.0],
    [3.0, 0.25, -0.75],
    [-2.0, 1.5, 1.0],
    [0.0, 0.5, -1.0],
];
const LABELS: [usize; 4] = [2, 0, 1, 2];

fn values(numbers: &[f64]) -> Vec<Value> {
    numbers.iter().map(|&x| Value::new(x)).collect()
}

fn logits() -> Vec<[Value; 3]> {
    LOGITS.map(|row| row.map(Value::new)).to_vec()
}

fn numbers(values: &[Value]) -> Vec<f64> {
    values.iter().map(Value::data).collect()
}

fn gradients(values: &[Value]) -> Vec<f64> {
    values.iter().map(Value::grad).collect()
}

#[track_caller]
fn assert_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        let error = (found - expected).abs();
        assert!(
            error <= 1e-14 * expected.abs().max(1.0),
            "{found:?}, not {expected:?}"
        );
    }
}

#[test]
fn regression_losses_are_pytorch_s() {
    let targets = [1.0, 0.5, 0.5, -0.5, 0.25]; // errors −½, −3½, 1½, 1½, 0
    let cases: [(LossTo<Value>, f64, [f64; 5]); 6] = [
        (mse_loss, 3.4, [-0.2, -1.4, 0.6, 0.6, 0.0]),
        (mae_loss, 1.4, [-0.2, -0.2, 0.2, 0.2, 0.0]),
        (
            |x, y| huber_loss(x, y, 1.5),
            1.3,
            [-0.1, -0.3, 0.3, 0.3, 0.0],
        ),
        (
            |x, y| huber_loss(x, y, 0.5),
            0.6,
            [-0.1, -0.1, 0.1, 0.1, 0.0],
        ),
        (
            |x, y| smooth_l1_loss(x, y, 0.5),
            1.2,
            [-0.2, -0.2, 0.2, 0.2, 0.0],
        ),
        (
            |x, y| smooth_l1_loss(x, y, 0.0),
            1.4,
            [-0.2, -0.2, 0.2, 0.2, 0.0],
        ),
    ];
    for (loss, expected, slopes) in cases {
        let outputs = values(&[0.5, -3.0, 2.0, 1.0, 0.25]);
        let loss = loss(&outputs, &targets);
        loss.backward();
        assert_close(&[loss.data()], &[expected]);
        assert_close(&gradients(&outputs), &slopes);
    }
}

#[test]
fn binary_cross_entropy_is_pytorch_s() {
    let logits = values(&[0.5, -3.0, 40.0, -1.25]);
    let loss = binary_cross_entropy_loss(&logits, &[1.0, 0.0, 0.25, 0.75]);
    loss.backward();
    assert_close(&[loss.data()], &[7.928_023_354_274_805_5]);
    let slopes = [
        -0.094_385_167_199_536_35,
        0.011_856_468_294_391_695,
        0.187_5,
        -0.131_824_965_293_672_8,
    ];
    assert_close(&gradients(&logits), &slopes);
}

#[test]
fn cross_entropy_is_pytorch_s_with_every_option() {
    let plain = CrossEntropy::new();
    let cases = [
        (plain.clone(), 0.728_320_802_001_710_3),
        (plain.clone().label_smoothing(0.1), 0.834_570_802_001_710_3),
        (
            plain.clone().class_weights(&[1.0, 0.5, 2.5]),
            0.949_548_079_076_743_5,
        ),
        (
            plain.class_weights(&[1.0, 0.5, 2.5]).label_smoothing(0.2),
            1.052_234_697_436_034_4,
        ),
    ];
    for (loss, expected) in &cases {
        assert_close(&[loss.mean(&logits(), &LABELS).data()], &[*expected]);
    }
    let each = cases[3].0.losses(&logits(), &LABELS).into_vec();
    let expected = [
        0.735_609_828_364_607_4,
        0.806_086_897_318_167_4,
        0.645_132_768_888_198_6,
        4.652_696_038_763_251,
    ];
    assert_close(&numbers(&each), &expected);
}

#[test]
fn the_gradient_of_the_cross_entropy_is_softmax_minus_onehot_over_n() {
    let rows = logits();
    cross_entropy_loss(&rows, &LABELS).backward();
    for (row, label) in rows.iter().zip(LABELS) {
        let total: f64 = row.iter().map(|z| z.data().exp()).sum();
        for (class, z) in row.iter().enumerate() {
            let onehot = f64::from(u8::from(class == label));
            assert_close(&[z.grad()], &[(z.data().exp() / total - onehot) / 4.0]);
        }
    }
}

#[test]
fn the_gradient_with_weights_and_smoothing_is_pytorch_s() {
    let rows = logits();
    let loss = CrossEntropy::new()
        .class_weights(&[1.0, 0.5, 2.5])
        .label_smoothing(0.2);
    loss.mean(&rows, &LABELS).backward();
    let expected = [
        [
            0.051_403_960_940_031_86,
            0.005_586_760_729_218_859,
            -0.056_990_721_669_250_725,
        ],
        [
            0.017_573_123_998_191_605,
            0.004_518_921_931_280_537_5,
            -0.022_092_045_929_472_153,
        ],
        [
            -0.008_364_118_165_806_152,
            -0.004_002_558_848_452_959,
            0.012_366_677_014_259_106,
        ],
        [
            0.105_343_227_224_811_4,
            0.185_463_376_072_308_8,
            -0.290_806_603_297_120_2,
        ],
    ];
    for (row, expected) in rows.iter().zip(expected) {
        assert_close(&gradients(row), &expected);
    }
}

#[test]
fn logits_of_a_thousand_give_finite_losses_and_gradients() {
    for [z0, z1] in [
        [1000.0, -1000.0],
        [-1000.0, 1000.0],
        [1000.0, 1000.0],
        [-1000.0, -1000.0],
    ] {
        for label in [0, 1] {
            let row = [z0, z1].map(Value::new);
            let loss = CrossEntropy::new()
                .label_smoothing(0.1)
                .mean(std::slice::from_ref(&row), &[label]);
            loss.backward();
            let other: f64 = if label == 0 { z1 - z0 } else { z0 - z1 };
            let expected = other.max(0.0) + f64::ln_1p((-other.abs()).exp()) - 0.05 * other;
            assert_close(&[loss.data()], &[expected]);
            assert!(row.iter().all(|z| z.grad().abs() <= 1.0));
            assert_eq!(row[0].grad(), -row[1].grad());
        }
        for y in [0.0, 0.25, 1.0] {
            let logits = values(&[z0, z1]);
            let loss = binary_cross_entropy_loss(&logits, &[y, y]);
            loss.backward();
            assert!(loss.data().is_finite());
            assert!(logits.iter().all(|z| z.grad().abs() <= 0.5));
        }
    }
}

#[test]
fn a_loss_near_zero_and_its_gradient_keep_their_digits() {
    // ln(1 + e⁻⁵⁰ + e⁻⁵³), which 50 + … − 50 would round to 0; from mpmath.
    let row = values(&[50.0, 0.0, -3.0]);
    let loss = cross_entropy_loss(&[&row], &[0]);
    loss.backward();
    let tiny = 2.024_776_648_509_004_5e-22;
    assert!(
        (loss.data() / tiny - 1.0).abs() < 1e-14,
        "{:?}",
        loss.data()
    );
    assert!(
        (row[0].grad() / -tiny - 1.0).abs() < 1e-14,
        "{:?}",
        row[0].grad()
    );

    for (z, y) in [(50.0, 1.0), (-50.0, 0.0)] {
        let logits = values(&[z]);
        let loss = binary_cross_entropy_loss(&logits, &[y]);
        loss.backward();
        let tiny = 1.928_749_847_963_917_8e-22;
        assert!(
            (loss.data() / tiny - 1.0).abs() < 1e-14,
            "{:?}",
            loss.data()
        );
        assert!((logits[0].grad().abs() / tiny - 1.0).abs() < 1e-14);
    }
}

#[test]
fn a_class_of_logit_minus_infinity_is_impossible() {
    let row = values(&[0.0, f64::NEG_INFINITY, 0.0]);
    let loss = cross_entropy_loss(&[&row], &[0]);
    loss.backward();
    assert_eq!(loss, 2_f64.ln());
    assert_eq!(gradients(&row), [-0.5, 0.0, 0.5]);
}

#[test]
fn an_infinite_logit_that_is_right_costs_nothing() {
    for (z, y) in [(f64::INFINITY, 1.0), (f64::NEG_INFINITY, 0.0)] {
        let logits = values(&[z]);
        let loss = binary_cross_entropy_loss(&logits, &[y]);
        loss.backward();
        assert_eq!(loss, 0.0);
        assert_eq!(logits[0].grad(), 0.0);
    }
}

#[test]
fn gradients_are_those_of_central_differences() {
    let at = LOGITS.concat();
    let check = gradcheck(
        |x| {
            let rows: Vec<&[Value]> = x.chunks(3).collect();
            CrossEntropy::new()
                .class_weights(&[1.0, 0.5, 2.5])
                .label_smoothing(0.2)
                .mean(&rows, &LABELS)
        },
        &at,
    );
    assert!(check.passed(), "{check}");
    let check = gradcheck(|x| huber_loss(x, &[0.0, 0.0, 1.0], 0.7), &[0.3, -2.0, 4.0]);
    assert!(check.passed(), "{check}");
    let check = gradcheck(
        |x| binary_cross_entropy_loss(x, &[0.0, 0.3, 1.0]),
        &[0.3, -2.0, 4.0],
    );
    assert!(check.passed(), "{check}");
    for i in 0..3 {
        let check = gradcheck(|x| softmax(x)[i].powi(2) + &log_softmax(x)[i], &LOGITS[0]);
        assert!(check.passed(), "{check}");
    }
    let check = gradcheck(logsumexp, &LOGITS[1]);
    assert!(check.passed(), "{check}");
}

#[test]
fn softmax_is_a_distribution_and_log_softmax_its_logarithm() {
    for row in logits() {
        let probabilities = numbers(&softmax(&row));
        assert_close(&[probabilities.iter().sum()], &[1.0]);
        let logarithms: Vec<f64> = probabilities.iter().map(|p| p.ln()).collect();
        assert_close(&numbers(&log_softmax(&row)), &logarithms);
    }
    assert_eq!(softmax(&values(&[-7.0])), [1.0]);
    assert_eq!(log_softmax(&values(&[-7.0])), [0.0]);
}

#[test]
fn logsumexp_of_infinite_values_is_their_limit() {
    let inf = f64::INFINITY;
    assert_eq!(logsumexp(&values(&[1.0, inf])), inf);
    assert_eq!(logsumexp(&values(&[-inf, -inf])), -inf);
    assert_eq!(logsumexp(&values(&[-inf, 3.0])), 3.0);
    assert!(logsumexp(&values(&[1.0, f64::NAN])).data().is_nan());
}

#[test]
fn losses_reduce_to_their_mean_and_sum_or_stay_one_for_each_sample() {
    let (outputs, targets) = (values(&[1.0, -2.0, 0.5]), [1.0, -1.0, 1.0]);
    let all: [LossTo<Losses>; 3] = [
        mse_losses,
        |x, y| huber_losses(x, y, 1.0),
        max_margin_losses,
    ];
    for losses in all {
        let each = numbers(&losses(&outputs, &targets).into_vec());
        let sum: f64 = each.iter().sum();
        assert_eq!(each.len(), 3);
        assert_close(&[losses(&outputs, &targets).sum().data()], &[sum]);
        assert_close(&[losses(&outputs, &targets).mean().data()], &[sum / 3.0]);
    }
    let expected = [
        0.232_621_983_102_032_66,
        0.083_831_466_235_782,
        0.492_699_153_332_297_8,
        2.104_130_605_336_728_4,
    ];
    assert_close(
        &numbers(&cross_entropy_losses(&logits(), &LABELS).into_vec()),
        &expected,
    );
    assert_eq!(binary_cross_entropy_losses(&[], &[]).sum(), 0.0);
}

#[test]
fn every_node_of_a_loss_was_recorded_at_a_line_of_the_caller() {
    let x = values(&[0.5, -2.0, 1.0]);
    let y = [0.0, 0.25, 1.0];
    let losses = [
        mse_loss(&x, &y),
        mae_loss(&x, &y),
        huber_loss(&x, &y, 1.0),
        smooth_l1_loss(&x, &y, 0.5),
        binary_cross_entropy_loss(&x, &y),
        CrossEntropy::new().label_smoothing(0.1).mean(&[&x], &[1]),
        cross_entropy_losses(&[&x, &x], &[1, 2]).sum(),
        softmax(&x).remove(0),
        log_softmax(&x).remove(1),
        logsumexp(&x),
    ];
    for node in losses
        .iter()
        .flat_map(|loss| Graph::of(loss).nodes().to_vec())
    {
        let source = node.source().expect("a recorded node has a source");
        assert!(
            source.file().ends_with("losses.rs"),
            "{:?} at {source}",
            node.op()
        );
        assert!(
            !source.file().contains("src"),
            "{:?} at {source}",
            node.op()
        );
    }
}
