//! Convolutions, PReLU, attention and the transformer block compute what PyTorch's compute, and have its
//! gradients.

use crate::blame::assert_panics;
use crate::layer_numbers as pytorch;
use micrograd_core::Value;
use micrograd_nn::{
    Activation, Conv1d, Conv2d, Forward, Module, MultiHeadAttention, PRelu, TransformerBlock,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1337)
}

/// 0.5·sin(1.3·k + 0.2) for each parameter.
fn fill(module: &impl Module) {
    let count = u32::try_from(module.parameters().len()).expect("few");
    let number = |k| 0.5 * (1.3 * f64::from(k) + 0.2).sin();
    module.set_parameters(&(0..count).map(number).collect::<Vec<_>>());
}

/// cos 0.9·k
fn inputs(count: u32) -> Vec<Value> {
    (0..count)
        .map(|k| Value::new((0.9 * f64::from(k)).cos()))
        .collect()
}

fn rows(values: &[Value], length: usize) -> Vec<Vec<Value>> {
    values.chunks(length).map(<[Value]>::to_vec).collect()
}

#[track_caller]
fn assert_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let error = (found - expected).abs() / expected.abs().max(1.0);
        assert!(error < 1e-12, "number {i}: {found}, not {expected}");
    }
}

/// Compares the outputs, and the gradients of their sum, in which they count 1, 2, 3, … times.
#[track_caller]
fn assert_outputs(outputs: &[Value], expected: &[f64], module: &impl Module, gradient: &[f64]) {
    assert_close(&Value::data_of(outputs), expected);
    let weighted = outputs.iter().zip((1..).map(f64::from));
    weighted
        .map(|(y, factor)| y * factor)
        .sum::<Value>()
        .backward();
    assert_close(&Value::grads_of(&module.parameters()), gradient);
}

#[test]
fn a_convolution_over_lines() {
    let conv = Conv1d::new(2, 2, 3, &mut rng()).stride(2).padding(1);
    fill(&conv);
    let x = inputs(12);
    let outputs = conv.forward(&rows(&x, 6)).concat();
    assert_outputs(
        &outputs,
        &pytorch::CONV1D_OUTPUT,
        &conv,
        &pytorch::CONV1D_GRADIENT,
    );
    assert_close(&Value::grads_of(&x), &pytorch::CONV1D_INPUT_GRADIENT);
    assert_eq!(conv.to_string(), "Conv1d(2, 2, kernel=3)");
}

#[test]
fn a_convolution_over_pictures() {
    let conv = Conv2d::new(2, 2, [2, 3], &mut rng())
        .stride([1, 2])
        .padding([1, 0]);
    fill(&conv);
    let x = inputs(30);
    let channels: Vec<_> = x.chunks(15).map(|channel| rows(channel, 5)).collect();
    let outputs = conv.forward(&channels).concat().concat();
    assert_outputs(
        &outputs,
        &pytorch::CONV2D_OUTPUT,
        &conv,
        &pytorch::CONV2D_GRADIENT,
    );
    assert_close(&Value::grads_of(&x), &pytorch::CONV2D_INPUT_GRADIENT);
    let shapes: Vec<Vec<usize>> = conv.tensors().iter().map(|t| t.shape().to_vec()).collect();
    assert_eq!(shapes, [vec![2, 2, 2, 3], vec![2]]);
    assert_eq!(conv.to_string(), "Conv2d(2, 2, kernel=[2, 3])");
}

#[test]
fn a_convolution_begins_as_pytorch_s_and_may_have_no_bias() {
    let conv = Conv2d::new(4, 8, [3, 3], &mut rng());
    // ±1/√(4·9)
    let numbers = Value::data_of(&conv.parameters());
    assert_eq!(numbers.len(), 8 * 4 * 9 + 8);
    let largest = numbers.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
    assert!((0.16..1.0 / 6.0).contains(&largest), "{largest}");

    let bare = Conv1d::new(1, 1, 3, &mut rng()).padding(3).without_bias();
    bare.set_parameters(&[1.0, 2.0, 3.0]);
    assert_eq!(bare.forward(&[vec![10.0]]), [[0.0, 30.0, 20.0, 10.0, 0.0]]);
}

#[test]
fn a_prelu_learns_its_slopes() {
    let prelu = PRelu::for_each(4);
    fill(&prelu);
    let x = inputs(4);
    let outputs = prelu.forward(&x);
    assert_outputs(
        &outputs,
        &pytorch::PRELU_OUTPUT,
        &prelu,
        &pytorch::PRELU_GRADIENT,
    );
    assert_close(&Value::grads_of(&x), &pytorch::PRELU_INPUT_GRADIENT);
    // PyTorch: the slope at 0 is the weight.
    let zero = Value::new(0.0);
    PRelu::new().forward(std::slice::from_ref(&zero))[0].backward();
    assert_eq!(zero.grad(), 0.25);
}

#[test]
fn attention_without_a_mask_and_across() {
    let attention = MultiHeadAttention::new(4, 2, &mut rng());
    fill(&attention);
    let words = rows(&inputs(12), 4);
    let outputs = attention.forward(&words).concat();
    assert_outputs(
        &outputs,
        &pytorch::ATTENTION_OUTPUT,
        &attention,
        &pytorch::ATTENTION_GRADIENT,
    );

    attention.zero_grad();
    let memory: Vec<Value> = inputs(8).iter().map(|x| x * -1.5 + 0.25).collect();
    let outputs = attention.attend(&words, &rows(&memory, 4)).concat();
    assert_outputs(
        &outputs,
        &pytorch::ACROSS_OUTPUT,
        &attention,
        &pytorch::ACROSS_GRADIENT,
    );
    assert_eq!(attention.to_string(), "MultiHeadAttention(4, heads=2)");
}

#[test]
fn a_transformer_block_with_norms_that_follow_and_no_mask() {
    let block = TransformerBlock::new(4, 2, 5, &mut rng());
    fill(&block);
    let outputs = block.forward(&rows(&inputs(12), 4)).concat();
    assert_outputs(
        &outputs,
        &pytorch::NORMS_LAST_OUTPUT,
        &block,
        &pytorch::NORMS_LAST_GRADIENT,
    );
}

#[test]
fn a_causal_transformer_block_with_norms_that_come_first_and_gelu() {
    let block = TransformerBlock::new(4, 2, 5, &mut rng())
        .norm_first(true)
        .causal(true)
        .activation(Activation::Gelu);
    fill(&block);
    let outputs = block.forward(&rows(&inputs(12), 4)).concat();
    assert_outputs(
        &outputs,
        &pytorch::NORMS_FIRST_OUTPUT,
        &block,
        &pytorch::NORMS_FIRST_GRADIENT,
    );
    assert_eq!(block.tensors()[0].name(), "self_attn.query.weight");
}

#[test]
fn mistakes_are_named() {
    assert_panics(
        "a convolution of the shape [2, 0, 3] is empty; it is [out, in, kernel]",
        || Conv1d::new(0, 2, 3, &mut rng()),
    );
    let conv = Conv1d::new(2, 1, 3, &mut rng());
    assert_panics("a convolution of 2 channels was given 1", || {
        conv.forward(&[vec![1.0; 5]])
    });
    assert_panics("channel 1 has 4 places, and channel 0 has 5", || {
        conv.forward(&[vec![1.0; 5], vec![1.0; 4]])
    });
    assert_panics(
        "a kernel of the size [1, 3] does not fit into a picture of [1, 2] with a padding of [0, 0]",
        || conv.forward(&[vec![1.0; 2], vec![1.0; 2]]),
    );
    assert_panics(
        "a stride of [1, 0] would stand still; it is at least 1",
        || Conv1d::new(2, 1, 3, &mut rng()).stride(0),
    );
    let picture = Conv2d::new(1, 1, [1, 1], &mut rng());
    assert_panics(
        "channel 0 has 2 rows of 2 places, and channel 0 begins with 2 of 3",
        || picture.forward(&[vec![vec![1.0; 3], vec![1.0; 2]]]),
    );
    assert_panics("a PReLU of 3 signals was given 2", || {
        PRelu::for_each(3).forward(&[1.0, 2.0])
    });
    let attention = MultiHeadAttention::new(4, 2, &mut rng());
    assert_panics(
        "attention needs at least 1 position to look at, not 0",
        || attention.attend(&rows(&inputs(4), 4), &[]),
    );
    assert_panics("an attention over 4 signals was given 3", || {
        attention.forward(&rows(&inputs(3), 3))
    });
    assert_panics("6 signals cannot be shared evenly among 4 heads", || {
        TransformerBlock::new(6, 4, 8, &mut rng())
    });
}
