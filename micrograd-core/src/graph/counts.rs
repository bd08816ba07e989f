//! How large and how deep a graph is.

use super::Graph;
use crate::operations::Op;

/// The size of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GraphCounts {
    /// All nodes: leaves, operations, and the numbers that operations of three operands took in.
    pub nodes: usize,
    /// Inputs and parameters.
    pub leaves: usize,
    /// Results of operations.
    pub operations: usize,
    /// Pairs of a node and an operand; x·x has two.
    pub edges: usize,
    /// The edges of the longest path.
    pub depth: usize,
}

impl Graph {
    /// How large the graph is.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let x = Value::new(1.0);
    /// let counts = Graph::of(&(&x * &x + 1.0)).counts();
    /// assert_eq!((counts.nodes, counts.leaves, counts.operations), (3, 1, 2));
    /// assert_eq!((counts.edges, counts.depth), (3, 2));
    /// ```
    #[must_use]
    pub fn counts(&self) -> GraphCounts {
        let count = |wanted| self.nodes.iter().filter(|node| node.op() == wanted).count();
        let leaves = count(Op::Leaf);
        GraphCounts {
            nodes: self.nodes.len(),
            leaves,
            operations: self.nodes.len() - leaves - count(Op::Constant),
            edges: self.edges().count(),
            depth: self.depth(),
        }
    }

    /// The number of edges of the longest path: how many operations follow on one another.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// assert_eq!(Graph::of(&Value::new(1.0)).depth(), 0);
    /// assert_eq!(Graph::of(&Value::new(1.0).exp().ln()).depth(), 2);
    /// ```
    #[must_use]
    pub fn depth(&self) -> usize {
        let mut depths = vec![0; self.nodes.len()];
        for edge in self.edges() {
            depths[edge.user] = depths[edge.user].max(depths[edge.operand] + 1);
        }
        depths.into_iter().max().unwrap_or(0)
    }
}
