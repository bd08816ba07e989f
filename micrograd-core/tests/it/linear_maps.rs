//! A linear map with an activation is its rows one by one, in value, gradient and graph, and takes two nodes a sum where the
//! factors lie side by side.

use micrograd_core::{Graph, NodeOperand, Op, TapeUsage, Value, gradients, hessian};
use std::panic::{self, AssertUnwindSafe};
use std::thread;

/// Where no leaf is made anew, those that are made one after the other lie side by side.
fn on_a_new_tape<R: Send>(run: impl FnOnce() -> R + Send) -> R {
    thread::scope(|scope| scope.spawn(run).join().expect("it does not panic"))
}

/// Numbers whose products and sums round.
fn numbers(count: usize, seed: f64) -> Vec<f64> {
    let mut number = seed;
    let mut numbers = Vec::new();
    for _ in 0..count {
        number = (number * 997.0 + 0.123).sin();
        numbers.push(number);
    }
    numbers
}

/// Weights row by row, each with its bias behind it, as they are made.
struct Layer(Vec<Vec<Value>>);

impl Layer {
    fn new(inputs: usize, outputs: usize, seed: f64) -> Self {
        let all = Value::leaves_of(&numbers((inputs + 1) * outputs, seed));
        Layer(all.chunks(inputs + 1).map(<[Value]>::to_vec).collect())
    }

    fn outputs(&self, inputs: &[Value], activation: Option<Op>) -> Vec<Value> {
        let rows = self.0.iter().map(|row| {
            let (bias, weights) = row.split_last().expect("there is a bias");
            (Some(bias), weights)
        });
        Value::linear(rows, inputs, activation)
    }

    /// As one writes it with operators.
    fn written_out(&self, inputs: &[Value], activation: fn(&Value) -> Value) -> Vec<Value> {
        let output = |row: &Vec<Value>| {
            let (bias, weights) = row.split_last().expect("there is a bias");
            let mut sum = bias.clone();
            for (w, x) in weights.iter().zip(inputs) {
                sum += w * x;
            }
            activation(&sum)
        };
        self.0.iter().map(output).collect()
    }

    fn parameters(&self) -> Vec<Value> {
        self.0.concat()
    }
}

fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

/// The data of a result, and the gradients of all parameters and inputs.
fn all_bits(root: &Value, leaves: &[Value]) -> Vec<u64> {
    Value::zero_grads_of(leaves);
    root.backward();
    let mut all = vec![root.data()];
    all.extend(Value::grads_of(leaves));
    bits(&all)
}

#[test]
fn numbers_and_gradients_are_bit_for_bit_those_of_the_rows() {
    let check = |inputs, hidden| {
        let (first, second) = (Layer::new(inputs, hidden, 0.3), Layer::new(hidden, 2, 0.7));
        let xs = Value::leaves_of(&numbers(inputs, 0.1));
        let leaves = [first.parameters(), second.parameters(), xs.clone()].concat();

        let signals = first.outputs(&xs, Some(Op::Tanh));
        let outputs = second.outputs(&signals, None);
        let found = &outputs[0] * &outputs[1];

        let signals = first.written_out(&xs, Value::tanh);
        let outputs = second.written_out(&signals, Value::clone);
        let expected = &outputs[0] * &outputs[1];

        assert_eq!(all_bits(&found, &leaves), all_bits(&expected, &leaves));
    };
    for (inputs, hidden) in [(1, 1), (1, 3), (2, 5), (7, 8), (16, 16)] {
        on_a_new_tape(|| check(inputs, hidden));
    }
}

#[test]
fn inputs_anywhere_plain_numbers_and_rows_without_a_bias_give_the_same() {
    let w = Value::leaves_of(&numbers(6, 0.4));
    let bias = Value::new(0.25);
    let numbers = [1.5, -0.75, 3.0];
    let apart: Vec<Value> = numbers
        .iter()
        .map(|x| {
            let x = Value::new(*x);
            let _between = Value::new(0.0);
            x
        })
        .collect();
    let scattered = [w[4].clone(), w[0].clone(), w[2].clone()];
    let rows = [
        (Some(&bias), &w[..3]),
        (None, &w[3..]),
        (Some(&w[5]), &scattered[..]),
        (None, &scattered[..]),
    ];
    let expected: Vec<f64> = rows
        .iter()
        .map(|(bias, weights)| match bias {
            Some(bias) => bias.plus_dot(weights, &numbers).data(),
            None => Value::dot(weights, &numbers).data(),
        })
        .collect();
    assert_eq!(Value::linear(rows, &numbers, None), expected);
    assert_eq!(Value::linear(rows, &apart, None), expected);
    assert_eq!(
        Value::linear(rows, &Value::leaves_of(&numbers), None),
        expected
    );

    // Each weight is a left and a right factor, several times.
    let shifted: Value = Value::linear([(None, &w[..5]); 9], &w[1..], None)
        .iter()
        .sum();
    let row = || w.iter().zip(&w[1..]).map(|(a, b)| a * b).sum::<Value>();
    let written_out: Value = (0..9).map(|_| row()).sum();
    assert_eq!(all_bits(&shifted, &w), all_bits(&written_out, &w));

    let squares = Value::linear([(None, &w[..])], &w, None).remove(0);
    let twice: Vec<f64> = w.iter().map(|w| 2.0 * w.data()).collect();
    Value::zero_grads_of(&w);
    squares.backward();
    assert_eq!(Value::grads_of(&w), twice);
}

#[test]
fn rows_of_all_kinds_among_each_other_are_bit_for_bit_those_of_operators() {
    let xs = Value::leaves_of(&numbers(6, 0.1));
    let w = Value::leaves_of(&numbers(6 * 11, 0.4));
    let biases = Value::leaves_of(&numbers(11, 0.9));
    let backwards: Vec<Value> = w[..6].iter().rev().cloned().collect();
    let rows_where = |has_bias: &dyn Fn(usize) -> bool, scattered: Option<usize>| {
        let mut rows: Vec<(Option<&Value>, &[Value])> = Vec::new();
        for (j, weights) in w.chunks(6).enumerate() {
            let weights = if scattered == Some(j) {
                &backwards
            } else {
                weights
            };
            rows.push((has_bias(j).then_some(&biases[j]), weights));
        }
        rows
    };
    let leaves = [xs.clone(), w.clone(), biases.clone()].concat();
    for rows in [
        rows_where(&|_| false, None),
        rows_where(&|_| false, Some(5)),
        rows_where(&|_| true, Some(9)),
        rows_where(&|j| j < 6, None),
        rows_where(&|j| j % 3 == 0, Some(2)),
    ] {
        let found = Value::linear(rows.iter().copied(), &xs, None);
        let mut expected = Vec::new();
        for (bias, weights) in &rows {
            let products = weights.iter().zip(&xs).map(|(w, x)| w * x);
            expected.push(
                bias.cloned()
                    .into_iter()
                    .chain(products)
                    .reduce(|sum, x| sum + x),
            );
        }
        let total = |outputs: &[Value]| outputs.iter().map(Value::tanh).sum::<Value>();
        let expected: Vec<Value> = expected.into_iter().flatten().collect();
        assert_eq!(
            bits(&Value::data_of(&found)),
            bits(&Value::data_of(&expected))
        );
        assert_eq!(
            all_bits(&total(&found), &leaves),
            all_bits(&total(&expected), &leaves)
        );
    }
}

#[test]
fn its_graph_shows_every_neuron() {
    let layer = Layer::new(3, 2, 0.3);
    let xs = Value::leaves_of(&[1.0, 2.0, 3.0]);
    let listed = |outputs: &[Value]| {
        let graph = Graph::of(&(&outputs[0] + &outputs[1]));
        let nodes = graph.nodes();
        let mut listed = Vec::new();
        for node in nodes {
            let operand = |operand: &NodeOperand| match *operand {
                NodeOperand::Node { index, partial } => (nodes[index].data(), partial),
                ref other => panic!("{other:?} is no node"),
            };
            let operands: Vec<_> = node.operands().iter().map(operand).collect();
            listed.push(format!(
                "{} {:?} of {operands:?}",
                node.op().name(),
                node.data()
            ));
        }
        listed.sort();
        listed
    };
    let found = layer.outputs(&xs, Some(Op::Relu));
    assert_eq!(listed(&found), listed(&layer.written_out(&xs, Value::relu)));
    for node in Graph::of(&found[1]).nodes() {
        let source = node.source().expect("a recorded node has a source");
        assert!(source.file().ends_with("linear_maps.rs"), "{source}");
    }
}

#[test]
fn a_sum_takes_two_nodes_and_an_output_one() {
    let (first, second) = (Layer::new(50, 40, 0.3), Layer::new(40, 30, 0.6));
    let xs = Value::leaves_of(&numbers(50, 0.1));
    let held = &xs[0] * 2.0;
    let before = TapeUsage::of_this_thread().nodes;
    let signals = first.outputs(&xs, Some(Op::Relu));
    let outputs = second.outputs(&signals, Some(Op::Relu));
    let taken = TapeUsage::of_this_thread().nodes - before;
    assert_eq!(taken, 3 * (40 + 30));
    drop((signals, outputs));
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
    assert_eq!(held, 2.0 * xs[0].data());
}

#[test]
fn rows_that_move_stay_rows() {
    let run = |layer: fn(&Layer, &[Value]) -> Vec<Value>| {
        let weights = Layer::new(4, 4, 0.2);
        let mut state = Value::leaves_of(&[1.0, -0.5, 0.25, 2.0]);
        let mut kept = Vec::new();
        let mut top = Value::new(0.0);
        for step in 0..2000 {
            let dropped = layer(&weights, &state);
            let next = layer(&weights, &dropped);
            let detached: Vec<Value> = dropped.iter().map(Value::detach).collect();
            drop(dropped);
            // Held from here to the next step, it keeps the dead from being popped: they go when the tape is full.
            top = &next[0] * top.data();
            if step % 100 == 0 {
                kept.push(next[step % 4].clone());
            }
            state = if step % 10 == 9 { detached } else { next };
        }
        assert!(
            TapeUsage::of_this_thread().nodes < 20_000,
            "no node has moved"
        );
        let total: Value = kept.iter().sum();
        let parameters = weights.parameters();
        // Of each product, the weight stays on the left.
        let graph = Graph::of(&total);
        for node in graph.nodes().iter().filter(|node| node.op() == Op::Mul) {
            let NodeOperand::Node { index, .. } = node.operands()[0] else {
                panic!("{node:?} has a number on the left");
            };
            assert!(graph.nodes()[index].is_leaf(), "{node:?}");
        }
        all_bits(&total, &parameters)
    };
    let expected = on_a_new_tape(|| run(|layer, xs| layer.written_out(xs, Value::tanh)));
    let found = on_a_new_tape(|| run(|layer, xs| layer.outputs(xs, Some(Op::Tanh))));
    assert_eq!(found, expected);
}

#[test]
fn derivatives_of_derivatives_go_through_it() {
    let layer = Layer::new(3, 3, 0.8);
    let xs = numbers(3, 0.4);
    let by = |layer_of: &dyn Fn(&[Value]) -> Vec<Value>| {
        let xs = Value::leaves_of(&xs);
        let outputs = layer_of(&layer_of(&xs));
        let f = &outputs[0] * &outputs[1] + &outputs[2];
        let refs: Vec<&Value> = xs.iter().collect();
        let first = gradients(&f, &refs);
        let second = gradients(&first[1], &refs);
        bits(&Value::data_of(&second))
    };
    let expected = by(&|xs| layer.written_out(xs, Value::tanh));
    assert_eq!(by(&|xs| layer.outputs(xs, Some(Op::Tanh))), expected);

    let squared = |x: &[Value]| Value::dot(x, x);
    assert_eq!(
        hessian(squared, &[1.0, 5.0]),
        vec![vec![2.0, 0.0], vec![0.0, 2.0]]
    );
}

#[test]
fn an_infinite_weight_of_an_output_that_does_not_count_is_no_nan() {
    let w = Value::leaves_of(&[f64::INFINITY, 1.0]);
    let xs = Value::leaves_of(&[0.5, 2.0]);
    let outputs = Value::linear([(None, &w[..]), (Some(&w[1]), &w[..])], &xs, None);
    (&outputs[0] * 0.0 + 3.0 * &xs[1]).backward();
    assert_eq!(xs[1].grad(), 3.0);
    assert_eq!(xs[0].grad(), 0.0);
}

#[test]
fn mistakes_are_named() {
    let message = |mistake: &dyn Fn() -> Vec<Value>| {
        let panicked = panic::catch_unwind(AssertUnwindSafe(mistake)).expect_err("it panics");
        panicked.downcast_ref::<String>().cloned().or_else(|| {
            let text = panicked.downcast_ref::<&str>();
            text.map(|text| (*text).to_owned())
        })
    };
    let w = Value::leaves_of(&[1.0, 2.0]);
    let none: [f64; 0] = [];
    let found = [
        message(&|| Value::linear([(None, &w[..])], &[1.0], None)),
        message(&|| Value::linear([(None, &w[..0])], &none, None)),
        message(&|| Value::linear([(None, &w[..])], &[1.0, 2.0], Some(Op::Add))),
    ];
    let found: Vec<String> = found.map(|text| text.expect("a text")).into();
    assert_eq!(
        found,
        [
            "linear: 2 numbers on the left, 1 on the right",
            "linear: there are no inputs",
            "the activation is add; it has to be an operation of one operand, such as relu",
        ]
    );
}
