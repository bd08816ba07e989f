//! Parts of a graph.

use super::node::Operands;
use super::{Graph, NodeOperand};
use crate::operations::times;
use std::collections::BTreeMap;

impl Graph {
    /// The part of the graph that is at most `depth` edges below a root. What it was computed
    /// from further down is [`NodeOperand::LeftOut`].
    ///
    /// ```
    /// # use micrograd_core::{Graph, NodeOperand, Value};
    /// let y = Value::new(0.0).exp().sin().cos();
    /// let top = Graph::of(&y).within_depth(1);
    /// assert_eq!(top.nodes().len(), 2);
    /// assert_eq!(top.nodes()[0].operands(), [NodeOperand::LeftOut { data: 1.0 }]);
    /// ```
    #[must_use]
    pub fn within_depth(&self, depth: usize) -> Graph {
        let mut distance = vec![usize::MAX; self.nodes.len()];
        for &root in &self.roots {
            distance[root] = 0;
        }
        for user in (0..self.nodes.len()).rev() {
            let below = distance[user].saturating_add(1);
            for operand in operand_nodes(self.nodes[user].operands()) {
                distance[operand.0] = distance[operand.0].min(below);
            }
        }
        let kept: Vec<bool> = distance.iter().map(|&d| d <= depth).collect();
        let operands = |graph: &Graph, user: usize, moved: &[usize]| {
            let mut operands = Operands::NONE;
            let all = graph.nodes[user].operands();
            if all.len() > 3 {
                return all
                    .iter()
                    .map(|&o| graph.kept_operand(o, &kept, moved))
                    .collect();
            }
            for &operand in all {
                operands.push(graph.kept_operand(operand, &kept, moved));
            }
            operands
        };
        self.part(&kept, operands, self.is_contracted)
    }

    /// The nodes that have names, and the roots. An edge stands for all paths between two of them
    /// that pass no third one; its partial is that of the chain rule, Σ over the paths of Π over
    /// their edges. Plain numbers and leaves without a name are left out.
    ///
    /// ```
    /// # use micrograd_core::{Graph, NodeOperand, Value, grad};
    /// let x = Value::new(3.0).with_name("x");
    /// grad! { let y = x ** 2 + 5 * x; }
    /// let named = Graph::of(&y).named_only();
    /// assert_eq!(named.nodes().len(), 2);
    /// // ∂y/∂x = 2x + 5
    /// assert_eq!(named.root().operands(), [NodeOperand::Node { index: 0, partial: 11.0 }]);
    /// ```
    #[must_use]
    pub fn named_only(&self) -> Graph {
        let mut kept: Vec<bool> = self
            .nodes
            .iter()
            .map(|node| node.name().is_some())
            .collect();
        for &root in &self.roots {
            kept[root] = true;
        }
        let operands = |graph: &Graph, user: usize, moved: &[usize]| {
            let partials = graph.partials_through(user, &kept);
            partials
                .into_iter()
                .map(|(operand, partial)| NodeOperand::Node {
                    index: moved[operand],
                    partial,
                })
                .collect()
        };
        self.part(&kept, operands, true)
    }

    /// The partials of `user` with respect to the nearest kept nodes below it.
    fn partials_through(&self, user: usize, kept: &[bool]) -> BTreeMap<usize, f64> {
        let mut found = BTreeMap::new();
        let mut pending = BTreeMap::new();
        pending.insert(user, 1.0);
        while let Some((index, adjoint)) = pending.pop_last() {
            for (operand, partial) in operand_nodes(self.nodes[index].operands()) {
                let below = if kept[operand] {
                    &mut found
                } else {
                    &mut pending
                };
                *below.entry(operand).or_insert(0.0) += times(partial, adjoint);
            }
        }
        found
    }

    fn part(
        &self,
        kept: &[bool],
        operands: impl Fn(&Graph, usize, &[usize]) -> Operands,
        is_contracted: bool,
    ) -> Graph {
        let mut moved = vec![usize::MAX; self.nodes.len()];
        let mut nodes = Vec::new();
        for (index, node) in self.nodes.iter().enumerate() {
            if kept[index] {
                moved[index] = nodes.len();
                let mut node = node.clone();
                node.operands = operands(self, index, &moved);
                nodes.push(node);
            }
        }
        Graph {
            nodes,
            roots: self.roots.iter().map(|&root| moved[root]).collect(),
            is_contracted,
        }
    }

    fn kept_operand(&self, operand: NodeOperand, kept: &[bool], moved: &[usize]) -> NodeOperand {
        match operand {
            NodeOperand::Node { index, partial } if kept[index] => NodeOperand::Node {
                index: moved[index],
                partial,
            },
            NodeOperand::Node { index, .. } => NodeOperand::LeftOut {
                data: self.nodes[index].data(),
            },
            NodeOperand::Number(_) | NodeOperand::LeftOut { .. } => operand,
        }
    }
}

fn operand_nodes(operands: &[NodeOperand]) -> impl Iterator<Item = (usize, f64)> + '_ {
    operands.iter().filter_map(|operand| match *operand {
        NodeOperand::Node { index, partial } => Some((index, partial)),
        NodeOperand::Number(_) | NodeOperand::LeftOut { .. } => None,
    })
}
