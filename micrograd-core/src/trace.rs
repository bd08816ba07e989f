//! Both passes step by step, to be read.

mod table;

use crate::graph::{Graph, NodeOperand};
use crate::operations::{Op, times};
use std::fmt;
use table::Table;

/// The forward and the backward pass of a graph, step by step. Made by [`Graph::trace`];
/// `Display` prints two tables.
///
/// ```
/// use micrograd_core::{Graph, Value, grad};
///
/// let a = Value::new(2.0).with_name("a");
/// let b = Value::new(-3.0).with_name("b");
/// grad! {
///     let c = a * b;
///     let y = c + a;
/// }
/// let trace = Graph::of(&y).trace();
/// assert_eq!(trace.to_string(), "\
/// forward
///   step  value  computed as  data
///      1  a                    2.0
///      2  b                   -3.0
///      3  c      a * b        -6.0
///      4  y      c + a        -4.0
///
/// backward
///   step  from  grad  to  partial  partial × grad  grad there
///      1              y                                     1
///      2  y        1  c         1               1           1
///                     a         1               1           1
///      3  c        1  a        -3              -3          -2
///                     b         2               2           2
/// ");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Trace {
    /// A step for each node, in the order of recording.
    pub forward: Vec<ForwardStep>,
    /// The seeds, and then a step for each operation, in the order of the sweep.
    pub backward: Vec<BackwardStep>,
}

/// A step of the forward pass: a value gets its data.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForwardStep {
    /// The node's index in the graph.
    pub index: usize,
    /// What the trace calls it: its name, with a subscript if there are several, or `#` and its
    /// index.
    pub value: String,
    /// How it was computed, `a * b`; `None` for a leaf.
    pub formula: Option<String>,
    /// Its number.
    pub data: f64,
}

/// A step of the backward pass: an operation passes its gradient on to its operands, each time
/// multiplied by the partial.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackwardStep {
    /// The node's index in the graph.
    pub index: usize,
    /// What the trace calls it.
    pub value: String,
    /// ∂root/∂value, complete by now.
    pub grad: f64,
    /// What each operand gets; nothing where the sweep begins, with a gradient of 1 at the root.
    pub parts: Vec<TracePart>,
}

/// What an operand gets in a [`BackwardStep`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TracePart {
    /// The operand's index in the graph.
    pub index: usize,
    /// What the trace calls it.
    pub operand: String,
    /// ∂value/∂operand.
    pub partial: f64,
    /// partial × grad, where 0·∞ counts as 0.
    pub part: f64,
    /// The operand's gradient after this.
    pub grad: f64,
}

impl Graph {
    /// Both passes step by step, as a table for teaching: the sweep from the roots of the graph,
    /// whether or not `backward` has been called.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let x = Value::new(3.0).with_name("x");
    /// let trace = Graph::of(&(&x * &x)).trace();
    /// assert_eq!(trace.backward[1].parts[1].grad, 6.0);
    /// print!("{trace}");
    /// ```
    #[must_use]
    pub fn trace(&self) -> Trace {
        self.trace_with_grads().0
    }

    /// The passes, and ∂root/∂node for each node at their end.
    pub(crate) fn trace_with_grads(&self) -> (Trace, Vec<f64>) {
        let forward = self.iter().enumerate().map(|(index, node)| ForwardStep {
            index,
            value: self.reference(index),
            formula: self.formula(node),
            data: node.data(),
        });
        let forward = forward.collect();
        let mut grads = vec![0.0; self.nodes().len()];
        let mut backward = Vec::new();
        for &root in self.roots() {
            grads[root] = 1.0;
            backward.push(BackwardStep {
                index: root,
                value: self.reference(root),
                grad: 1.0,
                parts: Vec::new(),
            });
        }
        for index in (0..grads.len()).rev() {
            let parts = self.pass_on(index, &mut grads);
            if !parts.is_empty() {
                backward.push(BackwardStep {
                    index,
                    value: self.reference(index),
                    grad: grads[index],
                    parts,
                });
            }
        }
        (Trace { forward, backward }, grads)
    }

    /// Whether an operand is a value that has a gradient.
    pub(crate) fn passes_grad_to(&self, operand: &NodeOperand) -> bool {
        match *operand {
            NodeOperand::Node { index, .. } => self.nodes()[index].op() != Op::Constant,
            NodeOperand::Number(_) | NodeOperand::LeftOut { .. } => false,
        }
    }

    /// One step of the sweep: what `grads[index]` adds to the operands.
    fn pass_on(&self, index: usize, grads: &mut [f64]) -> Vec<TracePart> {
        let grad = grads[index];
        let mut parts = Vec::new();
        for operand in self.nodes()[index].operands() {
            if let NodeOperand::Node { index, partial } = *operand
                && self.passes_grad_to(operand)
            {
                let part = times(partial, grad);
                grads[index] += part;
                parts.push(TracePart {
                    index,
                    operand: self.reference(index),
                    partial,
                    part,
                    grad: grads[index],
                });
            }
        }
        parts
    }
}

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "forward")?;
        let mut table = Table::new(
            ["step", "value", "computed as", "data"],
            [true, false, false, true],
        );
        for (step, row) in self.forward.iter().enumerate() {
            let formula = row.formula.clone().unwrap_or_default();
            let data = format!("{:?}", row.data);
            table.add([(step + 1).to_string(), row.value.clone(), formula, data]);
        }
        writeln!(f, "{table}")?;
        writeln!(f, "backward")?;
        let titles = [
            "step",
            "from",
            "grad",
            "to",
            "partial",
            "partial × grad",
            "grad there",
        ];
        let mut table = Table::new(titles, [true, false, true, false, true, true, true]);
        for (step, row) in self.backward.iter().enumerate() {
            let mut first = [
                (step + 1).to_string(),
                row.value.clone(),
                row.grad.to_string(),
            ];
            if row.parts.is_empty() {
                let [step, root, seed] = first;
                let none = String::new;
                table.add([step, none(), none(), root, none(), none(), seed]);
                continue;
            }
            for part in &row.parts {
                let [step, from, grad] = std::mem::take(&mut first);
                let to = part.operand.clone();
                let [partial, product, sum] = [part.partial, part.part, part.grad];
                let [partial, product, sum] = [partial, product, sum].map(|x| x.to_string());
                table.add([step, from, grad, to, partial, product, sum]);
            }
        }
        write!(f, "{table}")
    }
}
