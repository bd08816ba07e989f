//! Dot products are the sums of products that they stand for, in value, gradient and graph.

use micrograd_core::{Graph, Op, Scalar, Value, gradients};
use std::panic::{self, AssertUnwindSafe};

/// Numbers whose products and sums round.
fn values(count: usize, seed: f64) -> Vec<Value> {
    let mut number = seed;
    let mut values = Vec::new();
    for _ in 0..count {
        number = (number * 997.0 + 0.123).sin();
        values.push(Value::new(number));
    }
    values
}

/// The sum of products as one writes it with operators.
fn written_out(first: Option<&Value>, xs: &[Value], ys: &[Value]) -> Value {
    let mut sum = first.cloned();
    for (x, y) in xs.iter().zip(ys) {
        let product = x * y;
        sum = Some(match sum {
            Some(sum) => sum + product,
            None => product,
        });
    }
    sum.expect("there is a product")
}

#[test]
fn numbers_and_gradients_are_bit_for_bit_those_of_the_written_out_sum() {
    for count in [1, 2, 3, 4, 5, 6, 7, 16, 64, 1000] {
        let (xs, ys) = (values(count, 0.3), values(count, 0.7));
        let bias = Value::new(0.1);
        for first in [None, Some(&bias)] {
            let expected = written_out(first, &xs, &ys);
            let found = match first {
                Some(first) => first.plus_dot(&xs, &ys),
                None => Value::dot(&xs, &ys),
            };
            assert_eq!(found.data().to_bits(), expected.data().to_bits());

            let of = |root: &Value| {
                let leaves: Vec<&Value> = xs.iter().chain(&ys).chain([&bias]).collect();
                for leaf in &leaves {
                    leaf.zero_grad();
                }
                root.backward();
                let grads: Vec<u64> = leaves.iter().map(|leaf| leaf.grad().to_bits()).collect();
                grads
            };
            assert_eq!(of(&found), of(&expected));
        }
    }
}

#[test]
fn its_graph_shows_every_product_and_every_sum() {
    let (xs, ys) = (values(5, 0.3), values(5, 0.7));
    let shape = |root: &Value| {
        let graph = Graph::of(root);
        let nodes = graph.nodes().iter();
        nodes
            .map(|node| (node.op(), node.data()))
            .collect::<Vec<_>>()
    };
    let found = Value::dot(&xs, &ys);
    assert_eq!(shape(&found), shape(&written_out(None, &xs, &ys)));
    for node in Graph::of(&found).nodes() {
        let source = node.source().expect("a recorded node has a source");
        assert!(source.file().ends_with("dot_products.rs"), "{source}");
    }
}

#[test]
fn plain_numbers_stand_beside_values() {
    let xs = [2.0, -3.0, 0.5].map(Value::new);
    let reals = Value::dot(&xs, &[0.25, 1.5, 8.0]);
    assert_eq!(reals, 2.0 * 0.25 - 3.0 * 1.5 + 0.5 * 8.0);
    reals.backward();
    assert_eq!(Value::grads_of(&xs), [0.25, 1.5, 8.0]);

    Value::zero_grads_of(&xs);
    let integers = Value::new(100.0).plus_dot(&xs, &[1, 2, 4]);
    assert_eq!(integers, 100.0 + 2.0 - 6.0 + 2.0);
    integers.backward();
    assert_eq!(Value::grads_of(&xs), [1.0, 2.0, 4.0]);

    assert_eq!(<Value as Scalar>::weighted_sum(&xs, &[1.0, 1.0, 2.0]), 0.0);
}

#[test]
fn a_value_on_both_sides_counts_twice() {
    let xs = [2.0, -3.0, 0.5, 4.0].map(Value::new);
    let squares = Value::dot(&xs, &xs);
    squares.backward();
    assert_eq!(squares, 4.0 + 9.0 + 0.25 + 16.0);
    assert_eq!(Value::grads_of(&xs), [4.0, -6.0, 1.0, 8.0]);
}

#[test]
fn derivatives_of_derivatives_go_through_it() {
    let (x, y) = (Value::new(3.0), Value::new(5.0));
    // f = x·x + y·x² + x·y = (1 + y)·x² + xy
    let square = &x * &x;
    let f = Value::dot(
        &[x.clone(), y.clone(), x.clone()],
        &[x.clone(), square, y.clone()],
    );
    let first = gradients(&f, &[&x]).remove(0);
    assert_eq!(first, 2.0 * 6.0 * 3.0 + 5.0);
    let second = gradients(&first, &[&x, &y]);
    assert_eq!(second, [2.0 * 6.0, 2.0 * 3.0 + 1.0]);
}

#[test]
fn no_products_are_zero_or_what_one_began_with() {
    let none: [Value; 0] = [];
    assert_eq!(Value::dot(&none, &none), 0.0);
    assert_eq!(Value::dot(&none, &none).op(), Op::Leaf);
    let bias = Value::new(2.0);
    bias.plus_dot(&none, &none).backward();
    assert_eq!(bias.grad(), 1.0);
}

#[test]
fn lengths_that_differ_are_named() {
    let message = |mistake: &dyn Fn() -> Value| {
        let panicked = panic::catch_unwind(AssertUnwindSafe(mistake)).expect_err("it panics");
        panicked.downcast_ref::<String>().cloned().expect("a text")
    };
    let xs = values(3, 0.5);
    let lengths = "3 numbers on the left, 2 on the right";
    let dot = message(&|| Value::dot(&xs, &[1.0, 2.0]));
    assert_eq!(dot, format!("dot: {lengths}"));
    let plus_dot = message(&|| xs[0].plus_dot(&xs, &[1.0, 2.0]));
    assert_eq!(plus_dot, format!("plus_dot: {lengths}"));
}

#[test]
fn a_long_run_in_which_nodes_die_and_move_ends_as_with_operators() {
    let run = |dot: &dyn Fn(&[Value], &[Value]) -> Value| {
        let weights = values(4, 0.2);
        let mut state = vec![Value::new(1.0); 4];
        for _ in 0..1000 {
            let dropped = dot(&weights, &state);
            let kept = dot(&weights, &state).tanh();
            drop(dropped);
            state = vec![kept.detach(), kept.clone(), kept, Value::new(0.5)];
        }
        let last = dot(&weights, &state);
        last.backward();
        (last.data(), Value::grads_of(&weights))
    };
    let expected = run(&|xs, ys| written_out(None, xs, ys));
    assert!(
        expected
            .1
            .iter()
            .all(|grad| grad.is_finite() && *grad != 0.0)
    );
    assert_eq!(run(&|xs, ys| Value::dot(xs, ys)), expected);
}
