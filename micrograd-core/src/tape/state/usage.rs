//! How much memory a thread's tape uses.

use super::tape::Tape;
use super::thread::with;

/// What this thread's tape holds at the moment.
///
/// A node takes 32 bytes, its gradient included. It is one operation of an operator or a method, or a whole statement of
/// [`grad!`](macro@crate::grad); a statement with many operands takes further nodes. `sum += term` in a loop is one node,
/// which grows by what each term refers to: 11 bytes for `w * x` of values, and at most 32 unless the term is a long one.
/// So are the sums of [`Scalar`](crate::Scalar) and [`Value::plus_dot`](crate::Value::plus_dot). Graphs show single
/// operations all the same.
///
/// ```
/// use micrograd_core::{TapeUsage, Value};
///
/// let before = TapeUsage::of_this_thread();
/// {
///     let x = Value::new(1.0);
///     let y = x.exp() * 2.0;
///     assert_eq!(TapeUsage::of_this_thread().nodes, before.nodes + 3);
/// }
/// assert_eq!(TapeUsage::of_this_thread().nodes, before.nodes);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TapeUsage {
    /// Nodes on the tape: those that values hold or were made of, and dead ones between them that are not freed yet.
    pub nodes: usize,
    /// Bytes taken from the allocator: room for nodes, gradients and handles.
    pub bytes: usize,
}

impl TapeUsage {
    /// The usage of the calling thread's tape.
    #[must_use]
    pub fn of_this_thread() -> Self {
        with(Tape::usage)
    }
}

impl Tape {
    pub(crate) fn usage(&mut self) -> TapeUsage {
        TapeUsage {
            nodes: self.nodes.len() + self.leaves_in_use(),
            bytes: self.nodes.bytes()
                + self.handles.bytes()
                + self.calls.bytes()
                + self.marks.bytes()
                + self.edits.bytes(),
        }
    }
}
