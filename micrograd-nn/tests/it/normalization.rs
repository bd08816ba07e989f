//! Norms against PyTorch's documented formulas, computed with 40 digits.

use micrograd_core::{Value, grad};
use micrograd_nn::{Forward, LayerNorm, Module, RmsNorm};

const X: [f64; 4] = [0.5, -1.5, 2.0, 3.25];
const GAIN: [f64; 4] = [1.0, 2.0, -0.5, 0.25];
const BIAS: [f64; 4] = [0.1, -0.2, 0.3, 0.4];

fn assert_close(found: impl IntoIterator<Item = f64>, expected: [f64; 4]) {
    let found: Vec<f64> = found.into_iter().collect();
    assert_eq!(found.len(), 4);
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() < 1e-14,
            "{found} is not {expected}"
        );
    }
}

fn data(values: &[Value]) -> impl Iterator<Item = f64> {
    values.iter().map(Value::data)
}

/// The gradient of 1·y₁ + 2·y₂ + 3·y₃ + 4·y₄ with respect to X.
fn gradient(norm: &impl Forward<[Value], Output = Vec<Value>>) -> [f64; 4] {
    let x = X.map(Value::new);
    let y = norm.forward(&x);
    grad! { let sum = y[0] + 2 * y[1] + 3 * y[2] + 4 * y[3]; }
    sum.backward();
    x.map(|x| x.grad())
}

#[test]
fn rms_norm_divides_by_the_root_mean_square() {
    let norm = RmsNorm::new(4);
    norm.set_parameters(&GAIN);
    assert_close(
        data(&norm.forward(&X)),
        [
            0.242_091_013_067_520_95,
            -1.452_546_078_405_125_8,
            -0.484_182_026_135_041_9,
            0.393_397_896_234_721_54,
        ],
    );
    assert_close(
        gradient(&norm),
        [
            0.558_671_568_617_356,
            1.713_259_477_093_225_2,
            -0.428_314_869_273_306_3,
            0.968_364_052_270_078_4,
        ],
    );
    let bare = RmsNorm::new(4).gain(false).eps(1e-5);
    assert!(bare.parameters().is_empty());
    assert_close(
        data(&bare.forward(&X)),
        [
            0.242_090_729_298_334_25,
            -0.726_272_187_895_002_8,
            0.968_362_917_193_337,
            1.573_589_740_439_172_8,
        ],
    );
}

#[test]
fn layer_norm_takes_the_mean_off_and_divides_by_the_biased_deviation() {
    let norm = LayerNorm::new(4);
    norm.set_parameters(&[GAIN, BIAS].concat());
    assert_close(
        data(&norm.forward(&X)),
        [
            -0.217_602_596_693_008_5,
            -3.093_712_547_647_410_5,
            0.035_331_169_422_492_93,
            0.708_780_302_340_424_9,
        ],
    );
    assert_close(
        gradient(&norm),
        [
            -0.324_501_414_638_698_8,
            0.466_541_555_037_683_2,
            -1.058_940_351_537_322_6,
            0.916_900_211_138_338_1,
        ],
    );
}

#[test]
fn gain_and_bias_can_be_left_out_each_by_itself() {
    let unbiased = LayerNorm::new(4).bias(false);
    unbiased.set_parameters(&GAIN);
    let full = LayerNorm::new(4);
    full.set_parameters(&[GAIN, BIAS].concat());
    let moved = full
        .forward(&X)
        .iter()
        .zip(BIAS)
        .map(|(y, b)| y.data() - b)
        .collect::<Vec<_>>();
    for (y, expected) in unbiased.forward(&X).iter().zip(moved) {
        assert!((y.data() - expected).abs() < 1e-15);
    }
    assert!(LayerNorm::new(4).affine(false).parameters().is_empty());
    assert_eq!(
        LayerNorm::new(2).affine(false).affine(true).parameters(),
        [1.0, 1.0, 0.0, 0.0]
    );
    assert_eq!(
        RmsNorm::new(2).gain(false).gain(true).parameters(),
        [1.0, 1.0]
    );
}

#[test]
fn equal_signals_stay_finite() {
    let x = [0.0; 3].map(Value::new);
    let y = RmsNorm::new(3).forward(&x);
    assert_eq!(y, [0.0; 3]);
    y[0].backward();
    assert_eq!(x[0].grad(), 67_108_864.0); // 1/√ε = 2²⁶
    assert_eq!(LayerNorm::new(3).forward(&[7.0; 3]), [0.0; 3]);
}

#[test]
fn parameters_have_the_names_and_shapes_of_pytorch() {
    let names = |module: &dyn Module| -> Vec<(String, Vec<usize>)> {
        let tensors = module.tensors();
        tensors
            .iter()
            .map(|t| (t.name().to_owned(), t.shape().to_vec()))
            .collect()
    };
    assert_eq!(names(&RmsNorm::new(3)), [("weight".to_owned(), vec![3])]);
    let expected = [("weight".to_owned(), vec![3]), ("bias".to_owned(), vec![3])];
    assert_eq!(names(&LayerNorm::new(3)), expected);
}
