//! The reverse sweep: from ∂root/∂root = 1 down to the leaves, once over every node.

use super::Tape;
use super::bits::Bits;
use super::node::{Node, NodeId};
use crate::operations::{BinaryRow, ParametricRow, RowVisitor, TernaryRow, UnaryRow};

/// A leaf that was changed after the graph that a sweep was asked for had been recorded.
#[derive(Debug)]
pub(crate) struct EditedLeaf(pub(crate) NodeId);

impl Tape {
    /// Adds ∂root/∂leaf to what each leaf has accumulated, and leaves in every operation that the
    /// root reaches its adjoint.
    pub(crate) fn backward(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
        let top = root.index();
        if self.grads.len() <= top {
            self.grads.resize(top + 1, 0.0);
        }
        if root.is_leaf() {
            self.grads[top] += 1.0;
            return Ok(());
        }
        self.check_for_edits(root)?;
        self.grads[top] = 1.0;
        let low = if self.lowest_swept > top {
            sweep(&self.nodes, &mut self.grads, top)
        } else {
            sweep_again(&self.nodes, &mut self.grads, &mut self.marks, top)
        };
        self.lowest_swept = self.lowest_swept.min(low);
        if self.watch.is_some() {
            self.watch_backward(root);
        }
        Ok(())
    }

    pub(crate) fn check_for_edits(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
        if root.is_leaf() || self.edited_below <= root.index() {
            return Ok(());
        }
        let reachable = self.reachable(&[root]);
        let edited = reachable.into_iter().find(|&id| {
            let edit = self.node(id).last_edit();
            id.is_leaf()
                && edit.generation == self.generation
                && edit.tape_len as usize > root.index()
        });
        edited.map_or(Ok(()), |leaf| Err(EditedLeaf(leaf)))
    }
}

/// Sweeps operations that no earlier sweep has touched: their adjoints are 0. Returns the lowest
/// operation that it reached; what lies below is none of the root's business.
fn sweep(nodes: &[Node], grads: &mut [f64], top: usize) -> usize {
    let mut low = NodeId::new(top, false);
    let mut index = top;
    loop {
        let adjoint = grads[index];
        // By convention an adjoint of 0 passes nothing on, even through an infinite partial.
        if adjoint != 0.0 {
            partials(nodes, &nodes[index], |operand, partial| {
                low = low.min(operand);
                grads[operand.index()] += partial * adjoint;
            });
        }
        if index <= low.index() {
            return index;
        }
        index -= 1;
    }
}

/// Sweeps where earlier sweeps have left adjoints: each operation is set to 0 when it is first
/// reached, and what the root cannot reach keeps what it has.
fn sweep_again(nodes: &[Node], grads: &mut [f64], reached: &mut Bits, top: usize) -> usize {
    let mut low = NodeId::new(top, false);
    reached.insert(top);
    reached.descend(top, |reached, index| {
        reached.remove(index);
        let node = &nodes[index];
        node.each_operand(|operand| {
            low = low.min(operand);
            if !operand.is_leaf() && !reached.contains(operand.index()) {
                reached.insert(operand.index());
                grads[operand.index()] = 0.0;
            }
        });
        let adjoint = grads[index];
        if adjoint != 0.0 {
            partials(nodes, node, |operand, partial| {
                grads[operand.index()] += partial * adjoint;
            });
        }
        low.index()
    });
    low.index()
}

/// Calls `visit` with each operand that is a node, and the node's partial with respect to it.
#[inline(always)]
pub(crate) fn partials(nodes: &[Node], node: &Node, visit: impl FnMut(NodeId, f64)) {
    node.code().visit(Partials { nodes, node, visit });
}

struct Partials<'a, V> {
    nodes: &'a [Node],
    node: &'a Node,
    visit: V,
}

impl<V> Partials<'_, V> {
    #[inline(always)]
    fn data(&self, id: NodeId) -> f64 {
        self.nodes[id.index()].data
    }
}

impl<V: FnMut(NodeId, f64)> RowVisitor for Partials<'_, V> {
    #[inline(always)]
    fn unary<R: UnaryRow>(mut self) {
        (self.visit)(self.node.first(), self.node.number());
    }

    #[inline(always)]
    fn parametric<R: ParametricRow>(mut self) {
        let x = self.node.first();
        let slope = R::slope(self.data(x), self.node.number(), self.node.data);
        (self.visit)(x, slope);
    }

    #[inline(always)]
    fn binary<R: BinaryRow>(mut self) {
        let (a, b) = (self.node.first(), self.node.second());
        let (left, right, y) = (self.data(a), self.data(b), self.node.data);
        (self.visit)(a, R::left_partial(left, right, y));
        (self.visit)(b, R::right_partial(left, right, y));
    }

    #[inline(always)]
    fn binary_with_number<R: BinaryRow>(mut self) {
        let a = self.node.first();
        let partial = R::left_partial(self.data(a), self.node.number(), self.node.data);
        (self.visit)(a, partial);
    }

    #[inline(always)]
    fn binary_of_number<R: BinaryRow>(mut self) {
        let b = self.node.first();
        let partial = R::right_partial(self.node.number(), self.data(b), self.node.data);
        (self.visit)(b, partial);
    }

    #[inline(always)]
    fn ternary<R: TernaryRow>(mut self) {
        let operands = [self.node.first(), self.node.second(), self.node.third()];
        let [a, b, c] = operands.map(|operand| self.data(operand));
        for (operand, partial) in operands.into_iter().zip(R::partials(a, b, c)) {
            (self.visit)(operand, partial);
        }
    }
}
