//! Lengths of lists that have to fit.

/// The length of a list that is no longer what it was.
#[derive(Clone, Copy, Debug)]
pub struct Length(pub usize);

impl Length {
    #[inline(always)]
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // It stands for a list only where its length is asked for.
    pub fn len(self) -> usize {
        self.0
    }
}

/// # Panics
///
/// If a list and that of its derivatives differ in length.
#[inline]
#[track_caller]
pub fn check_length(name: &str, length: usize, derivatives: usize) {
    assert!(
        length == derivatives,
        "`{name}` has {length} numbers, and there is room for {derivatives} derivatives"
    );
}

/// # Panics
///
/// If a result and its seed differ in length.
#[inline]
#[track_caller]
pub fn check_seed(length: usize, seed: usize) {
    assert!(
        length == seed,
        "the result has {length} numbers, and its seed {seed}"
    );
}

/// # Panics
///
/// If a list has changed its length.
#[inline]
#[track_caller]
pub fn same_length(before: usize, after: usize) {
    assert!(
        before == after,
        "a list of {before} numbers was replaced by one of {after}: a list under `#[differentiable]` keeps its length"
    );
}
