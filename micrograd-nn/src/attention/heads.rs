//! What each head takes from the positions that it sees.

use super::KeyValueCache;
use crate::weighted_sum::weighted_sums;
use crate::{Dropout, Forward, softmax};
use micrograd_core::Value;

/// For each head, one after the other: Σₛ softmaxₛ(q·kₛ/√d)·vₛ over the positions in `seen`, with dropout of the softmax.
#[track_caller]
pub(super) fn mixed(
    mut query: Vec<Value>,
    seen: &KeyValueCache,
    heads: usize,
    dropout: Option<&Dropout>,
) -> Vec<Value> {
    let width = query.len();
    let size = width / heads;
    let scale = 1.0 / number(size).sqrt();
    for q in &mut query {
        *q *= scale;
    }
    let mut mixed = Vec::with_capacity(width);
    for from in (0..width).step_by(size) {
        let head = from..from + size;
        let keys = seen.keys().iter().map(|key| &key[head.clone()]);
        let mut weights = softmax(&weighted_sums(keys, None, &query[head.clone()]));
        if let Some(dropout) = dropout {
            weights = dropout.forward(&weights);
        }
        let values = seen.values()[head].iter().map(Vec::as_slice);
        mixed.extend(weighted_sums(values, None, &weights));
    }
    mixed
}

#[track_caller]
pub(super) fn assert_even_shares(width: usize, heads: usize) {
    assert!(
        width > 0 && heads > 0 && width.is_multiple_of(heads),
        "{width} signals cannot be shared evenly among {heads} heads"
    );
}

#[expect(clippy::cast_precision_loss)] // No head has 2⁵³ signals.
fn number(size: usize) -> f64 {
    size as f64
}
