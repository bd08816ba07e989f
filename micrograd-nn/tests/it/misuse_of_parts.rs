//! Mistakes with the parts of networks panic at the caller's line and name both numbers.

use crate::blame::assert_panics;
use micrograd_nn::{
    Activation, CausalSelfAttention, Dropout, Embedding, Forward, Init, KeyValueCache, Layer,
    LayerNorm, Linear, Mlp, RmsNorm, Sequential,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1)
}

#[test]
fn inputs_of_another_size() {
    let linear = Linear::new(3, 2, &mut rng());
    assert_panics("a linear map of 3 inputs was given 2", || {
        linear.forward(&[1.0, 2.0])
    });
    assert_panics("a norm of 3 signals was given 4", || {
        RmsNorm::new(3).forward(&[1.0; 4])
    });
    assert_panics("a norm of 3 signals was given 0", || {
        LayerNorm::new(3).forward(&[0.0; 0])
    });
    let table = Embedding::new(3, 2, &mut rng());
    assert_panics(
        "an embedding of 3 rows was asked for row 3, counted from 0",
        || table.forward(&[0, 3]),
    );
    assert_panics(
        "an embedding of 3 rows was asked for row 7, counted from 0",
        || table.row(7),
    );
    let model = Sequential::new((Linear::new(2, 3, &mut rng()), Linear::new(2, 1, &mut rng())));
    assert_panics("a linear map of 2 inputs was given 3", || {
        model.forward(&[1.0, 2.0])
    });
}

#[test]
fn parts_without_inputs_or_outputs() {
    assert_panics(
        "a linear map needs at least 1 input and 1 output, not 0 and 2",
        || Linear::new(0, 2, &mut rng()),
    );
    assert_panics(
        "a linear map needs at least 1 input and 1 output, not 2 and 0",
        || Linear::builder(2, 0).build(&mut rng()),
    );
    assert_panics(
        "an embedding needs at least 1 row of 1 number, not 0 of 2",
        || Embedding::new(0, 2, &mut rng()),
    );
    assert_panics("a norm needs at least 1 signal, not 0", || RmsNorm::new(0));
    assert_panics("a norm needs at least 1 signal, not 0", || {
        LayerNorm::new(0)
    });
    assert_panics(
        "a network needs at least 1 layer, not 0 (of 2 inputs)",
        || Mlp::builder(2).build(&mut rng()),
    );
    assert_panics(
        "a layer needs at least 1 neuron, not 0 (of 3 inputs)",
        || {
            let builder = Mlp::builder(2).layer(3, Activation::Relu);
            builder.layer(0, Activation::Relu).build(&mut rng())
        },
    );
    assert_panics("a neuron needs at least 1 input, not 0", || {
        Layer::builder(0, 3, Activation::Relu).build(&mut rng())
    });
}

#[test]
fn numbers_that_no_initialiser_can_use() {
    let build = |init| Linear::builder(1, 1).init(init).build(&mut rng());
    for (init, message) in [
        (
            Init::Uniform(0.0),
            "bound of `Init::Uniform` is 0.0; it must be finite and above 0",
        ),
        (
            Init::Uniform(-1.0),
            "bound of `Init::Uniform` is -1.0; it must be finite and above 0",
        ),
        (
            Init::Normal(f64::INFINITY),
            "deviation of `Init::Normal` is inf; it must be finite and above 0",
        ),
        (
            Init::Constant(f64::NAN),
            "number of `Init::Constant` is NaN; it must be finite",
        ),
    ] {
        assert_panics(&format!("the {message}"), || build(init));
    }
    assert_panics("a layer from 0 to 2 numbers has no weights", || {
        Init::TorchLinear.weight(0, 2, &mut rng())
    });
    assert_panics("a layer needs at least 1 input, not 0", || {
        Init::TorchLinear.bias(0, &mut rng())
    });
}

#[test]
fn probabilities_and_epsilons_out_of_range() {
    for (p, message) in [
        (
            -0.1,
            "the probability of dropout is -0.1; it must be between 0 and 1",
        ),
        (
            1.5,
            "the probability of dropout is 1.5; it must be between 0 and 1",
        ),
        (
            f64::NAN,
            "the probability of dropout is NaN; it must be between 0 and 1",
        ),
    ] {
        assert_panics(message, || Dropout::new(p, &mut rng()));
    }
    assert_panics("eps is -1.0; it must be finite and at least 0", || {
        RmsNorm::new(2).eps(-1.0)
    });
    assert_panics("eps is inf; it must be finite and at least 0", || {
        LayerNorm::new(2).eps(f64::INFINITY)
    });
}

#[test]
fn attention_of_another_size() {
    let attention = CausalSelfAttention::new(4, 2, &mut rng());
    assert_panics("an attention over 4 signals was given 3", || {
        attention.forward_next(&[1.0; 3], &mut KeyValueCache::new())
    });
    assert_panics("an attention over 4 signals was given 5", || {
        attention.forward(&[[1.0; 5].map(Into::into).to_vec()])
    });
    let mut past = KeyValueCache::new();
    CausalSelfAttention::new(2, 2, &mut rng()).forward_next(&[1.0; 2], &mut past);
    assert_panics(
        "a cache of 2 signals was given to an attention over 4",
        || attention.forward_next(&[1.0; 4], &mut past),
    );
    for (width, heads) in [(0, 1), (4, 0), (6, 4)] {
        let message = format!("{width} signals cannot be shared evenly among {heads} heads");
        assert_panics(&message, || {
            CausalSelfAttention::new(width, heads, &mut rng())
        });
    }
}
