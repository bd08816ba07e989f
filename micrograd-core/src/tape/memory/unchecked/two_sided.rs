//! Memory that grows on both sides.

use std::mem::MaybeUninit;

/// Memory on both sides of a middle, reached without checks.
#[derive(Debug)]
pub(in crate::tape) struct TwoSided<T> {
    memory: Vec<MaybeUninit<T>>,
    /// In the memory, or dangling if there is none.
    pub(super) middle: *mut T,
    /// How much room there is on either side.
    below: usize,
    above: usize,
}

impl<T: Copy> TwoSided<T> {
    pub(in crate::tape) const fn new() -> Self {
        TwoSided {
            memory: Vec::new(),
            middle: std::ptr::dangling_mut(),
            below: 0,
            above: 0,
        }
    }

    pub(in crate::tape) fn below(&self) -> usize {
        self.below
    }

    pub(in crate::tape) fn above(&self) -> usize {
        self.above
    }

    pub(in crate::tape) fn capacity(&self) -> usize {
        self.memory.capacity()
    }

    /// Gives room for so many items on either side. Of those there are, the innermost so many are kept.
    pub(in crate::tape) fn make_room(&mut self, kept: [usize; 2], below: usize, above: usize) {
        let [kept_below, kept_above] = [kept[0].min(self.below), kept[1].min(self.above)];
        assert!(kept_below <= below && kept_above <= above);
        let mut memory: Vec<MaybeUninit<T>> = Vec::with_capacity(below + above);
        // SAFETY: what may be uninitialised needs no initialisation; what is copied lies within both memories.
        unsafe {
            memory.set_len(below + above);
            let middle = memory.as_mut_ptr().cast::<T>().add(below);
            let kept = self.middle.sub(kept_below);
            middle
                .sub(kept_below)
                .copy_from_nonoverlapping(kept, kept_below + kept_above);
            self.middle = middle;
        }
        self.memory = memory;
        (self.below, self.above) = (below, above);
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(in crate::tape) fn at(&self, index: isize) -> &T {
        self.check(index);
        // SAFETY: see the invariant.
        unsafe { &*self.middle.offset(index) }
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(in crate::tape) fn at_mut(&mut self, index: isize) -> &mut T {
        self.check(index);
        // SAFETY: see the invariant.
        unsafe { &mut *self.middle.offset(index) }
    }

    /// Replaces items: the middle stays in a register, where a loop over `at_mut` would read it each time.
    #[inline(always)]
    pub(in crate::tape) fn replacing(&mut self) -> impl FnMut(isize, T) -> T {
        let (middle, below, above) = (self.middle, self.below, self.above);
        move |index, new| {
            debug_assert!(is_within(index, below, above));
            // SAFETY: see the invariant; the items are borrowed as long as this is.
            unsafe { middle.offset(index).replace(new) }
        }
    }

    #[inline(always)]
    fn check(&self, index: isize) {
        debug_assert!(is_within(index, self.below, self.above));
    }
}

fn is_within(index: isize, below: usize, above: usize) -> bool {
    if index < 0 {
        index.unsigned_abs() <= below
    } else {
        index.unsigned_abs() < above
    }
}
