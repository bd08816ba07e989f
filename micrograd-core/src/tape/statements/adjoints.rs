//! The adjoints of a sweep on their way down.

use super::chain::Chain;
use super::link::{Link, LinkLayout};
use super::payload::{Layout, NodesOfStatement};
use crate::tape::memory::{Cells, NodeId, Reached};

/// The adjoints on their way down.
pub struct Sweep<'a> {
    pub(in crate::tape) nodes: Reached<'a>,
    /// The lowest operation that something was passed on to.
    pub(in crate::tape) low: NodeId,
}

/// How far a sweep has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Swept {
    /// The lowest operation that something was passed on to.
    low: NodeId,
    /// The node to look at next.
    next: NodeId,
}

impl<'a> Sweep<'a> {
    #[inline(always)]
    pub(in crate::tape) fn new(nodes: &'a mut Cells, top: NodeId) -> Self {
        Sweep {
            nodes: nodes.reach(),
            low: top,
        }
    }

    #[inline(always)]
    pub(crate) fn adjoint_of_operation(&self, id: NodeId) -> f64 {
        self.nodes.operation(id).grad
    }

    #[inline(always)]
    pub(crate) fn adjoint(&self, id: NodeId) -> f64 {
        self.nodes.node(id).grad
    }

    /// After all of an operation of so many nodes.
    #[inline(always)]
    pub(crate) fn past(self, result: NodeId, nodes: usize) -> Swept {
        self.before(result.past(nodes))
    }

    /// With this node to look at next.
    #[inline(always)]
    pub(in crate::tape) fn before(self, next: NodeId) -> Swept {
        Swept {
            low: self.low,
            next,
        }
    }

    #[inline(always)]
    pub(crate) fn add(&mut self, operand: NodeId, adjoint: f64) {
        self.reaches(operand);
        self.nodes.node_mut(operand).grad += adjoint;
    }

    /// Something has been passed on to here.
    #[inline(always)]
    pub(in crate::tape) fn reaches(&mut self, operand: NodeId) {
        self.low = self.low.min(operand);
    }

    /// Sets the adjoint of an operand.
    #[inline(always)]
    pub(crate) fn set_adjoint(&mut self, operand: NodeId, adjoint: f64) {
        self.reaches(operand);
        self.nodes.node_mut(operand).grad = adjoint;
    }

    /// All nodes of the tape.
    #[inline(always)]
    pub(in crate::tape) fn nodes(&mut self) -> Reached<'_> {
        self.nodes.again()
    }

    #[inline(always)]
    pub(crate) fn statement(
        &mut self,
        layout: &'static Layout,
        result: NodeId,
    ) -> NodesOfStatement<'_> {
        NodesOfStatement::new(self.nodes.again(), layout, result)
    }

    #[inline(always)]
    pub(crate) fn chain(&mut self, layout: LinkLayout, result: NodeId) -> Chain<'_> {
        Chain::new(self.nodes.again(), layout, result)
    }

    /// A run of a chain, among those in one extension.
    #[inline(always)]
    pub(crate) fn link(&mut self, layout: LinkLayout, node: NodeId, run: usize) -> Link<'_> {
        Link::new(self.nodes.again(), node, run, layout)
    }

    /// Lets a function do a step, to which the sweep is lent in registers.
    #[inline(always)]
    pub(crate) fn go_on(&mut self, step: impl FnOnce(Sweep<'_>) -> Swept) -> NodeId {
        let Swept { low, next } = step(Sweep {
            nodes: self.nodes.again(),
            low: self.low,
        });
        self.low = low;
        next
    }
}
