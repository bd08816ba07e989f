//! Chains: one statement that runs many times in a row on its own result, as `sum += w * x` in a loop. The result is
//! one node. What each run took in lies in extensions below it.
//!
//! A run joins the chain if nothing can tell the difference: the result before is at the top of the tape, and no other
//! handle and no name is on it.

use super::link::{Link, LinkLayout};
use crate::tape::memory::{NodeId, NodeRef, Reached};

/// A chain on its tape, to be read.
pub(crate) struct Chain<'a> {
    nodes: Reached<'a>,
    result: NodeId,
    layout: LinkLayout,
}

impl<'a> Chain<'a> {
    #[inline(always)]
    pub(crate) fn new(nodes: Reached<'a>, layout: LinkLayout, result: NodeId) -> Self {
        Chain {
            nodes,
            result,
            layout,
        }
    }

    /// How often the statement was run.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.nodes.operation(self.result).chain_len()
    }

    /// What it began with.
    #[inline(always)]
    pub(crate) fn first(&self) -> NodeRef {
        let first = self.nodes.operation(self.result).first();
        NodeRef::new(first, self.nodes.node(first).data)
    }

    /// A run, counted from the first.
    pub(crate) fn link(&mut self, run: usize) -> Link<'_> {
        let per_node = self.layout.per_node();
        let below = self.layout.nodes(self.len()) - 1 - run / per_node;
        let node = self.result.below(below);
        Link::new(self.nodes.again(), node, run % per_node, self.layout)
    }
}
