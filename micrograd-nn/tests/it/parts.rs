//! Linear maps, embeddings and modules in a row.

use micrograd_core::{Graph, Op, Value};
use micrograd_nn::{
    Activation, Dropout, Embedding, Forward, Init, Layer, LayerNorm, Linear, Module, RmsNorm,
    Sequential, Stage,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1337)
}

fn names(module: &dyn Module) -> Vec<String> {
    module
        .named_parameters()
        .into_iter()
        .map(|(name, _)| name)
        .collect()
}

fn shapes(module: &dyn Module) -> Vec<(String, Vec<usize>)> {
    let tensors = module.tensors();
    tensors
        .iter()
        .map(|t| (t.name().to_owned(), t.shape().to_vec()))
        .collect()
}

#[test]
fn a_linear_map_has_the_order_names_and_shapes_of_pytorch() {
    let linear = Linear::new(2, 3, &mut rng());
    assert_eq!(
        names(&linear),
        [
            "weight.0.0",
            "weight.0.1",
            "weight.1.0",
            "weight.1.1",
            "weight.2.0",
            "weight.2.1",
            "bias.0",
            "bias.1",
            "bias.2",
        ]
    );
    let expected = [
        ("weight".to_owned(), vec![3, 2]),
        ("bias".to_owned(), vec![3]),
    ];
    assert_eq!(shapes(&linear), expected);
    let bare = Linear::builder(2, 3).bias(false).build(&mut rng());
    assert_eq!(shapes(&bare), expected[..1]);
}

#[test]
fn a_linear_map_multiplies_by_its_matrix_and_adds_its_bias() {
    let linear = Linear::new(2, 2, &mut rng());
    linear.set_parameters(&[1.0, 2.0, 3.0, 4.0, 10.0, 20.0]);
    let x = [Value::new(5.0), Value::new(-6.0)];
    let y = linear.forward(&x);
    assert_eq!(y, [10.0 + 5.0 - 12.0, 20.0 + 15.0 - 24.0]);
    (&y[0] + &y[1] * 100.0).backward();
    assert_eq!(x.map(|x| x.grad()), [301.0, 402.0]); // Wᵀ(1, 100)
    let gradients: Vec<f64> = linear.parameters().iter().map(Value::grad).collect();
    assert_eq!(gradients, [5.0, -6.0, 500.0, -600.0, 1.0, 100.0]);
}

#[test]
fn a_linear_map_without_bias_records_nothing_in_its_place() {
    let linear = Linear::builder(2, 1).bias(false).build(&mut rng());
    linear.set_parameters(&[3.0, 4.0]);
    let y = linear.forward_one(&[5, 6]);
    assert_eq!(y, 39.0);
    let graph = Graph::of(&y);
    let count = |op| graph.nodes().iter().filter(|node| node.op() == op).count();
    assert_eq!([count(Op::Leaf), count(Op::Mul), count(Op::Add)], [2, 2, 1]);
}

#[test]
fn a_linear_map_and_a_linear_layer_of_the_same_numbers_agree() {
    let linear = Linear::new(3, 2, &mut rng());
    let layer = Layer::new(3, 2, Activation::Linear, &mut rng());
    linear.set_parameters(&[1.5, -2.0, 0.25, 3.0, 0.5, -1.0, 0.125, -0.75]);
    layer.set_parameters(&[1.5, -2.0, 0.25, 0.125, 3.0, 0.5, -1.0, -0.75]);
    let x = [0.3, -1.7, 2.9];
    assert_eq!(linear.forward(&x), layer.forward(&x));
}

#[test]
fn only_the_rows_that_were_looked_up_get_a_gradient() {
    let table = Embedding::with_init(4, 2, Init::Constant(0.5), &mut rng());
    table.set_parameters(&[0.0, 1.0, 10.0, 11.0, 20.0, 21.0, 30.0, 31.0]);
    let rows = table.forward(&[2, 0, 2]);
    assert_eq!(rows, [20.0, 21.0, 0.0, 1.0, 20.0, 21.0]);
    rows.iter().sum::<Value>().backward();
    let gradients: Vec<f64> = table.parameters().iter().map(Value::grad).collect();
    assert_eq!(gradients, [1.0, 1.0, 0.0, 0.0, 2.0, 2.0, 0.0, 0.0]);
    assert_eq!(shapes(&table), [("weight".to_owned(), vec![4, 2])]);
    assert!(table.forward(&[]).is_empty());
}

#[test]
fn an_embedding_begins_normal() {
    let table = Embedding::new(1000, 10, &mut rng());
    let variance = table
        .parameters()
        .iter()
        .map(|p| p.data() * p.data())
        .sum::<f64>()
        / 10_000.0;
    assert!((variance - 1.0).abs() < 0.07, "{variance}"); // 5·√(2/10000)
}

#[test]
fn stages_run_one_after_the_other_and_are_named_by_their_place() {
    let stages = || {
        let rng = &mut rng();
        (
            Linear::new(2, 3, rng),
            Activation::Tanh,
            RmsNorm::new(3),
            Linear::new(3, 1, rng),
        )
    };
    let (first, tanh, norm, last) = stages();
    let x = [0.5, -1.5];
    let expected = last.forward(&norm.forward(&tanh.forward(&first.forward(&x))));

    let tuple = Sequential::new(stages());
    assert_eq!(tuple.forward(&x), expected);
    let (first, tanh, norm, last) = stages();
    let boxed: Vec<Stage> = vec![
        Box::new(first),
        Box::new(tanh),
        Box::new(norm),
        Box::new(last),
    ];
    let boxed = Sequential::new(boxed);
    assert_eq!(boxed.forward(&x), expected);

    let expected = ["0.weight", "0.bias", "2.weight", "3.weight", "3.bias"];
    for module in [&tuple as &dyn Module, &boxed] {
        let shapes = shapes(module);
        let names: Vec<&str> = shapes.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, expected);
        assert_eq!(module.parameters().len(), 6 + 3 + 3 + 3 + 1);
    }
}

#[test]
fn an_embedding_can_begin_a_row_of_stages() {
    let rng = &mut rng();
    let model = Sequential::new((
        Embedding::new(27, 2, rng),
        Linear::new(6, 4, rng),
        Activation::Tanh,
        Linear::new(4, 27, rng),
    ));
    let logits = model.forward(&[0, 5, 13]);
    assert_eq!(logits.len(), 27);
    logits[0].backward();
    let touched = |row: usize| model.stages().0.row(row)[0].grad() != 0.0;
    assert!(touched(0) && touched(5) && touched(13) && !touched(1));
}

#[test]
fn no_stages_hand_on_what_they_are_given() {
    let model = Sequential::new(Vec::<Stage>::new());
    let x = [Value::new(2.0)];
    model.forward(&x)[0].backward();
    assert_eq!(x[0].grad(), 1.0);
}

#[test]
fn twelve_stages_are_a_row_too() {
    let relu = Activation::Relu;
    let negate = Linear::builder(1, 1)
        .init(Init::Constant(-2.0))
        .build(&mut rng());
    let model = Sequential::new((
        relu, relu, relu, relu, relu, relu, relu, relu, relu, relu, relu, negate,
    ));
    assert_eq!(model.forward(&[3.0]), [-6.0]);
    assert_eq!(model.named_parameters()[0].0, "11.weight.0.0");
}

#[test]
fn parts_print_their_names_and_sizes() {
    let rng = &mut rng();
    for (part, expected) in [
        (
            Linear::builder(2, 3).bias(false).build(rng).to_string(),
            "Linear(in_features=2, out_features=3, bias=false)",
        ),
        (Embedding::new(26, 2, rng).to_string(), "Embedding(26, 2)"),
        (RmsNorm::new(8).to_string(), "RMSNorm(8)"),
        (LayerNorm::new(8).to_string(), "LayerNorm(8)"),
        (Dropout::new(0.25, rng).to_string(), "Dropout(0.25)"),
    ] {
        assert_eq!(part, expected);
    }
}
