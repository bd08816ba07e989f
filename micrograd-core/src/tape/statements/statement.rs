//! Statements of `grad!`: what one keeps on the tape is data; its operations and its reverse are known once for each place
//! in the source.

use crate::operations::{Kinds, Op, StepList};
use crate::source::SourceId;
use crate::tape::memory::node::Node;
use crate::tape::memory::node_id::NodeId;
use crate::tape::statements::adjoints::{Sweep, Swept};
use crate::tape::statements::link::LinkLayout;
use crate::tape::statements::payload::Layout;
use crate::tape::statements::registry::Statements;
use crate::tape::statements::site::Site;

/// Passes the adjoint of a result on.
pub(crate) type Reverse = fn(Sweep<'_>, &Statements, NodeId) -> Swept;

/// What there is to know of a kind of statement: of one place in the source, with operands of given kinds.
#[derive(Clone, Copy)]
pub(crate) struct Statement {
    pub(crate) form: Form,
    /// The operation that makes the result.
    pub(crate) op: Op,
    /// Passes regular adjoints on.
    pub(crate) reverse: Reverse,
    /// Its operations, for all who look.
    pub(crate) list: StepList,
    /// What its operands are; of a chain, those of a run.
    pub(crate) kinds: Kinds,
    pub(crate) site: &'static Site,
    /// The name that the result got later than its statement.
    pub(crate) name: Option<&'static str>,
}

impl Statement {
    /// The name of its result: that of its `let`, or the one it got later.
    pub(crate) fn result_name(&self) -> Option<&'static str> {
        let expression = self.site.expressions().last();
        let name = expression.and_then(|last| SourceId::of(last.location()).name());
        name.or(self.name)
    }
}

/// How a statement lies on the tape.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Single(Layout),
    Chain(LinkLayout),
}

impl Form {
    /// How many nodes a statement with this result is made of.
    pub(in crate::tape) fn nodes(self, result: &Node) -> usize {
        match self {
            Form::Single(layout) => layout.nodes(),
            Form::Chain(layout) => layout.nodes(result.chain_len()),
        }
    }

    pub(in crate::tape) fn operands(self, result: &Node) -> usize {
        match self {
            Form::Single(layout) => layout.operands(),
            Form::Chain(layout) => layout.operands(result.chain_len()),
        }
    }

    /// An operand, where `below(k)` is the k-th node below the result.
    #[inline]
    pub(in crate::tape) fn operand<'n>(
        self,
        below: impl Fn(usize) -> &'n Node,
        operand: usize,
    ) -> NodeId {
        match self {
            Form::Single(layout) => layout.operand(below, operand),
            Form::Chain(layout) => layout.operand(below, operand),
        }
    }

    /// Sets an operand; `nodes` go downwards from the result.
    pub(in crate::tape) fn set_operand(self, nodes: &mut [Node], operand: usize, id: NodeId) {
        match self {
            Form::Single(layout) => layout.set_operand(nodes, operand, id),
            Form::Chain(layout) => layout.set_operand(nodes, operand, id),
        }
    }
}
