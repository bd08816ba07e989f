//! A list reached without checks.

/// A list reached without checks.
#[derive(Clone, Debug, Default)]
pub(in crate::tape) struct Unchecked<T> {
    items: Vec<T>,
}

impl<T> Unchecked<T> {
    pub(in crate::tape) const fn new() -> Self {
        Unchecked { items: Vec::new() }
    }

    pub(in crate::tape) fn capacity(&self) -> usize {
        self.items.capacity()
    }

    pub(in crate::tape) fn as_slice(&self) -> &[T] {
        &self.items
    }

    pub(in crate::tape) fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.items
    }

    pub(in crate::tape) fn reserve_exact(&mut self, more: usize) {
        self.items.reserve_exact(more);
    }

    pub(in crate::tape) fn shrink_to(&mut self, capacity: usize) {
        self.items.shrink_to(capacity);
    }

    pub(in crate::tape) fn resize(&mut self, len: usize, item: T)
    where
        T: Clone,
    {
        self.items.resize(len, item);
    }

    pub(in crate::tape) fn truncate(&mut self, len: usize) {
        self.items.truncate(len);
    }

    /// Appends what there is room for.
    #[inline(always)]
    pub(in crate::tape) fn push(&mut self, item: T) {
        let len = self.items.len();
        debug_assert!(len < self.items.capacity());
        // SAFETY: whoever records has made room for all it records before.
        unsafe {
            self.items.as_mut_ptr().add(len).write(item);
            self.items.set_len(len + 1);
        }
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(in crate::tape) fn at(&self, index: usize) -> &T {
        debug_assert!(index < self.items.len());
        // SAFETY: see the invariant.
        unsafe { self.items.get_unchecked(index) }
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(in crate::tape) fn at_mut(&mut self, index: usize) -> &mut T {
        debug_assert!(index < self.items.len());
        // SAFETY: see the invariant.
        unsafe { self.items.get_unchecked_mut(index) }
    }
}

/// What `f` makes of each number, up to the first of which it makes nothing. A `collect` would look at every number whether there
/// is room, or make a call.
#[inline(always)]
pub(in crate::tape) fn mapped<T: Copy>(
    numbers: &[f64],
    mut f: impl FnMut(f64) -> Option<T>,
) -> Vec<T> {
    let mut made = Vec::with_capacity(numbers.len());
    let room = made.spare_capacity_mut();
    let mut count = 0;
    for (place, &number) in room.iter_mut().zip(numbers) {
        let Some(item) = f(number) else { break };
        place.write(item);
        count += 1;
    }
    // SAFETY: so many have been written.
    unsafe { made.set_len(count) };
    made
}
