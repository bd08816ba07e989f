//! Causal self-attention against its formula as Vaswani et al. and PyTorch's documentation write it,
//! computed with 60 digits; gradients by central differences at 60 digits.

use micrograd_core::Value;
use micrograd_nn::{CausalSelfAttention, Forward, KeyValueCache, Module};
use rand::{SeedableRng, rngs::ChaCha8Rng};

const X: [[f64; 4]; 3] = [
    [0.5, -1.25, 2.0, 0.75],
    [-0.5, 1.0, 0.25, -2.0],
    [1.5, 0.125, -1.0, 0.5],
];

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1337)
}

/// Two heads of two signals, with eighths and quarters as parameters: the maps k = 0 (query), 1, 2
/// and 3 have the weights ((7k + 5i + 3j + ijk) mod 11 − 5)/8 and the biases ((3k + 2i) mod 5 − 2)/4.
fn attention() -> CausalSelfAttention {
    let attention = CausalSelfAttention::new(4, 2, &mut rng());
    let mut numbers = Vec::new();
    for k in 0..4 {
        for (i, j) in (0..4).flat_map(|i| (0..4).map(move |j| (i, j))) {
            numbers.push(f64::from((7 * k + 5 * i + 3 * j + i * j * k) % 11 - 5) / 8.0);
        }
        numbers.extend((0..4).map(|i| f64::from((3 * k + 2 * i) % 5 - 2) / 4.0));
    }
    attention.set_parameters(&numbers);
    attention
}

fn sequence() -> Vec<Vec<Value>> {
    X.map(|x| x.map(Value::new).to_vec()).to_vec()
}

/// The sum of all outputs, which count 1, 2, 3, … times.
fn weighted(outputs: &[Vec<Value>]) -> Value {
    let factors = (1..).map(f64::from);
    let terms = outputs.iter().flatten().zip(factors);
    terms.map(|(y, factor)| y * factor).sum()
}

#[track_caller]
fn assert_close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 1e-13 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}

#[test]
fn each_position_takes_from_those_before_it_by_softmax() {
    let expected = [
        [-0.109_375, 0.851_562_5, 0.742_187_5, -0.746_093_75],
        [
            0.586_458_345_024_512_8,
            -0.131_263_142_245_601_73,
            0.455_195_202_778_911_07,
            -0.602_597_601_389_455_5,
        ],
        [
            0.059_543_411_869_729_86,
            0.679_873_155_644_870_2,
            0.739_416_567_514_6,
            -0.744_708_283_757_300_4,
        ],
    ];
    let outputs = attention().forward(&sequence());
    for (y, expected) in outputs.iter().flatten().zip(expected.as_flattened()) {
        assert_close(y.data(), *expected);
    }
}

#[test]
fn the_gradient_flows_to_all_inputs_and_to_all_four_maps() {
    let attention = attention();
    let inputs = sequence();
    weighted(&attention.forward(&inputs)).backward();
    let expected = [
        [
            -0.412_016_561_732_455_66,
            -1.097_196_449_304_89,
            7.165_462_925_304_433,
            -5.136_285_136_696_671,
        ],
        [
            -1.347_070_698_141_056,
            -1.449_479_243_290_162_7,
            2.648_019_871_166_391_6,
            -0.047_881_286_246_637_48,
        ],
        [
            -0.097_064_198_365_540_97,
            0.889_873_465_596_830_9,
            -1.240_135_408_133_959_5,
            0.019_013_048_043_583_58,
        ],
    ];
    for (x, expected) in inputs.iter().flatten().zip(expected.as_flattened()) {
        assert_close(x.grad(), *expected);
    }
    for (name, expected) in [
        ("query.weight.1.2", -1.211_841_694_660_879_5),
        ("key.weight.0.3", 3.760_047_529_027_228),
        ("value.weight.3.0", -1.971_616_320_274_741),
        ("output.weight.2.1", 20.359_968_540_078_304),
    ] {
        let parameters = attention.named_parameters();
        let (_, weight) = parameters.iter().find(|(n, _)| n == name).expect(name);
        assert_close(weight.grad(), expected);
    }
}

#[test]
fn position_by_position_gives_the_same_bits_as_the_whole_sequence() {
    let attention = attention();
    let whole = attention.forward(&sequence());
    let mut past = KeyValueCache::new();
    assert!(past.is_empty());
    for (t, input) in X.iter().enumerate() {
        assert_eq!(past.len(), t);
        assert_eq!(attention.forward_next(input, &mut past), whole[t]);
    }
}

#[test]
fn nothing_flows_from_later_positions() {
    let attention = attention();
    let inputs = sequence();
    let outputs = attention.forward(&inputs);
    weighted(&outputs[..2]).backward();
    assert!(inputs[2].iter().all(|x| x.grad() == 0.0));
    assert!(inputs[1].iter().all(|x| x.grad() != 0.0));
    assert_eq!(attention.forward(&inputs[..2]), outputs[..2]);
}

#[test]
fn a_lonely_position_takes_its_own_value() {
    let attention = attention();
    let query_and_key: Vec<Value> = attention
        .named_parameters()
        .into_iter()
        .filter(|(name, _)| name.starts_with("query") || name.starts_with("key"))
        .map(|(_, parameter)| parameter)
        .collect();
    assert_eq!(query_and_key.len(), 2 * (16 + 4));
    let outputs = attention.forward(&sequence()[..1]);
    weighted(&outputs).backward();
    // softmax of one score is 1, whatever the score.
    assert!(
        query_and_key
            .iter()
            .all(|parameter| parameter.grad() == 0.0)
    );
}

#[test]
fn parameters_are_four_linear_maps() {
    let attention = CausalSelfAttention::new(6, 3, &mut rng());
    let tensors = attention.tensors();
    let shapes: Vec<(&str, &[usize])> = tensors.iter().map(|t| (t.name(), t.shape())).collect();
    assert_eq!(
        shapes,
        [
            ("query.weight", [6, 6].as_slice()),
            ("query.bias", &[6]),
            ("key.weight", &[6, 6]),
            ("key.bias", &[6]),
            ("value.weight", &[6, 6]),
            ("value.bias", &[6]),
            ("output.weight", &[6, 6]),
            ("output.bias", &[6]),
        ]
    );
    assert_eq!(attention.to_string(), "CausalSelfAttention(6, heads=3)");
    assert_eq!((attention.width(), attention.heads()), (6, 3));
}
