//! What a chain takes on the tape, and that it stays what it is when nodes are dropped and moved.

use micrograd_core::{Graph, Op, TapeUsage, Value, grad};

fn sines(count: u32, scale: f64) -> Vec<Value> {
    let angles = (1..=count).map(f64::from);
    angles.map(|x| Value::new(scale * x.sin())).collect()
}

#[test]
fn a_dropped_chain_leaves_nothing_behind() {
    let (xs, ys) = (sines(100, 0.9), sines(100, 1.3));
    let before = TapeUsage::of_this_thread().nodes;
    let mut sum = Value::new(0.0);
    for (x, y) in xs.iter().zip(&ys) {
        grad! { sum += x * y; }
    }
    let clone = sum.clone();
    grad! { sum += xs[0] * ys[0]; }
    drop(sum);
    assert_eq!(clone.op(), Op::Add);
    drop(clone);
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
    drop(Value::new(0.0).plus_dot(&xs, &ys));
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
}

/// The bytes on the tape for each of so many terms.
fn bytes_per_term(nodes_before: usize, terms: usize) -> f64 {
    let nodes = TapeUsage::of_this_thread().nodes - nodes_before;
    #[allow(clippy::cast_precision_loss)] // Both are small.
    let bytes = (nodes * 32) as f64 / terms as f64;
    bytes
}

#[test]
fn a_million_terms_in_a_bounded_number_of_bytes_each() {
    let (x, y) = (Value::new(0.5), Value::new(2.0));
    let before = TapeUsage::of_this_thread().nodes;
    let run = |mut step: Box<dyn FnMut(&mut Value)>| {
        let mut sum = Value::new(0.0);
        (0..1_000_000).for_each(|_| step(&mut sum));
        let bytes = bytes_per_term(before, 1_000_000);
        sum.backward();
        bytes
    };
    let (x2, y2) = (x.clone(), y.clone());
    // Three products share an extension of 32 bytes.
    assert!(run(Box::new(move |sum| grad! { *sum += x2 * y2; })) < 11.0);
    assert_eq!((x.grad(), y.grad()), (2e6, 5e5));
    let x2 = x.clone();
    assert!(run(Box::new(move |sum| grad! { *sum += x2; })) < 11.0);
    let x2 = x.clone();
    // One operand and one number: 16 of the 24 bytes of an extension.
    assert!(run(Box::new(move |sum| grad! { *sum -= x2 * 0.5; })) < 33.0);
    assert_eq!(x.grad(), 2e6 + 1e6 - 5e5);
}

#[test]
fn a_long_total_takes_at_most_sixteen_bytes_for_each_product() {
    let (xs, ys) = (sines(100_000, 0.9), sines(100_000, 1.3));
    let before = TapeUsage::of_this_thread().nodes;
    let total = xs[0].plus_dot(&xs, &ys);
    assert!(bytes_per_term(before, 100_000) <= 16.0);
    total.backward();
    assert_eq!(ys[7].grad(), xs[7].data());
}

/// Records what dies at once below what lives, until the tape has been compacted.
fn force_a_compaction(parameter: &Value) {
    let mut kept = Vec::new();
    for _ in 0..10_000 {
        let before = TapeUsage::of_this_thread().nodes;
        let garbage: Value = (0..50).map(|i| parameter * f64::from(i)).sum();
        kept.push(parameter * 2.0);
        drop(garbage);
        if TapeUsage::of_this_thread().nodes < before {
            return;
        }
    }
    panic!("dead nodes are not compacted away");
}

#[test]
fn compaction_keeps_the_data_the_gradients_and_the_graphs_of_statements_and_chains() {
    let (xs, ys) = (sines(31, 0.9), sines(31, 1.3));
    let garbage = (0..2000)
        .map(|i| Value::new(f64::from(i)).exp())
        .collect::<Vec<_>>();
    let mut sum = Value::new(0.25);
    let start = [sum.clone()];
    let mut kept = Vec::new();
    for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
        grad! {
            sum += (x - y).exp();
            if i % 8 == 7 {
                let statement = x * y + (sum - 1) * 2 - (x * 3 + y * 5).tanh() / 7;
                kept.push(statement.clone());
            }
        }
    }
    let total = sum.plus_dot(&xs, &[1.5; 31]);
    let dot = xs[3].plus_dot(&xs, &ys);
    grad! { let root = total * dot + kept[0] * kept[1] - kept[2] / sum; }
    let leaves: Vec<&Value> = xs.iter().chain(&ys).chain(&start).collect();
    let look = |root: &Value| {
        for leaf in &leaves {
            leaf.zero_grad();
        }
        root.backward();
        let leaves: Vec<f64> = leaves.iter().map(|leaf| leaf.grad()).collect();
        (
            root.data(),
            format!("{:?}", Graph::of(root).nodes()),
            leaves,
        )
    };
    let before = look(&root);
    drop(garbage);
    for _ in 0..3 {
        force_a_compaction(&xs[0]);
        assert_eq!(format!("{:?}", Graph::of(&root).nodes()), {
            // The adjoints of the last sweep have moved with their nodes.
            before.1.clone()
        });
        assert_eq!(look(&root), before);
    }
    // The chain goes on after it has moved.
    grad! { sum += xs[0] * ys[0]; }
    assert_eq!(sum.op(), Op::Add);
}
