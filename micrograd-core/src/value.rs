//! The scalar that remembers how it was computed.

mod accumulation;
mod activation;
mod activations;
#[cfg(feature = "approx")]
mod approximate;
mod comparison;
#[cfg(debug_assertions)]
mod copy_of_this_crate;
mod display;
mod dot;
mod functions;
mod functions_of_several;
mod gradient;
mod identity;
mod in_statements;
mod intermediate;
mod logarithms;
mod names;
mod one_operation;
mod operand;
mod operators;
mod powers;
mod products;
mod questions;
mod slices;
mod special_functions;
mod steps;
#[cfg(feature = "serde")]
mod stored;
mod sums;

pub(crate) use accumulation::accumulate;
pub use identity::ValueId;
pub use in_statements::{JoinsValue, OnTape};
pub use intermediate::Intermediate;
pub use operand::Operand;

#[cfg(debug_assertions)]
use copy_of_this_crate::CopyOfThisCrate;

use crate::operations::Op;
use crate::tape::{self, HandleId, NodeId, Tape};
use std::marker::PhantomData;
use std::panic::Location;

/// A scalar in a graph: its data, and how it was computed.
///
/// Arithmetic on values builds a graph of elementary operations; [`backward`](Value::backward)
/// computes the derivatives of its result with respect to everything it was made of.
///
/// ```
/// use micrograd_core::Value;
///
/// let a = Value::new(3.0);
/// let b = Value::new(2.0);
/// let y = &a * &b + a.powi(2); // ab + a²
/// y.backward();
///
/// assert_eq!(y.data(), 15.0);
/// assert_eq!(a.grad(), 8.0); // ∂y/∂a = b + 2a
/// assert_eq!(b.grad(), 3.0); // ∂y/∂b = a
/// ```
///
/// A value is a small handle: a clone is the same node of the graph, and changes made through one
/// are seen through the other. It stays on the thread that made it (neither `Send` nor `Sync`).
/// What no handle can reach is freed by itself.
///
/// # Operators move their operands
///
/// `a * b` consumes both handles, as operators do in Rust, and `a` cannot be used again. Write `&a * &b`, or
/// [`grad!`](macro@crate::grad)` { a * b }`, which borrows. rustc suggests `a.clone() * b`, which gives the same graph.
///
/// # Precision and panics
///
/// Scalar operations follow IEEE 754 and never panic on any number: a domain error is a NaN, an
/// overflow is infinite. The slopes at kinks and edges are listed in the
/// [crate documentation](crate#conventions).
///
/// # Threads
///
/// A value stays on the thread that made it, where its tape is. Send plain numbers ([`data`](Value::data)) to other threads, and
/// make leaves of them there; gradients come back as numbers.
///
/// In a notebook each cell may be a library with a tape of its own. evcxr lets all cells share one after
/// `:allow_static_linking 0`; without it, a value that comes from another cell panics and says so.
///
/// # Equality
///
/// Values compare by their data, with each other and with plain numbers.
pub struct Value {
    handle: HandleId,
    #[cfg(debug_assertions)]
    made_by: CopyOfThisCrate,
    /// The handle belongs to this thread's tape.
    this_thread: PhantomData<TapeOfThisThread>,
}

/// Neither `Send` nor `Sync`: rustc shows the name where a value is sent to another thread.
struct TapeOfThisThread(#[allow(dead_code)] *const ());

impl Value {
    /// A leaf: an input or a parameter, with gradient 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(-4.0);
    /// assert_eq!(x.to_string(), "Value(data=-4.0, grad=0)");
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    #[doc(alias = "requires_grad")]
    #[doc(alias = "Variable")]
    pub fn new(data: f64) -> Self {
        Value::leaf(data, Location::caller())
    }

    /// The number itself.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!((Value::new(2.0) * 3.0).data(), 6.0);
    /// ```
    #[inline]
    #[must_use]
    #[doc(alias = "item")]
    #[doc(alias = "value")]
    #[doc(alias = "no_grad")]
    pub fn data(&self) -> f64 {
        tape::with(|tape| tape.data(tape.id(self.handle())))
    }

    /// Whether it is an input or a parameter, whose number can be set; else an operation made it. PyTorch's `is_leaf`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let mut w = Value::new(3.0);
    /// assert!(w.is_leaf());
    /// w -= 0.1; // A new node: the old one is its operand.
    /// assert!(!w.is_leaf());
    /// assert!(w.detach().is_leaf());
    /// ```
    #[inline]
    #[must_use]
    pub fn is_leaf(&self) -> bool {
        tape::with(|tape| tape.id(self.handle()).is_leaf())
    }

    /// Changes a leaf's number; its gradient stays. Results that were computed before keep the
    /// numbers they have: record them again. (A drawing of such a result computes what lies between the
    /// operands and the result of one statement of `grad!` from the numbers that the leaves have now.)
    ///
    /// # Panics
    ///
    /// If an operation made this value: its number follows from its operands.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let w = Value::new(1.0);
    /// (&w * 3.0).backward();
    /// w.set_data(w.data() - 0.1 * w.grad());
    /// assert_eq!(w.data(), 0.7);
    /// ```
    #[track_caller]
    pub fn set_data(&self, data: f64) {
        if let Err(op) = self.edit_leaf(|tape, leaf| tape.set_data(leaf, data)) {
            panic!(
                "set_data({data}) on the result of `{}`: only a leaf's data can be set; \
                 detach() makes a leaf of it",
                op.name()
            );
        }
    }

    /// A new leaf with the same data and no history: gradients do not flow through it.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// let y = &x * x.detach();
    /// y.backward();
    /// assert_eq!(x.grad(), 3.0); // and not 6
    /// ```
    #[must_use]
    #[track_caller]
    #[doc(alias = "stop_gradient")]
    #[doc(alias = "no_grad")]
    #[doc(alias = "requires_grad")]
    pub fn detach(&self) -> Value {
        Value::new(self.data())
    }

    /// The operation that made this value; [`Op::Leaf`] if none did.
    ///
    /// ```
    /// # use micrograd_core::{Op, Value};
    /// let x = Value::new(1.0);
    /// assert_eq!(x.op(), Op::Leaf);
    /// assert_eq!((&x * 2.0).op(), Op::Mul);
    /// ```
    #[must_use]
    pub fn op(&self) -> Op {
        tape::with(|tape| tape.op(tape.id(self.handle())))
    }

    /// Makes an edit if this is a leaf; otherwise tells the operation that made it.
    fn edit_leaf(&self, edit: impl FnOnce(&mut Tape, NodeId)) -> Result<(), Op> {
        tape::with(|tape| {
            let id = tape.id(self.handle());
            if !id.is_leaf() {
                return Err(tape.op(id));
            }
            edit(tape, id);
            Ok(())
        })
    }

    /// # Panics
    ///
    /// In debug builds, if another copy of this crate made it.
    #[inline(always)]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn handle(&self) -> HandleId {
        #[cfg(debug_assertions)]
        self.made_by.must_be_this_one();
        self.handle
    }

    #[inline]
    pub(crate) fn holding(handle: HandleId) -> Self {
        Value {
            handle,
            #[cfg(debug_assertions)]
            made_by: CopyOfThisCrate::this_one(),
            this_thread: PhantomData,
        }
    }
}

impl Clone for Value {
    /// Another handle for the same node.
    #[inline]
    fn clone(&self) -> Self {
        let is_shared = tape::with(|tape| tape.share(self.handle()));
        assert!(is_shared, "a value has fewer than 2³² clones");
        Value::holding(self.handle)
    }
}

impl Drop for Value {
    #[inline]
    fn drop(&mut self) {
        #[cfg(debug_assertions)]
        if !self.made_by.is_this_one() {
            return; // The tape that holds the node is out of reach.
        }
        tape::release(self.handle);
    }
}

impl Default for Value {
    /// A leaf with data 0.
    #[track_caller]
    fn default() -> Self {
        Value::new(0.0)
    }
}

impl From<f64> for Value {
    /// A leaf, as [`Value::new`] makes one.
    #[inline]
    #[track_caller]
    fn from(data: f64) -> Self {
        Value::leaf(data, Location::caller())
    }
}

impl From<i32> for Value {
    /// A leaf, as [`Value::new`] makes one.
    #[inline]
    #[track_caller]
    fn from(data: i32) -> Self {
        Value::leaf(f64::from(data), Location::caller())
    }
}
