//! The tape of this thread, and room on it.

use super::handles::entry::HandleId;
use super::tape::Tape;
use crate::source::Caller;
use crate::tape::memory::{Lent, OneAtATime};
use crate::tape::statements::Site;

thread_local! {
    static TAPE: OneAtATime<Tape> = const { OneAtATime::new(Tape::new()) };
    static END_OF_THREAD: EndOfThread = const { EndOfThread };
}

/// Frees the tape when its thread ends.
struct EndOfThread;

impl Drop for EndOfThread {
    fn drop(&mut self) {
        with(|tape| {
            tape.thread_ends = true;
            if tape.nodes.len() == 0 {
                tape.free_dropped_leaves();
            }
            tape.free_if_unused();
        });
    }
}

/// This thread's tape. Meanwhile nobody may make or drop values.
#[inline(always)]
pub(crate) fn lend() -> Lent<Tape> {
    OneAtATime::lend(&TAPE)
}

/// Runs `f` on this thread's tape. `f` must not make or drop values.
#[inline(always)]
pub(crate) fn with<R>(f: impl FnOnce(&mut Tape) -> R) -> R {
    f(&mut lend())
}

/// Runs `f` on this thread's tape, with room for `count` more nodes.
#[inline(always)]
pub(crate) fn with_room<R>(
    count: usize,
    caller: Caller,
    site: Option<&'static Site>,
    f: impl FnOnce(&mut Tape) -> R,
) -> R {
    make_room(count, caller, site);
    with(f)
}

/// Makes room for `count` more nodes; they may move, so this comes before looking up any.
#[inline(always)]
pub(crate) fn make_room(count: usize, caller: Caller, site: Option<&'static Site>) {
    if !lend().nodes.has_room(count) {
        grow_or_compact(count, caller, site);
    }
}

#[cold]
#[inline(never)]
fn grow_or_compact(count: usize, caller: Caller, site: Option<&'static Site>) {
    let thread_ends = thread_ends();
    let is_in_place = site.is_some_and(Site::is_in_place);
    let has_gone = with(|tape| {
        tape.thread_ends |= thread_ends;
        let moves = !is_in_place && tape.calls.waiting == 0;
        // A compaction visits all handles, of which there may be many more than nodes after a peak.
        if moves && tape.handles.entries() <= 4 * tape.nodes.capacity() {
            tape.compact();
        }
        tape.calls.has_gone()
    });
    if has_gone {
        // What they keep may record when it is dropped: before there is room for what is to come.
        drop_gone();
    }
    let grown = with(|tape| tape.grow(count, !is_in_place));
    // A panic hook may record: the tape is not taken here.
    if let Err(full) = grown {
        panic!("{caller}: {full}");
    }
}

/// A destructor may record when the tape has been freed already: then it is freed as soon as it is empty.
fn thread_ends() -> bool {
    END_OF_THREAD.try_with(|_| ()).is_err()
}

/// Gives a handle back.
#[inline(always)]
pub(crate) fn release(handle: HandleId) {
    if with(|tape| tape.release(handle)) {
        pop();
    }
}

/// Pops what nothing holds, out of the way of those who give back a handle of something else.
#[inline(never)]
fn pop() {
    if with(Tape::pop) {
        drop_gone();
    }
}

/// Makes room for `count` more leaves.
#[cold]
#[inline(never)]
pub(crate) fn make_room_for_leaves(count: usize, caller: Caller) {
    let thread_ends = thread_ends();
    let grown = with(|tape| {
        tape.thread_ends |= thread_ends;
        tape.make_room_for_leaves(count)
    });
    // A panic hook may record: the tape is not taken here.
    if let Err(full) = grown {
        panic!("{caller}: {full}");
    }
}

/// Drops the calls that are gone, with what they keep: that may be values, or have a destructor that uses some.
#[cold]
pub(in crate::tape) fn drop_gone() {
    loop {
        let gone = with(Tape::take_gone);
        if gone.is_empty() {
            return with(Tape::free_if_unused);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::with;
    use crate::{Value, grad};
    use std::cell::RefCell;
    use std::panic;

    #[test]
    #[should_panic(expected = "the tape is full: 1000 live nodes, and a thread can hold 1000")]
    fn a_full_tape_says_so_instead_of_wrapping() {
        with(|tape| tape.limit = 1000);
        let x = Value::new(1.0);
        let mut y = x.clone();
        for _ in 0..1001 {
            y += &x;
        }
    }

    #[test]
    fn a_panic_hook_may_use_values() {
        thread_local! {
            static USED: RefCell<Option<Value>> = const { RefCell::new(None) };
        }
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            USED.with_borrow_mut(|used| match used {
                Some(value) => *value = value.clone(),
                None => usual(info),
            });
        }));
        with(|tape| tape.limit = 1000);
        let x = Value::new(3.0);
        let (by_operators, by_statements) = (x.clone(), x.clone());
        USED.set(Some(x.clone()));
        let full = panic::catch_unwind(|| {
            let mut y = by_operators.clone();
            for _ in 0..1001 {
                y += &by_operators;
            }
        });
        assert!(full.is_err());
        let full = panic::catch_unwind(|| {
            let mut y = by_statements.clone();
            for _ in 0..1001 {
                grad! { y = y * by_statements + y; }
            }
        });
        assert!(full.is_err());
        USED.take();
        drop(panic::take_hook());
        (&x * &x).backward();
        assert_eq!(x.grad(), 6.0);
    }

    #[test]
    fn dead_nodes_do_not_fill_the_tape() {
        with(|tape| tape.limit = 1000);
        let mut state = Value::new(1.0);
        for _ in 0..10_000 {
            state = (&state * 0.5 + 1.0).detach();
        }
        assert_eq!(state, 2.0);
    }
}
