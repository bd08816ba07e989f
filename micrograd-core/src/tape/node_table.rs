//! Numbers for some nodes of a tape, in time and memory that follow from how many they are.

use super::NodeId;

/// A map from nodes to places, in time that does not grow with their number if they lie close together.
pub(super) struct Table {
    lowest: usize,
    /// By distance from the lowest one, or else by position in `far_apart`.
    places: Vec<u32>,
    far_apart: Option<Vec<NodeId>>,
}

impl Table {
    const NONE: u32 = u32::MAX;

    pub(super) fn new(ids: &[NodeId]) -> Self {
        let lowest = ids.first().map_or(0, |id| id.index());
        let span = ids.last().map_or(0, |id| id.index() + 1 - lowest);
        let is_dense = span <= 16 * ids.len() + 64;
        Table {
            lowest,
            places: vec![Self::NONE; if is_dense { span } else { ids.len() }],
            far_apart: (!is_dense).then(|| ids.to_vec()),
        }
    }

    #[inline(always)]
    fn position(&self, id: NodeId) -> usize {
        match &self.far_apart {
            None => id.index().wrapping_sub(self.lowest),
            Some(ids) => ids
                .binary_search_by_key(&id.index(), |id| id.index())
                .unwrap_or(usize::MAX),
        }
    }

    #[inline(always)]
    pub(super) fn get(&self, id: NodeId) -> Option<u32> {
        let place = *self.places.get(self.position(id))?;
        (place != Self::NONE).then_some(place)
    }

    #[inline]
    pub(super) fn set(&mut self, id: NodeId, place: u32) {
        let position = self.position(id);
        self.places[position] = place;
    }
}
