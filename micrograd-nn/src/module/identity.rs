//! Which handles are of one and the same value.

use micrograd_core::{Value, ValueId};

/// For each value, the place of the first one in the list that is the same.
pub(crate) fn first_places(values: &[Value]) -> Vec<usize> {
    if are_in_order(values) {
        return (0..values.len()).collect();
    }
    let ids: Vec<ValueId> = values.iter().map(Value::id).collect();
    let mut by_id: Vec<usize> = (0..values.len()).collect();
    // Stable, so that the first one stays the first.
    by_id.sort_by_key(|&place| ids[place]);
    let mut places = by_id.clone();
    for same in by_id.chunk_by(|&a, &b| ids[a] == ids[b]) {
        for &place in same {
            places[place] = same[0];
        }
    }
    places
}

/// Whether no value can be there twice, since each was made after the one before: the usual case.
fn are_in_order(values: &[Value]) -> bool {
    values.is_sorted_by(|a, b| a.id() > b.id())
}
