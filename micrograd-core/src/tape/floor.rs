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
    /// Nodes below the floor that lost their last handle one after the other, from the lowest one upwards, as those of a
    /// list of leaves do: from one place up to another, which is no longer part of them.
    released: (NodeId, NodeId),
}

impl Floor {
    pub(super) const fn new() -> Self {
        Floor {
            place: NodeId::NONE,
            held_above: 0,
            released: (NodeId::NONE, NodeId::NONE),
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

    /// A node is no longer held.
    #[inline(always)]
    pub(super) fn release(&mut self, node: NodeId) {
        let place = node.place();
        if place >= self.place {
            self.held_above -= 1;
        } else {
            if place != self.released.1 {
                self.released.0 = place;
            }
            self.released.1 = place.after();
        }
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
        self.released = (moved(self.released.0), moved(self.released.1));
    }

    /// How many nodes there are up to the highest one that is held.
    pub(super) fn held_len(&self, nodes: &[Node]) -> usize {
        let end = match self.held_above {
            0 => self.place.index(),
            _ => nodes.len(),
        };
        let released = self.released.0.index()..self.released.1.index();
        let search = |places: Range<usize>| {
            let found = nodes[places.clone()].iter().rposition(Node::is_held);
            found.map(|above| places.start + above + 1)
        };
        let highest = search(released.end..end).or_else(|| search(0..released.start));
        highest.unwrap_or(0)
    }

    /// The tape was cut back to the highest held node.
    pub(super) fn cut(&mut self, end: NodeId) {
        let (from, to) = self.released;
        self.released = (from.min(end), to.min(end));
        self.raise(end);
    }
}
