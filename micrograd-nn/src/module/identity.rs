//! Which handles are of one and the same value.

use micrograd_core::{Op, Value};

/// For each value, the place of the first one in the list that is the same leaf.
///
/// Leaves are told apart by marks in their gradients, which are put back. The result of an operation
/// is no parameter, and counts as different from all others.
pub(crate) fn first_places(values: &[Value]) -> Vec<usize> {
    let gradients = Value::grads_of(values);
    let mut places: Vec<usize> = (0..values.len()).collect();
    let leaves: Vec<usize> = (0..values.len())
        .filter(|&place| values[place].op() == Op::Leaf)
        .collect();
    // From the end, so that the mark of the first one stays.
    for &place in leaves.iter().rev() {
        values[place].set_grad(as_mark(place));
    }
    for &place in &leaves {
        places[place] = as_place(values[place].grad());
    }
    for &place in &leaves {
        values[place].set_grad(gradients[place]);
    }
    places
}

#[expect(clippy::cast_precision_loss)] // No list has 2⁵³ elements.
fn as_mark(place: usize) -> f64 {
    place as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It was a place.
fn as_place(mark: f64) -> usize {
    mark as usize
}
