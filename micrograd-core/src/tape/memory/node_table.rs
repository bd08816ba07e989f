//! A number for each of some nodes. Time and memory follow the count of these nodes, not the length of the tape.

use super::node_id::NodeId;

/// A map from nodes to numbers, in time that does not grow with their number if they lie close together.
pub(in crate::tape) struct Table {
    leaves: OfOneKind,
    operations: OfOneKind,
}

impl Table {
    pub(in crate::tape) fn new(ids: &[NodeId]) -> Self {
        let (leaves, operations): (Vec<NodeId>, Vec<NodeId>) =
            ids.iter().partition(|id| id.is_leaf());
        Table {
            leaves: OfOneKind::new(leaves.into_iter().map(NodeId::leaf_number).collect()),
            operations: OfOneKind::new(operations.into_iter().map(NodeId::index).collect()),
        }
    }

    #[inline(always)]
    pub(in crate::tape) fn get(&self, id: NodeId) -> Option<u32> {
        if id.is_leaf() {
            self.leaves.get(id.leaf_number())
        } else {
            self.operations.get(id.index())
        }
    }

    #[inline]
    pub(in crate::tape) fn set(&mut self, id: NodeId, number: u32) {
        if id.is_leaf() {
            self.leaves.set(id.leaf_number(), number);
        } else {
            self.operations.set(id.index(), number);
        }
    }
}

/// The same for nodes of one kind.
struct OfOneKind {
    lowest: usize,
    /// By distance from the lowest one, or else by position in `far_apart`.
    numbers: Vec<u32>,
    far_apart: Option<Vec<usize>>,
}

impl OfOneKind {
    const NONE: u32 = u32::MAX;

    fn new(mut indices: Vec<usize>) -> Self {
        indices.sort_unstable();
        let lowest = indices.first().map_or(0, |index| *index);
        let span = indices.last().map_or(0, |index| index + 1 - lowest);
        let is_dense = span <= 16 * indices.len() + 64;
        OfOneKind {
            lowest,
            numbers: vec![Self::NONE; if is_dense { span } else { indices.len() }],
            far_apart: (!is_dense).then_some(indices),
        }
    }

    #[inline(always)]
    fn position(&self, index: usize) -> usize {
        match &self.far_apart {
            None => index.wrapping_sub(self.lowest),
            Some(indices) => indices.binary_search(&index).unwrap_or(usize::MAX),
        }
    }

    #[inline(always)]
    fn get(&self, index: usize) -> Option<u32> {
        let number = *self.numbers.get(self.position(index))?;
        (number != Self::NONE).then_some(number)
    }

    #[inline]
    fn set(&mut self, index: usize, number: u32) {
        let position = self.position(index);
        self.numbers[position] = number;
    }
}
