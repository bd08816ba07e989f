//! Where attention and the transformer block leave numbers out: PyTorch's places, and nowhere in evaluation.

use micrograd_core::Value;
use micrograd_nn::{Forward, Module, MultiHeadAttention, ParameterPath, TransformerBlock};
use rand::{SeedableRng, rngs::ChaCha8Rng};

/// What SplitMix64 adds to its state for each number that it draws.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1337)
}

fn words(count: usize, width: usize) -> Vec<Vec<Value>> {
    let number = |t: usize, i: usize| f64::from(u32::try_from(7 * t + 3 * i).unwrap()).sin();
    let word = |t| (0..width).map(|i| Value::new(number(t, i))).collect();
    (0..count).map(word).collect()
}

fn numbers(outputs: &[Vec<Value>]) -> Vec<Vec<f64>> {
    outputs
        .iter()
        .map(|output| Value::data_of(output))
        .collect()
}

/// How many random numbers each of a module's generators draws in a call.
fn draws(module: &impl Module, call: impl FnOnce()) -> Vec<(String, u64)> {
    let states = || {
        let mut states = Vec::new();
        module.visit_generators(&ParameterPath::root(), &mut |path, generator| {
            states.push((path.to_string(), generator.state()));
        });
        states
    };
    let before = states();
    call();
    let count = |((name, now), (_, then)): ((String, u64), (String, u64))| {
        // The inverse of the step modulo 2⁶⁴, by Newton's iteration.
        let inverse = (0..6).fold(STEP, |x, _| {
            x.wrapping_mul(2_u64.wrapping_sub(STEP.wrapping_mul(x)))
        });
        (name, now.wrapping_sub(then).wrapping_mul(inverse))
    };
    states().into_iter().zip(before).map(count).collect()
}

#[test]
fn a_block_drops_the_softmax_both_branches_and_the_hidden_signals() {
    let (positions, width, heads, hidden) = (5, 4, 2, 6);
    let block = TransformerBlock::new(width, heads, hidden, &mut rng()).dropout(0.5, &mut rng());
    let words = words(positions, width);
    let found = draws(&block, || _ = block.forward(&words));
    let softmax = u64::try_from(positions * positions * heads).unwrap();
    let signals = u64::try_from(positions * (width + hidden + width)).unwrap();
    assert_eq!(
        found,
        [
            ("self_attn.dropout".to_owned(), softmax),
            ("dropout".to_owned(), signals)
        ]
    );
    block.set_training(false);
    let found = draws(&block, || _ = block.forward(&words));
    assert!(found.iter().all(|(_, count)| *count == 0), "{found:?}");
}

#[test]
fn in_evaluation_a_block_is_the_one_without_dropout() {
    for (norm_first, causal) in [(false, false), (true, true)] {
        let block = || {
            TransformerBlock::new(4, 2, 6, &mut rng())
                .norm_first(norm_first)
                .causal(causal)
        };
        let (plain, dropping) = (block(), block().dropout(0.5, &mut rng()));
        let words = words(5, 4);
        assert_ne!(
            numbers(&dropping.forward(&words)),
            numbers(&plain.forward(&words))
        );
        dropping.set_training(false);
        assert_eq!(
            numbers(&dropping.forward(&words)),
            numbers(&plain.forward(&words))
        );
    }
}

#[test]
fn if_all_is_left_out_only_the_way_past_the_branches_is_left() {
    let block = TransformerBlock::new(4, 2, 6, &mut rng())
        .norm_first(true)
        .dropout(1.0, &mut rng());
    let words = words(5, 4);
    assert_eq!(numbers(&block.forward(&words)), numbers(&words));
}

#[test]
fn hidden_signals_are_left_out_one_by_one_and_the_rest_doubled() {
    // φ(W₁x + b₁) = 1 for each of 8 hidden signals, and F(x) is their sum.
    let block = TransformerBlock::new(2, 1, 8, &mut rng())
        .norm_first(true)
        .dropout(0.5, &mut rng());
    for (name, value) in block.named_parameters() {
        let is_one = name.starts_with("linear1.bias") || name.starts_with("linear2.weight");
        value.set_data(f64::from(u8::from(is_one)));
    }
    let words = words(20, 2);
    let mut sizes = Vec::new();
    for (output, word) in block.forward(&words).iter().zip(&words) {
        for (y, x) in output.iter().zip(word) {
            // Each hidden signal counts 2, and the sum is doubled or left out.
            let size = (y.data() - x.data()) / 4.0;
            assert!((size - size.round()).abs() < 1e-12 && (0.0..=8.0).contains(&size));
            sizes.push(size.round());
        }
    }
    assert!(
        sizes.iter().any(|size| 0.0 < *size && *size < 8.0),
        "{sizes:?}"
    );
}

#[test]
fn attention_that_leaves_every_look_out_gives_its_bias() {
    let attention = MultiHeadAttention::new(4, 2, &mut rng()).dropout(1.0, &mut rng());
    let bias: Vec<f64> = attention.parameters()[4 * 20 - 4..]
        .iter()
        .map(Value::data)
        .collect();
    let outputs = attention.attend_back(&words(3, 4));
    assert_eq!(numbers(&outputs), vec![bias; 3]);
}
