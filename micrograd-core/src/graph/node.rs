//! One node of a graph.

use crate::operations::Op;
use crate::source::Source;
use std::borrow::Cow;
use std::fmt::Write;

/// A node of a [`Graph`](crate::Graph).
///
/// ```
/// use micrograd_core::{Graph, Op, Value, grad};
/// let a = Value::new(3.0).with_name("a");
/// grad! { let y = a * 2; }
/// let graph = Graph::of(&y);
/// assert_eq!(graph.root().op(), Op::Mul);
/// assert_eq!(graph.root().name(), Some("y"));
/// assert_eq!(graph.root().source().unwrap().text(), Some("a * 2"));
/// assert!(graph.nodes()[0].is_leaf());
/// ```
#[derive(Clone, Debug)]
pub struct Node {
    pub(super) op: Op,
    pub(super) call: Option<&'static str>,
    pub(super) operands: Operands,
    pub(super) data: f64,
    pub(super) grad: f64,
    pub(super) name: Option<Cow<'static, str>>,
    pub(super) subscript: Option<u32>,
    pub(super) source: Option<Source>,
}

/// What a [`Node`] was computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NodeOperand {
    /// Another node.
    Node {
        /// Its index in [`Graph::nodes`](crate::Graph::nodes), smaller than that of the node
        /// which uses it.
        index: usize,
        /// ∂node/∂operand.
        partial: f64,
    },
    /// A plain number.
    Number(f64),
    /// A node that is not in this part of the graph.
    LeftOut {
        /// Its data.
        data: f64,
    },
}

/// A few operands without an allocation, or any number with one.
#[derive(Clone, Debug)]
pub(super) enum Operands {
    Few([NodeOperand; 3], u8),
    Many(Box<[NodeOperand]>),
}

impl Operands {
    pub(super) const NONE: Operands = Operands::Few([NodeOperand::Number(0.0); 3], 0);

    /// One more on the right; an operation has at most three.
    pub(super) fn push(&mut self, operand: NodeOperand) {
        if let Operands::Few(operands, count) = self {
            operands[usize::from(*count)] = operand;
            *count += 1;
        }
    }

    pub(super) fn as_slice(&self) -> &[NodeOperand] {
        match self {
            Operands::Few(operands, count) => &operands[..usize::from(*count)],
            Operands::Many(operands) => operands,
        }
    }
}

impl FromIterator<NodeOperand> for Operands {
    fn from_iter<I: IntoIterator<Item = NodeOperand>>(operands: I) -> Self {
        let operands: Box<[NodeOperand]> = operands.into_iter().collect();
        Operands::Many(operands)
    }
}

impl Node {
    /// The operation that made it; [`Op::Leaf`] if none did.
    #[must_use]
    pub fn op(&self) -> Op {
        self.op
    }

    /// The function that it is a call of, by its `apply`; see [`Op::Call`].
    ///
    /// ```
    /// use micrograd_core::{Graph, Value, differentiable};
    /// #[differentiable]
    /// fn area(width: f64, height: f64) -> f64 {
    ///     width * height
    /// }
    /// let y = area::apply(&Value::new(2.0), &Value::new(3.0));
    /// assert_eq!(Graph::of(&y).root().call(), Some("area"));
    /// ```
    #[must_use]
    pub fn call(&self) -> Option<&str> {
        self.call
    }

    /// What it was computed from, from left to right.
    #[must_use]
    pub fn operands(&self) -> &[NodeOperand] {
        self.operands.as_slice()
    }

    /// Its number.
    #[must_use]
    pub fn data(&self) -> f64 {
        self.data
    }

    /// Its gradient, as [`Value::grad`](crate::Value::grad) tells it.
    #[must_use]
    pub fn grad(&self) -> f64 {
        self.grad
    }

    /// Its name, as [`Value::name`](crate::Value::name) tells it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Its name in drawings: with a subscript if several nodes of the graph have the same name, as
    /// the steps of a loop do.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value, grad};
    /// let mut x = Value::new(1.0).with_name("x");
    /// for _ in 0..2 {
    ///     x = (x * 2.0).with_name("x");
    /// }
    /// let labels: Vec<_> = Graph::of(&x).iter().map(|node| node.label().unwrap()).collect();
    /// assert_eq!(labels, ["x₀", "x₁", "x₂"]);
    /// ```
    #[must_use]
    pub fn label(&self) -> Option<String> {
        let mut label = self.name()?.to_owned();
        if let Some(subscript) = self.subscript {
            let digits = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
            for digit in subscript.to_string().bytes() {
                let _ = label.write_char(digits[usize::from(digit - b'0')]);
            }
        }
        Some(label)
    }

    /// Whether it is an input or a parameter: a value that no operation made.
    #[must_use]
    pub fn is_leaf(&self) -> bool {
        self.op == Op::Leaf
    }

    /// Where it was written.
    #[must_use]
    pub fn source(&self) -> Option<Source> {
        self.source
    }
}
