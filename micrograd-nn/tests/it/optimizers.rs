//! Trajectories of the optimisers on Rosenbrock's valley, (1 − x)² + 10(y − x²)², from (−1.5, 0.5).
//!
//! The expected points were computed from the formulas in PyTorch's documentation with 40 decimal
//! digits; PyTorch 2.15 itself gives the same to 10⁻¹³.

use micrograd_core::{Value, grad};
use micrograd_nn::{Adam, AdamW, Module, Optimizer, RmsProp, Sgd};

const AFTER: [usize; 5] = [1, 2, 3, 10, 20];

fn descend(optimizer: &mut dyn Optimizer, [x, y]: &[Value; 2]) {
    x.zero_grad();
    y.zero_grad();
    grad! { (1 - x) ** 2 + 10 * (y - x ** 2) ** 2 }.backward();
    optimizer.step(&[x.clone(), y.clone()]);
}

fn start() -> [Value; 2] {
    [-1.5, 0.5].map(Value::new)
}

#[track_caller]
fn assert_trajectory(mut optimizer: impl Optimizer, expected: [[f64; 2]; 5]) {
    let point = start();
    let mut steps = 0;
    for (after, expected) in AFTER.into_iter().zip(expected) {
        while steps < after {
            descend(&mut optimizer, &point);
            steps += 1;
        }
        for (p, expected) in point.iter().zip(expected) {
            let error = (p.data() - expected).abs() / expected.abs();
            assert!(
                error < 1e-13,
                "after {after}: {:?}, not {expected:?}",
                p.data()
            );
        }
    }
}

#[test]
fn sgd_descends() {
    assert_trajectory(
        Sgd::new(0.01),
        [
            [-0.399_999_999_999_999_97, 0.85],
            [-0.482_4, 0.712],
            [-0.545_235_844_710_4, 0.616_141_952],
            [-0.568_646_437_712_494, 0.404_052_646_809_211_77],
            [-0.422_721_507_603_759_37, 0.250_937_982_261_050_5],
        ],
    );
}

#[test]
fn sgd_with_momentum() {
    assert_trajectory(
        Sgd::new(0.002).momentum(0.9),
        [
            [-1.28, 0.57],
            [-0.963_475_84, 0.675_736],
            [-0.651_284_150_334_202_6, 0.781_000_387_770_548_3],
            [0.785_282_329_494_765_1, 0.643_562_885_837_434_5],
            [0.516_140_424_953_045_2, 0.748_383_651_707_183_8],
        ],
    );
}

#[test]
fn sgd_dampens_all_gradients_but_the_first_and_decays_before_the_momentum() {
    assert_trajectory(
        Sgd::new(0.005)
            .momentum(0.8)
            .dampening(0.3)
            .weight_decay(0.1),
        [
            [-0.949_25, 0.674_75],
            [-0.464_595_476_871_562_44, 0.830_156_626_875],
            [-0.106_413_720_681_783_12, 0.911_189_836_673_409_8],
            [1.046_879_172_058_521_5, 0.604_783_410_740_936_9],
            [0.879_358_480_948_377_8, 0.596_392_913_742_263_6],
        ],
    );
}

#[test]
fn sgd_with_nesterov_s_momentum() {
    assert_trajectory(
        Sgd::new(0.002).momentum(0.9).nesterov().weight_decay(0.05),
        [
            [-1.081_715, 0.632_905],
            [-0.799_039_765_908_193_5, 0.730_271_625_983_1],
            [-0.591_388_592_585_552_3, 0.791_503_176_960_336_8],
            [0.137_053_089_932_671_73, 0.410_485_490_041_812_8],
            [0.505_135_051_079_669_2, -0.023_729_250_213_706_282],
        ],
    );
}

#[test]
fn adam_corrects_the_bias_of_its_moments() {
    assert_trajectory(
        Adam::new(0.1),
        [
            [-1.400_000_000_009_090_9, 0.599_999_999_971_428_6],
            [-1.301_920_641_226_733, 0.698_574_078_667_861_5],
            [-1.207_435_971_514_259, 0.794_274_218_770_597_9],
            [-0.765_866_268_907_926_6, 1.210_041_037_071_372_1],
            [-0.755_733_641_695_354_6, 0.899_007_114_068_437_1],
        ],
    );
}

#[test]
fn adam_decays_through_the_gradient() {
    assert_trajectory(
        Adam::new(0.05).betas(0.8, 0.95).eps(1e-3).weight_decay(0.2),
        [
            [-1.450_000_453_305_047, 0.549_998_567_376_292_9],
            [-1.400_448_092_905_573, 0.599_649_689_042_519_3],
            [-1.351_683_155_042_645, 0.648_674_076_708_287_9],
            [-1.063_020_005_301_484_7, 0.943_791_944_064_502_8],
            [-0.908_684_465_301_498_7, 1.054_088_024_528_227_6],
        ],
    );
}

#[test]
fn adamw_decays_by_a_hundredth_unless_told() {
    assert_trajectory(
        AdamW::new(0.1),
        [
            [-1.398_500_000_009_090_8, 0.599_499_999_971_428_6],
            [-1.299_057_033_329_625, 0.697_451_259_305_793_2],
            [-1.203_369_506_600_401, 0.792_383_426_486_281_5],
            [-0.757_232_445_714_442_1, 1.197_961_873_466_203],
            [-0.738_633_387_443_782_9, 0.872_886_504_832_332_9],
        ],
    );
}

#[test]
fn adamw_decays_beside_the_gradient() {
    assert_trajectory(
        AdamW::new(0.05)
            .betas(0.8, 0.95)
            .eps(1e-3)
            .weight_decay(0.2),
        [
            [-1.435_000_454_541_322_4, 0.544_998_571_469_386_6],
            [-1.371_239_227_293_276_3, 0.589_108_317_191_645_9],
            [-1.309_148_991_142_118_1, 0.631_983_261_408_395],
            [-0.956_468_131_416_179_4, 0.861_164_875_561_119_1],
            [-0.759_264_242_347_853_4, 0.826_897_367_594_289_4],
        ],
    );
}

#[test]
fn rmsprop_divides_by_the_recent_size() {
    assert_trajectory(
        RmsProp::new(0.01),
        [
            [-1.400_000_000_090_909_2, 0.599_999_999_714_285_6],
            [-1.340_530_878_309_999_2, 0.661_555_004_975_590_5],
            [-1.296_962_247_433_075_8, 0.707_446_276_983_754_4],
            [-1.138_947_521_204_709_3, 0.876_832_734_246_967_1],
            [-1.049_102_832_948_337_8, 0.965_561_956_089_177_4],
        ],
    );
}

#[test]
fn rmsprop_centred() {
    assert_trajectory(
        RmsProp::new(0.01).alpha(0.9).centered(),
        [
            [-1.466_666_666_676_767_6, 0.533_333_333_301_587_3],
            [-1.442_383_076_575_474_6, 0.557_850_544_307_765_2],
            [-1.421_642_478_359_463_2, 0.578_921_158_277_607_8],
            [-1.303_701_963_015_957_4, 0.701_059_888_813_142_3],
            [-1.162_007_624_437_259_5, 0.854_484_989_814_886_7],
        ],
    );
}

#[test]
fn rmsprop_with_every_option() {
    assert_trajectory(
        RmsProp::new(0.01)
            .alpha(0.9)
            .eps(1e-3)
            .weight_decay(0.1)
            .momentum(0.7)
            .centered(),
        [
            [-1.466_667_675_361_617_2, 0.533_330_154_491_703_2],
            [-1.419_050_645_014_529_3, 0.581_173_868_573_928_6],
            [-1.366_037_366_585_248_5, 0.634_846_255_344_849_8],
            [-1.070_062_337_617_679_4, 0.944_692_738_643_439_7],
            [-0.962_403_506_397_719_9, 1.018_384_423_383_148_7],
        ],
    );
}

#[test]
fn parameters_do_not_disturb_each_other() {
    let gradients = [1.0, -100.0, 1e-6];
    let moved = |which: &[usize]| -> Vec<f64> {
        let parameters: Vec<Value> = which.iter().map(|_| Value::new(1.0)).collect();
        let mut adam = Adam::new(0.1);
        for k in [1.0, 2.0, -1.0] {
            for (p, &i) in parameters.iter().zip(which) {
                p.set_grad(k * gradients[i]);
            }
            adam.step(&parameters);
        }
        parameters.iter().map(Value::data).collect()
    };
    let alone: Vec<f64> = (0..3).flat_map(|i| moved(&[i])).collect();
    assert_eq!(moved(&[0, 1, 2]), alone);
}

#[test]
fn centred_rmsprop_survives_a_variance_that_rounds_below_zero() {
    let x = Value::new(0.0);
    let mut rmsprop = RmsProp::new(1e-9).alpha(0.5).centered();
    for _ in 0..100 {
        x.set_grad(0.7); // v − a² < 0 from step 54 on
        rmsprop.step(&x.parameters());
    }
    assert!(x.data().is_finite());
}
