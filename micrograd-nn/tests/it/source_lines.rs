//! What a network and its loss record points at the line of the caller, so that a NaN in a network
//! is blamed on the user's call and not on this crate.

use micrograd_core::{Graph, Value};
use micrograd_nn::{
    Activation, BinaryCrossEntropy, CausalSelfAttention, Conv1d, Conv2d, CrossEntropy, Dropout,
    Embedding, Forward, GruCell, KeyValueCache, Layer, LayerNorm, Linear, LstmCell, Mlp, Module,
    MultiHeadAttention, PRelu, RmsNorm, RnnCell, Sequential, TransformerBlock,
    cosine_embedding_loss, kl_divergence_loss, l2_penalty, max_margin_loss, nll_loss,
    triplet_margin_loss,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};

/// Fails unless each of many nodes was recorded in this file.
#[track_caller]
fn assert_all_here(root: &Value) {
    let graph = Graph::of(root);
    assert!(graph.nodes().len() > 20, "{}", graph.nodes().len());
    for node in graph.nodes() {
        let source = node.source().expect("a recorded node has a source");
        assert!(
            source.file().ends_with("source_lines.rs"),
            "{:?} at {source}",
            node.op()
        );
    }
}

/// `Iterator::sum` would record in Rust's library.
fn sum(values: &[Value]) -> Value {
    let mut sum = Value::new(0.0);
    for value in values {
        sum += value;
    }
    sum
}

#[test]
fn every_node_of_a_training_loss_was_recorded_at_a_line_of_the_caller() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let hidden = Layer::new(2, 3, Activation::Tanh, &mut rng);
    let model = Mlp::new(3, &[4, 1], &mut rng);
    let score = |point: [f64; 2]| model.forward_one(&hidden.forward(&point));

    let scores = [score([0.5, 1.0]), score([-1.0, 2.0])];
    let loss = max_margin_loss(&scores, &[1.0, -1.0]) + l2_penalty(0.1, &model.parameters());

    for node in Graph::of(&loss).nodes() {
        let source = node.source().expect("a recorded node has a source");
        assert!(
            source.file().ends_with("source_lines.rs"),
            "{:?} at {source}",
            node.op()
        );
    }
}

#[test]
fn every_node_of_a_module_of_stages_was_recorded_at_a_line_of_the_caller() {
    let rng = &mut ChaCha8Rng::seed_from_u64(1);
    let model = Sequential::new((
        Embedding::new(5, 2, rng),
        Linear::new(4, 3, rng),
        Linear::builder(3, 3).bias(false).build(rng),
        Dropout::new(0.5, rng),
        RmsNorm::new(3),
        LayerNorm::new(3),
        Activation::Silu,
    ));
    let [a, b, c] = model.forward(&[1, 4]).try_into().expect("three outputs");
    assert_all_here(&(a + b + c));
}

#[test]
fn every_node_of_attention_was_recorded_at_a_line_of_the_caller() {
    let attention = CausalSelfAttention::new(4, 2, &mut ChaCha8Rng::seed_from_u64(1));
    let mut past = KeyValueCache::new();
    let first = attention.forward_next(&[1.0, -0.5, 0.25, 2.0], &mut past);
    let second = attention.forward_next(&first, &mut past);
    let both = attention.forward(&[first, second]);
    assert_all_here(&(&both[0][0] + &both[1][3]));
}

#[test]
fn every_node_of_convolutions_and_blocks_was_recorded_at_a_line_of_the_caller() {
    let rng = &mut ChaCha8Rng::seed_from_u64(1);
    let lines = Conv1d::new(1, 2, 2, rng)
        .padding(1)
        .forward(&[vec![1.0, -2.0, 3.0]]);
    let active = PRelu::new().forward(&lines.concat());
    let picture = Conv2d::new(1, 1, [2, 2], rng).forward(&[vec![active.clone(), active]]);
    assert_all_here(&sum(&picture.concat().concat()));

    let words = [
        Value::leaves_of(&[0.5, -1.0]),
        Value::leaves_of(&[2.0, 0.25]),
    ];
    let across = MultiHeadAttention::new(2, 1, rng).attend(&words[..1], &words);
    let block = TransformerBlock::new(2, 1, 3, rng).causal(true);
    let first = block.norm_first(true).forward(&across);
    let outputs = TransformerBlock::new(2, 2, 3, rng).forward(&first);
    assert_all_here(&sum(&outputs.concat()));
}

#[test]
fn every_node_of_recurrent_cells_was_recorded_at_a_line_of_the_caller() {
    let rng = &mut ChaCha8Rng::seed_from_u64(1);
    let (rnn, gru, lstm) = (
        RnnCell::new(1, 2, rng),
        GruCell::new(2, 2, rng),
        LstmCell::new(2, 2, rng),
    );
    let mut state = lstm.initial_state();
    let (mut a, mut b) = (rnn.initial_state(), gru.initial_state());
    for x in [0.5, -1.0] {
        a = rnn.step(&[x], &a);
        b = gru.step(&a, &b);
        state = lstm.step(&b, &state);
    }
    assert_all_here(&(sum(&state.hidden) + sum(&state.cell)));
}

#[test]
fn every_node_of_the_losses_was_recorded_at_a_line_of_the_caller() {
    let rows = || {
        [
            Value::leaves_of(&[0.5, -1.0, 2.0]),
            Value::leaves_of(&[1.0, 0.25, -2.0]),
        ]
    };
    let options = CrossEntropy::new().label_smoothing(0.1).ignore_label(1);
    let ones = [[0.5, 0.25, 0.25], [0.0, 1.0, 0.0]];
    let mut total = options.mean(&rows(), &[0, 1]);
    total += options.mean_of_distributions(&rows(), &ones);
    total += BinaryCrossEntropy::new()
        .pos_weight(2.0)
        .mean(&rows()[0], &[1.0, 0.5, 0.0]);
    total += nll_loss(&rows(), &[0, 1]);
    total += kl_divergence_loss(&rows(), &ones);
    let [left, right] = rows();
    total += cosine_embedding_loss(&[&left, &left], &[&right, &left], &[-1.0, 1.0], -0.5);
    total += triplet_margin_loss(&[&left], &[&right], &[&left], 1.0);
    assert_all_here(&total);
}
