//! Which handles belong to the same value.

use micrograd_core::{Value, ValueId};

/// For each value, the place of the first one in the list that is the same.
pub(crate) fn first_places(values: &[Value]) -> Vec<usize> {
    let ids: Vec<ValueId> = values.iter().map(Value::id).collect();
    let mut by_id: Vec<usize> = (0..values.len()).collect();
    // Stable, so that the first one stays the first; values that were made in order are sorted already.
    by_id.sort_by_key(|&place| ids[place]);
    let mut places = by_id.clone();
    for same in by_id.chunk_by(|&a, &b| ids[a] == ids[b]) {
        for &place in same {
            places[place] = same[0];
        }
    }
    places
}
