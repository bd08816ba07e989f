//! Two programs that must record the same graph: one with `grad!`, one by hand.

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
