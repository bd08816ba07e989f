//! `backward`: one reverse sweep, from ∂root/∂root = 1 down to the leaves.

use crate::tape::memory::NodeId;
use crate::tape::state::{EditedLeaf, Tape, each_operand};
use crate::tape::statements::{sweep, sweep_one};

impl Tape {
    /// Adds ∂root/∂leaf to what each leaf has accumulated, and leaves in every operation that the
    /// root reaches its adjoint.
    pub(crate) fn backward(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
        if root.is_leaf() {
            self.nodes.node_mut(root).grad += 1.0;
            return Ok(());
        }
        let top = root.index();
        self.begin_sweep(root)?;
        self.nodes.at_mut(top).grad = 1.0;
        let low = if self.lowest_swept > top {
            sweep(&mut self.nodes, &self.statements, root)
        } else {
            self.sweep_again(root)
        };
        self.lowest_swept = self.lowest_swept.min(low.index());
        self.tell(|observer, tape| observer.after_sweep(tape, root));
        Ok(())
    }

    pub(in crate::tape) fn begin_sweep(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
        self.check_for_edits(&[root])?;
        self.statements.update();
        Ok(())
    }

    /// Sweeps where earlier sweeps have left adjoints: each operation is set to 0 when it is first
    /// reached, and what the root cannot reach keeps what it has.
    fn sweep_again(&mut self, root: NodeId) -> NodeId {
        let Tape {
            nodes,
            statements,
            calls,
            marks: reached,
            ..
        } = self;
        let mut low = root;
        reached.insert(root.index());
        while let Some(index) = reached.last_below(low.index() + 1) {
            low = NodeId::new(index);
            each_operand(
                &mut nodes.reach(),
                statements,
                calls,
                low,
                |nodes, operand| {
                    if !operand.is_leaf() && reached.insert(operand.index()) {
                        nodes.node_mut(operand).grad = 0.0;
                    }
                },
            );
            reached.remove(index);
            sweep_one(nodes, statements, (low, low));
        }
        low
    }
}
