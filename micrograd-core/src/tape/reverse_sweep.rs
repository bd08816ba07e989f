//! The reverse sweep: from ∂root/∂root = 1 down to the leaves, once over every node.

use super::Tape;
use super::bits::Bits;
use super::node::{Node, NodeId, Operation, Slope};

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
        if self.edited_below > top {
            self.check_for_edits(root)?;
        }
        self.grads[top] = 1.0;
        let low = if self.lowest_swept > top {
            sweep(&self.nodes, &mut self.grads, top)
        } else {
            sweep_again(&self.nodes, &mut self.grads, &mut self.marks, top)
        };
        self.lowest_swept = self.lowest_swept.min(low);
        Ok(())
    }

    fn check_for_edits(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
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
#[inline(always)] // The one hot loop lives off it.
pub(crate) fn partials(nodes: &[Node], node: &Node, mut visit: impl FnMut(NodeId, f64)) {
    let data = |id: NodeId| nodes[id.index()].data;
    let y = node.data;
    match node.operation() {
        Operation::Leaf | Operation::Constant => {}
        Operation::Unary(_, x, Slope(slope)) => visit(x, slope),
        Operation::Parametric(op, x, c) => visit(x, op.slope(data(x), c, y)),
        Operation::Binary(op, a, b) => {
            let (left, right) = (data(a), data(b));
            visit(a, op.left_partial(left, right, y));
            visit(b, op.right_partial(left, right, y));
        }
        Operation::BinaryWithNumber(op, a, c) => visit(a, op.left_partial(data(a), c, y)),
        Operation::BinaryOfNumber(op, c, b) => visit(b, op.right_partial(c, data(b), y)),
        Operation::Ternary(op, operands) => {
            let [a, b, c] = operands.map(data);
            for (operand, partial) in operands.into_iter().zip(op.partials(a, b, c)) {
                visit(operand, partial);
            }
        }
    }
}
