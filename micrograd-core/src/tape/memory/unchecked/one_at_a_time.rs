//! A thread's own data, lent to one caller at a time.

#[cfg(debug_assertions)]
use std::cell::Cell;
use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
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

    /// Runs `f` on what this thread has, which nothing else does meanwhile.
    #[inline(always)]
    pub(in crate::tape) fn with<R>(
        this: &'static LocalKey<Self>,
        f: impl FnOnce(&mut T) -> R,
    ) -> R {
        let thread = Self::of_this_thread(this);
        #[cfg(debug_assertions)]
        let _in_use = InUse::begin(&thread.in_use);
        // SAFETY: nobody else has it, see the invariant.
        f(unsafe { &mut *thread.item.get() })
    }

    /// The same of a task.
    #[inline(always)]
    pub(in crate::tape) fn run<W: Task<T>>(this: &'static LocalKey<Self>, task: W) -> W::Result {
        let thread = Self::of_this_thread(this);
        #[cfg(debug_assertions)]
        let _in_use = InUse::begin(&thread.in_use);
        // SAFETY: nobody else has it, see the invariant.
        task.run(unsafe { &mut *thread.item.get() })
    }

    #[inline(always)]
    fn of_this_thread(this: &'static LocalKey<Self>) -> &'static Self {
        // So short a closure is inlined, and with it the access to the thread's memory.
        let thread = this.with(std::ptr::from_ref);
        // SAFETY: it has no destructor, so it is there as long as its thread, which is this one.
        unsafe { &*thread }
    }
}

/// What is done with an item. Rust has no way to say that a closure is to be inlined: its method can say so.
pub(crate) trait Task<T> {
    type Result;

    fn run(self, item: &mut T) -> Self::Result;
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
