//! Labels that do not count, distributions as targets, and positive samples that count more, as in
//! PyTorch: losses and gradients are those of PyTorch 2.15 in 64-bit floats.

use crate::blame::assert_panics;
use micrograd_core::Value;
use micrograd_nn::{BinaryCrossEntropy, CrossEntropy, cross_entropy_loss, mean_cross_entropy};

const LOGITS: [[f64; 3]; 4] = [
    [0.5, -1.0, 2.0],
    [1.5, 0.25, -0.75],
    [-2.0, 0.0, 1.0],
    [0.1, 0.2, 0.3],
];
const DISTRIBUTIONS: [[f64; 3]; 4] = [
    [0.2, 0.3, 0.5],
    [1.0, 0.0, 0.0],
    [0.25, 0.25, 0.5],
    [0.0, 0.9, 0.1],
];

fn logits() -> [[Value; 3]; 4] {
    LOGITS.map(|row| row.map(Value::new))
}

#[track_caller]
fn assert_loss<'a>(
    loss: &Value,
    inputs: impl Iterator<Item = &'a Value>,
    expected: f64,
    gradient: &[f64],
) {
    assert!(
        (loss.data() - expected).abs() < 1e-14,
        "{loss}, not {expected}"
    );
    loss.backward();
    let found: Vec<f64> = inputs.map(Value::grad).collect();
    assert_eq!(found.len(), gradient.len());
    for (found, expected) in found.iter().zip(gradient) {
        assert!((found - expected).abs() < 1e-14, "{found}, not {expected}");
    }
}

#[test]
fn an_ignored_label_does_not_count() {
    let labels = [2, 7, 1, 7];
    let loss = CrossEntropy::new().ignore_label(7);
    let z = logits();
    assert_loss(
        &loss.mean(&z, &labels),
        z.iter().flatten(),
        0.795_161_756_712_671_9,
        &[
            0.087_645_196_070_018_35,
            0.019_556_286_635_343_725,
            -0.107_201_482_705_362_06,
            0.0,
            0.0,
            0.0,
            0.017_559_513_479_669_858,
            -0.370_251_769_828_790_5,
            0.352_692_256_349_120_55,
            0.0,
            0.0,
            0.0,
        ],
    );

    let loss = loss.label_smoothing(0.2).class_weights(&[1.0, 2.5, 0.5]);
    let z = logits();
    assert_loss(
        &loss.mean(&z, &labels),
        z.iter().flatten(),
        1.306_211_740_815_331_5,
        &[
            0.016_731_198_253_341_486,
            -0.046_863_872_606_513_9,
            0.030_132_674_353_172_42,
            0.0,
            0.0,
            0.0,
            0.004_312_153_702_612_229,
            -0.526_158_229_963_505_6,
            0.521_846_076_260_893_3,
            0.0,
            0.0,
            0.0,
        ],
    );

    assert_panics(
        "the mean of 4 losses whose weights add up to 0.0 is undefined",
        || loss.mean(&logits(), &[7; 4]),
    );
    assert_panics(
        "the label of sample 1 is 8, and there are 3 classes",
        || loss.mean(&logits(), &[7, 8, 7, 7]),
    );
}

#[test]
fn distributions_can_be_targets() {
    let loss = CrossEntropy::new();
    let z = logits();
    assert_loss(
        &loss.mean_of_distributions(&z, &DISTRIBUTIONS),
        z.iter().flatten(),
        1.053_234_742_765_453,
        &[
            -0.006_177_401_964_990_829,
            -0.065_221_856_682_328_13,
            0.071_399_258_647_318_97,
            -0.070_389_914_712_233_77,
            0.051_459_150_999_412_89,
            0.018_930_763_712_820_88,
            -0.053_720_243_260_165_07,
            0.002_374_115_085_604_769_4,
            0.051_346_128_174_560_274,
            0.075_152_401_338_931_83,
            -0.141_943_751_616_663_17,
            0.066_791_350_277_731_37,
        ],
    );

    let loss = loss.label_smoothing(0.2).class_weights(&[1.0, 2.5, 0.5]);
    let z = logits();
    assert_loss(
        &loss.mean_of_distributions(&z, &DISTRIBUTIONS),
        z.iter().flatten(),
        1.941_666_623_441_577_6,
        &[
            -0.002_910_946_410_388_755_3,
            -0.179_672_144_196_989_18,
            0.182_583_090_607_377_93,
            -0.025_082_575_693_049_326,
            0.013_223_094_399_373_76,
            0.011_859_481_293_675_608,
            -0.056_423_617_136_859_25,
            -0.090_980_199_066_794_41,
            0.147_403_816_203_653_67,
            0.141_654_392_154_016_43,
            -0.316_694_836_739_103_76,
            0.175_040_444_585_087_44,
        ],
    );
}

#[test]
fn what_is_no_distribution_is_refused() {
    let rows = [[0.0, 0.0].map(Value::new)];
    let loss = CrossEntropy::new();
    for target in [[0.5, 0.6], [-0.5, 1.5], [f64::NAN, 1.0]] {
        let message = format!(
            "the target of sample 0 is no distribution: {target:?}; probabilities are at least 0 and add \
             up to 1"
        );
        assert_panics(&message, || loss.mean_of_distributions(&rows, &[target]));
    }
    assert_panics("row 0 has 2 logits, and its target 1 probabilities", || {
        loss.mean_of_distributions(&rows, &[[1.0]])
    });
    assert_panics("1 rows of logits were given with 2 distributions", || {
        loss.mean_of_distributions(&rows, &[[1.0, 0.0], [1.0, 0.0]])
    });
}

#[test]
fn positive_samples_can_count_more() {
    let z = [0.5, -1.0, 2.0, -0.75].map(Value::new);
    let loss = BinaryCrossEntropy::new().pos_weight(3.0);
    let mean = loss.mean(&z, &[1.0, 0.0, 0.3, 1.0]);
    assert_loss(
        &mean,
        z.iter(),
        1.687_297_619_017_999_6,
        &[
            -0.283_155_501_598_609,
            0.067_235_355_342_498_78,
            0.127_318_831_191_152_9,
            -0.509_384_024_381_544_7,
        ],
    );
    assert_panics(
        "the weight of positive samples is -1.0; it must be finite and at least 0",
        || BinaryCrossEntropy::new().pos_weight(-1.0),
    );
}

#[test]
fn the_cross_entropy_of_plain_numbers_is_that_of_values() {
    let labels = [2, 0, 1, 1];
    let loss = cross_entropy_loss(&logits(), &labels).data();
    assert!((mean_cross_entropy(&LOGITS, &labels) - loss).abs() < 1e-15);
    // A loss near 0 keeps its digits: ln(1 + e⁻⁶⁰).
    let sure = mean_cross_entropy(&[[60.0, 0.0]], &[0]);
    assert!(
        (sure / 8.756_510_762_696_52e-27 - 1.0).abs() < 1e-14,
        "{sure:e}"
    );
    assert_panics(
        "the label of sample 0 is 3, and there are 3 classes",
        || mean_cross_entropy(&LOGITS, &[3, 0, 0, 0]),
    );
}
