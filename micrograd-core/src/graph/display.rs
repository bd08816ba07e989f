//! A graph as text.

use super::{Graph, Node, NodeOperand};
use crate::operations::as_written;
use std::fmt;

/// A longer list says less than a summary.
const LONGEST_LIST: usize = 100;

/// A line for each node, `c = a + b = -2.0, grad 1`, or the summary of a large graph.
impl fmt::Display for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.nodes.len() > LONGEST_LIST {
            return write!(f, "{}", self.summary());
        }
        write!(f, "{}", self.counts())?;
        for (index, node) in self.nodes.iter().enumerate() {
            write!(f, "\n  {} = ", self.reference(index))?;
            if let Some(formula) = self.formula(node) {
                write!(f, "{formula} = ")?;
            }
            write!(f, "{:?}, grad {}", node.data(), node.grad())?;
        }
        Ok(())
    }
}

impl Graph {
    /// How a node was computed, in the words of the graph: `a + b`, `#3 ** 2.0`; `None` for a leaf.
    pub(crate) fn formula(&self, node: &Node) -> Option<String> {
        if node.operands().is_empty() {
            return None;
        }
        let operands: Vec<String> = node
            .operands()
            .iter()
            .map(|operand| match *operand {
                NodeOperand::Node { index, .. } => self.reference(index),
                NodeOperand::Number(c) => format!("{c:?}"),
                NodeOperand::LeftOut { .. } => "…".to_owned(),
            })
            .collect();
        Some(if self.is_contracted {
            format!("f({})", operands.join(", "))
        } else {
            as_written(node.op(), node.call(), &operands)
        })
    }
}
