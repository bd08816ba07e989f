//! What a network and its loss record points at the line of the caller, so that a NaN in a network
//! is blamed on the user's call and not on this crate.

use micrograd_core::Graph;
use micrograd_nn::{
    Activation, CausalSelfAttention, Dropout, Embedding, Forward, KeyValueCache, Layer, LayerNorm,
    Linear, Mlp, Module, RmsNorm, Sequential, l2_penalty, max_margin_loss,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};

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
    let graph = Graph::of(&(a + b + c));
    assert!(graph.nodes().len() > 50);
    for node in graph.nodes() {
        let source = node.source().expect("a recorded node has a source");
        assert!(
            source.file().ends_with("source_lines.rs"),
            "{:?} at {source}",
            node.op()
        );
    }
}

#[test]
fn every_node_of_attention_was_recorded_at_a_line_of_the_caller() {
    let attention = CausalSelfAttention::new(4, 2, &mut ChaCha8Rng::seed_from_u64(1));
    let mut past = KeyValueCache::new();
    let first = attention.forward_next(&[1.0, -0.5, 0.25, 2.0], &mut past);
    let second = attention.forward_next(&first, &mut past);
    let both = attention.forward(&[first, second]);
    let graph = Graph::of(&(&both[0][0] + &both[1][3]));
    assert!(graph.nodes().len() > 50);
    for node in graph.nodes() {
        let source = node.source().expect("a recorded node has a source");
        assert!(
            source.file().ends_with("source_lines.rs"),
            "{:?} at {source}",
            node.op()
        );
    }
}
