//! The tape of a thread, and its nodes and handles in blocks of memory, reached without checks.
//!
//! All unsafe code of the workspace is in this module. (simba declares two methods of its traits unsafe; ours do nothing
//! unsafe.) BENCHMARKS.md says what it gains, and how that was measured. The tests of the tape run under valgrind.
//!
//! # The invariant
//!
//! An index that reaches a node came from the tape that holds the node, and the node is still there. Safe code cannot
//! break this. Each part of it rests on one of these:
//!
//! **Indices.**
//! - A node stores the indices of its operands. Those of operations are smaller than its own, and operations are popped from the top
//!   only, so a node never outlives them. Compaction keeps what a kept node uses, and moves indices with operations.
//! - Leaves do not move. A leaf is made anew, or its memory is given back, when no handle holds it and no operation on the tape, dead
//!   ones included, has it as an operand. Its handle has its number with the other sign.
//! - The entry of a handle stores the index of a held node. Held operations are neither popped nor compacted away. Only a [`Value`](crate::Value)
//!   knows the number of its entry. A value is not `Send`; it counts as one handle until it is dropped, also when it is
//!   forgotten; the count of handles does not overflow.
//! - The extensions of a statement lie right below its result and live as long as it does.
//! - What is reached for as an operation is none of the leaves.
//! - A set of nodes has room for all that the tape has room for.
//! - The lowest byte of a node's tag was made from a [`Code`].
//!
//! **One access at a time.** No code of the user runs while the tape is lent, by [`lend`] or to a closure by [`with`]:
//! - operands are evaluated before, and the traits that are asked for them are sealed ([`Sealed`](crate::sealed::Sealed));
//! - closures given to a public function run outside of it;
//! - a panic that safe code can cause comes when the tape has been given back, because a panic hook is code of the user;
//! - the tape has no destructor, so it is there as long as its thread, also for the destructors of thread locals.
//!
//! **Statements.** A node of a statement names its code by a number, and the code is for one layout. A statement is recorded with
//! a [`Site`] only. Who makes a site promises that the kinds of the operands decide about the layout; see [`Expanded`]. A sweep
//! has learnt of every statement that is on its tape before it begins. Who appends the nodes of a statement writes all words of its
//! layout before anything reads them: what it keeps, and zeros where nothing lies.
//!
//! **What outlasts an access.** A [`NodeRef`](super::NodeRef) does not outlast the access in which it was made, with two
//! exceptions:
//! - The result of a `let` that no handle holds. Until its last use nothing is dropped and no node moves; [`Expanded`]
//!   promises that, too.
//! - The chain that a loop knows from run to run. The loop writes to it only if the end of the tape and the epoch are as it
//!   left them. An epoch ends when nodes move or may no longer be extended. The count of epochs never begins again: at its end no
//!   chain is open. The loop's target holds the result, and is borrowed meanwhile.
//!
//! **One copy of this crate in a thread.** A program may load several libraries, each with a copy of this crate of its own. A value
//! that goes from one to another meets another tape. Debug builds, which the notebooks of evcxr are, refuse it with words; see
//! `value/copy_of_this_crate.rs`. Safe Rust alone cannot load a library.
//!
//! In debug builds, which the tests are, every access is checked.

#![allow(unsafe_code)]

pub(in crate::tape) mod cells;
pub(in crate::tape) mod code;
pub(in crate::tape) mod expanded;
pub(in crate::tape) mod list;
pub(in crate::tape) mod one_at_a_time;
pub(in crate::tape) mod reached;
pub(in crate::tape) mod two_sided;
