//! The edges of a graph, with the partials that the chain rule multiplies.

use super::{Graph, NodeOperand};

/// An edge of a [`Graph`]: a node and one of its operands.
///
/// ```
/// use micrograd_core::{Edge, Graph, Value};
/// let (x, y) = (Value::new(3.0), Value::new(4.0));
/// let edges: Vec<Edge> = Graph::of(&(&x * &y)).edges().collect();
/// assert_eq!(edges, [
///     Edge { operand: 0, user: 2, partial: 4.0 },
///     Edge { operand: 1, user: 2, partial: 3.0 },
/// ]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The index of the operand.
    pub operand: usize,
    /// The index of the node that uses it.
    pub user: usize,
    /// ∂user/∂operand through this edge; x·x has two edges.
    pub partial: f64,
}

impl Graph {
    /// All edges, by their users in the order of recording, and from left to right. Plain numbers
    /// have none.
    pub fn edges(&self) -> impl Iterator<Item = Edge> + '_ {
        self.nodes.iter().enumerate().flat_map(|(user, node)| {
            node.operands()
                .iter()
                .filter_map(move |operand| match *operand {
                    NodeOperand::Node { index, partial } => Some(Edge {
                        operand: index,
                        user,
                        partial,
                    }),
                    NodeOperand::Number(_) | NodeOperand::LeftOut { .. } => None,
                })
        })
    }
}
