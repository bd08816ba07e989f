//! The stacks of a loop: the way forward pushes numbers, the way back pops them.

use std::vec::Drain;

/// The adjoint of what was pushed last.
///
/// # Panics
///
/// If there is none.
#[inline]
#[track_caller]
pub fn pop<T>(adjoints: &mut Vec<T>) -> T {
    adjoints
        .pop()
        .expect("there is one for each that was pushed")
}

/// What the last runs of a loop have kept, which go over `sequence`.
///
/// # Panics
///
/// If there were fewer.
#[inline]
#[track_caller]
pub fn last<'s, T>(stack: &'s mut Vec<T>, sequence: &impl Iterator) -> Drain<'s, T> {
    let (runs, at_most) = sequence.size_hint();
    debug_assert_eq!(Some(runs), at_most, "all sequences know how long they are");
    stack.drain(stack.len() - runs..)
}

/// What the branch that was taken has handed on.
///
/// # Panics
///
/// If another one was taken.
#[inline]
#[track_caller]
pub fn taken<T>(from: Option<T>) -> T {
    from.expect("this branch was taken")
}
