//! Checks of arguments: one that fails panics at the caller's line.

/// Lengths that differ are the caller's mistake.
#[inline]
#[track_caller]
pub(crate) fn same_length(function: &str, left: usize, right: usize) {
    assert!(
        left == right,
        "{function}: {left} numbers on the left, {right} on the right"
    );
}

#[inline]
#[track_caller]
pub(crate) fn ordered_ends(low: f64, high: f64) {
    assert!(
        low <= high,
        "clamp({low:?}, {high:?}): the lower end must not be above the upper one, nor NaN"
    );
}
