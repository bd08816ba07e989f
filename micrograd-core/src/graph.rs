//! The graph that values were made of, copied out to be looked at.

mod copy;
mod counts;
mod display;
mod edges;
mod fold;
mod node;
mod subgraph;
mod subscripts;
mod summary;

pub use counts::GraphCounts;
pub use edges::Edge;
pub(crate) use fold::Fold;
pub use fold::{FoldedBy, GraphGroup};
pub use node::{Node, NodeOperand};
pub use summary::GraphSummary;

use crate::value::Value;

/// Everything that a value was made of, as it is now: a copy that does not keep the values alive.
///
/// ```
/// use micrograd_core::{Graph, NodeOperand, Op, Value, grad};
///
/// let a = Value::new(3.0).with_name("a");
/// grad! { let y = a ** 2 + 1; }
/// y.backward();
///
/// let graph = Graph::of(&y);
/// let ops: Vec<Op> = graph.iter().map(|node| node.op()).collect();
/// assert_eq!(ops, [Op::Leaf, Op::Powi, Op::Add]);
/// assert_eq!(graph.root().operands(), [
///     NodeOperand::Node { index: 1, partial: 1.0 },
///     NodeOperand::Number(1.0),
/// ]);
/// assert_eq!(graph.nodes()[0].grad(), 6.0);
/// ```
///
/// It is drawn by [`to_dot`](Graph::to_dot), [`to_mermaid`](Graph::to_mermaid) and, with the
/// feature `svg`, `to_svg` and `to_html`; [`drawing`](Graph::drawing) has their options.
/// [`trace`](Graph::trace) prints it as a table, [`summary`](Graph::summary) in a few lines, and
/// `Display` as a list of its nodes, or as its summary if it is large.
#[derive(Clone, Debug)]
pub struct Graph {
    nodes: Vec<Node>,
    roots: Vec<usize>,
    /// Edges stand for whole paths of nodes that were left out.
    is_contracted: bool,
}

impl Graph {
    /// The graph below `root`, without recursion, in time proportional to the tape below it.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let x = Value::new(1.0);
    /// assert_eq!(Graph::of(&(&x + &x)).nodes().len(), 2);
    /// ```
    #[must_use]
    pub fn of(root: &Value) -> Self {
        copy::graph_below(&[root.slot()])
    }

    /// The graph below several roots; what they share is in it once.
    ///
    /// # Panics
    ///
    /// If there is no root.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let x = Value::new(1.0);
    /// let graph = Graph::of_all(&[x.sin(), x.cos()]);
    /// assert_eq!(graph.nodes().len(), 3);
    /// assert_eq!(graph.roots(), [1, 2]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn of_all<'a>(roots: impl IntoIterator<Item = &'a Value>) -> Self {
        let slots: Vec<_> = roots.into_iter().map(Value::slot).collect();
        assert!(!slots.is_empty(), "a graph needs at least one root");
        copy::graph_below(&slots)
    }

    /// All nodes in the order of recording: operands before their users, a root last.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The nodes one by one, in the order of recording.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let graph = Graph::of(&(Value::new(2.0) * 3.0));
    /// let data: Vec<f64> = graph.iter().map(|node| node.data()).collect();
    /// assert_eq!(data, [2.0, 6.0]);
    /// ```
    pub fn iter(&self) -> std::slice::Iter<'_, Node> {
        self.nodes.iter()
    }

    /// The value that the graph was taken of; of several, the one that was recorded last.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// assert_eq!(Graph::of(&Value::new(2.0)).root().data(), 2.0);
    /// ```
    #[must_use]
    pub fn root(&self) -> &Node {
        // Every graph has a root, and nothing lies above the last one.
        &self.nodes[self.nodes.len() - 1]
    }

    /// The indices of the values that the graph was taken of, in the order in which they were
    /// given.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// assert_eq!(Graph::of(&Value::new(2.0).exp()).roots(), [1]);
    /// ```
    #[must_use]
    pub fn roots(&self) -> &[usize] {
        &self.roots
    }

    pub(crate) fn is_contracted(&self) -> bool {
        self.is_contracted
    }

    /// What texts call a node: its label, or its number.
    pub(crate) fn reference(&self, index: usize) -> String {
        self.nodes[index].label().unwrap_or(format!("#{index}"))
    }
}

impl<'a> IntoIterator for &'a Graph {
    type Item = &'a Node;
    type IntoIter = std::slice::Iter<'a, Node>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
