//! Where the part of the tape begins that comes and goes, and what is known of who holds nodes of either part.

use super::{Node, NodeId};
use std::ops::Range;

/// The place where the tape ended when it was last popped, or right above the last leaf: leaves tend to outlive what
/// is computed from them.
///
/// What else is known here saves popping a search.
pub(super) struct Floor {
    place: NodeId,
    /// How many nodes at the floor and above it are held.
    held_above: usize,
}

impl Floor {
    pub(super) const fn new() -> Self {
        Floor {
            place: NodeId::NONE,
            held_above: 0,
        }
    }

    /// Everything up to the end of the tape lies below the floor from now on.
    #[inline(always)]
    pub(super) fn raise(&mut self, end: NodeId) {
        self.place = end;
        self.held_above = 0;
    }

    /// A node at the end of the tape is held now.
    #[inline(always)]
    pub(super) fn hold(&mut self) {
        self.held_above += 1;
    }

    /// Whether a node lies at the floor or above it.
    #[inline(always)]
    pub(super) fn is_above(&self, node: NodeId) -> bool {
        node.place() >= self.place
    }

    /// A node is no longer held; gives whether it lies at the floor or above it.
    #[inline(always)]
    pub(super) fn release(&mut self, node: NodeId) -> bool {
        let is_above = self.is_above(node);
        if is_above {
            self.held_above -= 1;
        }
        is_above
    }

    /// A handle has left a node for one at the end of the tape.
    #[inline(always)]
    pub(super) fn advance(&mut self, old: NodeId) {
        if old.place() < self.place {
            self.held_above += 1;
        }
    }

    /// A handle has left the place right below `new` for it.
    #[inline(always)]
    pub(super) fn advance_by_one(&mut self, new: NodeId) {
        if new == self.place {
            self.held_above += 1;
        }
    }

    /// Nodes have moved.
    pub(super) fn move_along(&mut self, moved: impl Fn(NodeId) -> NodeId) {
        self.place = moved(self.place);
    }

    /// How many nodes there are up to the highest one that is held; those in `released` are not.
    pub(super) fn held_len(&self, nodes: &[Node], released: Range<usize>) -> usize {
        let end = match self.held_above {
            0 => self.place.index(),
            _ => nodes.len(),
        };
        let search = |places: Range<usize>| {
            let found = nodes[places.clone()].iter().rposition(Node::is_held);
            found.map(|above| places.start + above + 1)
        };
        let highest = search(released.end..end).or_else(|| search(0..released.start));
        highest.unwrap_or(0)
    }
}
