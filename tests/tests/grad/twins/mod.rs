//! Two programs that must record the same graph: one with `grad!`, one by hand.

#![allow(dead_code)] // A test takes what it needs.

use micrograd_core::{Graph, NodeOperand, Op, Value};

type Recorded = (Op, Vec<NodeOperand>, u64);

fn recorded(root: &Value) -> Vec<Recorded> {
    let graph = Graph::of(root);
    graph
        .nodes()
        .iter()
        .map(|node| (node.op(), node.operands().to_vec(), node.data().to_bits()))
        .collect()
}

/// Asserts that both roots were computed by the same operations on the same operands, node for node.
#[track_caller]
pub(crate) fn assert_twins(written: &Value, by_hand: &Value) {
    assert_eq!(recorded(written), recorded(by_hand));
}

/// The same graph, numbers bit for bit, and the same gradients of every node after `backward`.
#[track_caller]
pub(crate) fn assert_equal_to_the_last_bit(written: &Value, by_hand: &Value, leaves: &[&Value]) {
    let [left, right] = [written, by_hand].map(|root| differentiated(root, leaves));
    assert_eq!(left, right);
}

fn differentiated(root: &Value, leaves: &[&Value]) -> (Vec<String>, Vec<String>) {
    for leaf in leaves {
        leaf.zero_grad();
    }
    root.backward();
    let show = |x: f64| {
        if x.is_nan() {
            "NaN".into()
        } else {
            format!("{x:?}")
        }
    };
    let nodes = Graph::of(root)
        .nodes()
        .iter()
        .map(|node| {
            // Debug shows -0 as such, and all NaNs alike.
            let (op, operands) = (node.op(), node.operands());
            let (data, grad) = (show(node.data()), show(node.grad()));
            format!("{op:?} {operands:?} = {data}, gradient {grad}")
        })
        .collect();
    let gradients = leaves.iter().map(|leaf| show(leaf.grad())).collect();
    (nodes, gradients)
}
