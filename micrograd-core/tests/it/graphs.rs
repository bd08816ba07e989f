//! What a graph tells of the values it was taken of.

use micrograd_core::{Edge, FoldedBy, Graph, Node, NodeOperand, Op, Value, grad};

/// The result of micrograd's lesson, differentiated, and its leaves.
fn lesson() -> (Value, Value, Value) {
    let a = Value::new(-4.0).with_name("a");
    let b = Value::new(2.0).with_name("b");
    grad! {
        let mut c = a + b;
        let mut d = a * b + b ** 3;
        c += c + 1;
        c += 1 + c + (-a);
        d += d * 2 + (b + a).relu();
        d += 3 * d + (b - a).relu();
        let e = c - d;
        let f = e ** 2;
        let mut g = f / 2.0;
        g += 10.0 / f;
    }
    g.backward();
    (g, a, b)
}

#[test]
fn the_lesson_has_27_nodes_in_the_order_of_recording() {
    let (g, ..) = lesson();
    let graph = Graph::of(&g);
    let counts = graph.counts();
    assert_eq!(
        (counts.nodes, counts.leaves, counts.operations),
        (27, 2, 25)
    );
    assert_eq!((counts.edges, counts.depth), (39, 12));
    for Edge { operand, user, .. } in graph.edges() {
        assert!(operand < user);
    }
    assert_eq!(graph.root().grad(), 1.0);
    assert_eq!(graph.nodes()[0].grad(), 138.833_819_241_982_52);
    let labels: Vec<String> = graph.iter().filter_map(Node::label).collect();
    assert_eq!(
        labels,
        [
            "a", "b", "c₀", "d₀", "c₁", "c₂", "d₁", "d₂", "e", "f", "g₀", "g₁"
        ]
    );
}

#[test]
fn several_roots_share_what_they_have_in_common() {
    let x = Value::new(0.5);
    let shared = x.exp();
    let roots = [&shared * 2.0, &shared * 3.0];
    let graph = Graph::of_all(&roots);
    assert_eq!(graph.nodes().len(), 4);
    assert_eq!(graph.roots(), [2, 3]);
    let twice = Graph::of_all([&roots[1], &roots[1], &x]);
    assert_eq!((twice.nodes().len(), twice.roots()), (3, &[2, 2, 0][..]));
}

#[test]
fn what_lies_between_on_the_tape_is_no_part_of_the_graph() {
    let a = Value::new(1.0);
    let _unrelated: Vec<Value> = (0..100).map(|k| Value::new(f64::from(k)).exp()).collect();
    let b = &a + 1.0;
    let _more: Vec<Value> = (0..100).map(|k| &b * f64::from(k)).collect();
    let c = &a * &b;
    let graph = Graph::of(&c);
    let ops: Vec<Op> = graph.iter().map(Node::op).collect();
    assert_eq!(ops, [Op::Leaf, Op::Add, Op::Mul]);
    let edges: Vec<(usize, usize)> = graph.edges().map(|e| (e.operand, e.user)).collect();
    assert_eq!(edges, [(0, 1), (0, 2), (1, 2)]);
}

#[test]
fn operands_stand_from_left_to_right() {
    let x = Value::new(2.0);
    let operands = |y: &Value| Graph::of(y).root().operands().to_vec();
    let node = |partial| NodeOperand::Node { index: 0, partial };
    assert_eq!(
        operands(&(3.0 - &x)),
        [NodeOperand::Number(3.0), node(-1.0)]
    );
    assert_eq!(operands(&(&x - 3.0)), [node(1.0), NodeOperand::Number(3.0)]);
    assert_eq!(operands(&x.powi(3)), [node(12.0), NodeOperand::Number(3.0)]);
    assert_eq!(
        operands(&x.mul_add(&x, &x)),
        [node(2.0), node(2.0), node(1.0)]
    );
}

#[test]
fn a_part_by_depth_says_what_it_leaves_out() {
    let (g, ..) = lesson();
    let top = Graph::of(&g).within_depth(2);
    assert_eq!(top.counts().depth, 2);
    let left_out = |node: &&Node| {
        node.operands()
            .iter()
            .any(|operand| matches!(operand, NodeOperand::LeftOut { .. }))
    };
    assert_eq!(top.iter().filter(left_out).count(), 1, "{top}");
    assert_eq!(Graph::of(&g).within_depth(0).nodes().len(), 1);
    assert_eq!(Graph::of(&g).within_depth(1000).nodes().len(), 27);
}

#[test]
fn the_named_part_keeps_the_chain_rule() {
    let (g, a, b) = lesson();
    let named = Graph::of(&g).named_only();
    assert_eq!(named.nodes().len(), 12);
    let mut grads = vec![0.0; 12];
    grads[11] = 1.0;
    let edges: Vec<Edge> = named.edges().collect();
    for edge in edges.iter().rev() {
        grads[edge.operand] += edge.partial * grads[edge.user];
    }
    assert!((grads[0] - a.grad()).abs() < 1e-9, "{grads:?}");
    assert!((grads[1] - b.grad()).abs() < 1e-9, "{grads:?}");
}

#[test]
fn a_large_graph_is_summarised_by_line_or_by_layer() {
    let mut x = Value::new(0.5);
    for _ in 0..500 {
        x = 3.7 * &x * (1 - &x);
    }
    let by_line = Graph::of(&x).summary();
    assert_eq!(
        (by_line.folded_by, by_line.groups.len()),
        (FoldedBy::SourceLine, 2)
    );
    assert_eq!(
        by_line.groups[1].operations,
        [(Op::Mul, 1000), (Op::Sub, 500)]
    );

    let weight =
        |layer: usize, k: usize| Value::new(0.1).with_name(format!("layers.{layer}.w.{k}"));
    let mut x: Vec<Value> = vec![Value::new(1.0), Value::new(2.0)];
    for layer in 0..3 {
        let outputs = (0..4).map(|k| {
            let sum: Value = x.iter().map(|x| x * &weight(layer, k)).sum();
            sum.tanh()
        });
        x = outputs.collect();
    }
    let loss = x.iter().map(|x| x.powi(2)).sum::<Value>().ln();
    let by_layer = Graph::of(&loss).summary();
    assert_eq!(by_layer.folded_by, FoldedBy::Layer);
    let titles: Vec<&str> = by_layer
        .groups
        .iter()
        .map(|group| group.title.as_str())
        .collect();
    for layer in ["layers.0", "layers.1", "layers.2"] {
        assert!(titles.contains(&layer), "{titles:?}");
    }
    let of_loss = by_layer.groups.last().unwrap();
    assert!(
        of_loss.operations.iter().any(|(op, _)| *op == Op::Ln),
        "{by_layer}"
    );
    let nodes: usize = by_layer.groups.iter().map(|group| group.nodes).sum();
    assert_eq!(nodes, by_layer.counts.nodes);
}

#[test]
fn a_graph_may_be_as_deep_as_memory_allows() {
    let run = || {
        let mut x = Value::new(1.0).with_name("x");
        for _ in 0..200_000 {
            x += 0.5;
        }
        let graph = Graph::of(&x);
        assert_eq!(graph.depth(), 200_000);
        assert_eq!(graph.named_only().nodes().len(), 2);
        assert_eq!(graph.within_depth(10).nodes().len(), 11);
        assert!(
            graph
                .to_dot()
                .contains("200001 nodes folded by source line to 2 boxes")
        );
    };
    std::thread::Builder::new()
        .stack_size(64 << 10)
        .spawn(run)
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn a_result_of_a_statement_is_drawn_with_its_own_number_after_a_leaf_was_changed() {
    let a = Value::new(3.0);
    let b = Value::new(2.0);
    grad! { let y = a * b + 1; }
    let z = &y * 2.0;
    a.set_data(10.0);
    let graph = Graph::of(&z);
    assert_eq!(graph.root().data(), 14.0);
    let y = graph.iter().find(|node| node.name() == Some("y")).unwrap();
    assert_eq!(y.data(), 7.0);
}
