//! A thread's own data, lent to one caller at a time.

#[cfg(debug_assertions)]
use std::cell::Cell;
use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::thread::LocalKey;

/// Without a destructor of its own, access costs no check and no call.
pub(in crate::tape) struct OneAtATime<T> {
    item: UnsafeCell<ManuallyDrop<T>>,
    #[cfg(debug_assertions)]
    in_use: Cell<bool>,
}

impl<T> OneAtATime<T> {
    pub(in crate::tape) const fn new(item: T) -> Self {
        OneAtATime {
            item: UnsafeCell::new(ManuallyDrop::new(item)),
            #[cfg(debug_assertions)]
            in_use: Cell::new(false),
        }
    }

    /// What this thread has, which nothing else has meanwhile.
    #[inline(always)]
    pub(in crate::tape) fn lend(this: &'static LocalKey<Self>) -> Lent<T> {
        // So short a closure is inlined, and with it the access to the thread's memory.
        let thread = this.with(std::ptr::from_ref);
        // SAFETY: it has no destructor, so it is there as long as its thread, which is this one.
        let thread: &'static Self = unsafe { &*thread };
        Lent {
            #[cfg(debug_assertions)]
            _in_use: InUse::begin(&thread.in_use),
            item: thread.item.get(),
        }
    }
}

/// What is lent.
pub(crate) struct Lent<T: 'static> {
    item: *mut ManuallyDrop<T>,
    #[cfg(debug_assertions)]
    _in_use: InUse<'static>,
}

impl<T> Deref for Lent<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: nobody else has it, see the invariant.
        unsafe { &*self.item }
    }
}

impl<T> DerefMut for Lent<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: nobody else has it, see the invariant.
        unsafe { &mut *self.item }
    }
}

/// An access in a debug build.
#[cfg(debug_assertions)]
struct InUse<'a>(&'a Cell<bool>);

#[cfg(debug_assertions)]
impl<'a> InUse<'a> {
    fn begin(in_use: &'a Cell<bool>) -> Self {
        assert!(!in_use.replace(true), "the tape is reached twice");
        InUse(in_use)
    }
}

#[cfg(debug_assertions)]
impl Drop for InUse<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}
