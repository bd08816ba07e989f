//! The graph that a value was made of, copied out to be looked at.

use crate::operations::Op;
use crate::source::Source;
use crate::tape::{self, Node as TapeNode, NodeId, Operation, Tape, partials};
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
/// let ops: Vec<Op> = graph.nodes().iter().map(|node| node.op()).collect();
/// assert_eq!(ops, [Op::Leaf, Op::Powi, Op::Add]);
/// assert_eq!(graph.root().operands(), [
///     NodeOperand::Node { index: 1, partial: 1.0 },
///     NodeOperand::Number(1.0),
/// ]);
/// assert_eq!(graph.nodes()[0].grad(), 6.0);
/// ```
#[derive(Clone, Debug)]
pub struct Graph {
    nodes: Vec<Node>,
}

/// A node of a [`Graph`].
#[derive(Clone, Debug)]
pub struct Node {
    op: Op,
    operands: Vec<NodeOperand>,
    data: f64,
    grad: f64,
    name: Option<String>,
    source: Option<Source>,
}

/// What a [`Node`] was computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NodeOperand {
    /// Another node.
    Node {
        /// Its index in [`Graph::nodes`], smaller than that of the node which uses it.
        index: usize,
        /// ∂node/∂operand.
        partial: f64,
    },
    /// A plain number.
    Number(f64),
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
        tape::with(|tape| {
            let ids = tape.reachable(&[tape.id(root.slot())]);
            let nodes = ids.iter().map(|&id| Node::copied(tape, id, &ids)).collect();
            Graph { nodes }
        })
    }

    /// All nodes in the order of recording: operands before their users, the root last.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The value that the graph was taken of.
    #[must_use]
    pub fn root(&self) -> &Node {
        self.nodes.last().expect("a graph has a root")
    }
}

impl Node {
    fn copied(tape: &Tape, id: NodeId, ids: &[NodeId]) -> Self {
        let node = tape.node(id);
        Node {
            op: node.code().op(),
            operands: operands(tape, node, ids),
            data: node.data,
            grad: tape.grad(id),
            name: tape.name(id),
            source: node.source.source(),
        }
    }

    /// The operation that made it; [`Op::Leaf`] if none did.
    #[must_use]
    pub fn op(&self) -> Op {
        self.op
    }

    /// What it was computed from, from left to right.
    #[must_use]
    pub fn operands(&self) -> &[NodeOperand] {
        &self.operands
    }

    /// Its number.
    #[must_use]
    pub fn data(&self) -> f64 {
        self.data
    }

    /// Its gradient, as [`Value::grad`] tells it.
    #[must_use]
    pub fn grad(&self) -> f64 {
        self.grad
    }

    /// Its name, as [`Value::name`] tells it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Where it was written.
    #[must_use]
    pub fn source(&self) -> Option<Source> {
        self.source
    }
}

fn operands(tape: &Tape, node: &TapeNode, ids: &[NodeId]) -> Vec<NodeOperand> {
    let mut nodes = Vec::new();
    partials(tape.nodes(), node, |operand, partial| {
        let index = ids
            .binary_search_by_key(&operand.index(), |id| id.index())
            .expect("operands are reachable");
        nodes.push(NodeOperand::Node { index, partial });
    });
    match node.operation() {
        Operation::Parametric(_, _, c) | Operation::BinaryWithNumber(_, _, c) => {
            nodes.push(NodeOperand::Number(c));
        }
        Operation::BinaryOfNumber(_, c, _) => nodes.insert(0, NodeOperand::Number(c)),
        Operation::Leaf
        | Operation::Constant
        | Operation::Unary(..)
        | Operation::Binary(..)
        | Operation::Ternary(..) => {}
    }
    nodes
}
