//! The scalar that remembers how it was computed.

mod activation;
mod activations;
#[cfg(feature = "approx")]
mod approximate;
mod comparison;
mod display;
mod dot;
mod functions;
mod functions_of_several;
mod identity;
mod logarithms;
mod names;
mod operators;
mod powers;
mod questions;
mod recording;
mod seed;
mod slices;
mod special_functions;
mod steps;
#[cfg(feature = "serde")]
mod stored;
mod sums;

pub use identity::ValueId;

use crate::operations::Op;
use crate::tape::{self, EditedLeaf, NodeId, SlotId, Tape};
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
/// # Equality
///
/// Values compare by their data, with each other and with plain numbers.
pub struct Value {
    slot: SlotId,
    /// The slot belongs to this thread's tape.
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
        tape::with(|tape| tape.data(tape.id(self.slot)))
    }

    /// The derivative that [`backward`](Value::backward) left here.
    ///
    /// For a leaf x, the sum of ∂root/∂x over all calls since the last
    /// [`zero_grad`](Value::zero_grad); for the result of an operation, its adjoint ∂root/∂self in
    /// the last call that reached it. 0 before any call.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// let y = &x * &x;
    /// y.backward();
    /// y.backward();
    /// assert_eq!(x.grad(), 12.0); // 6 and 6
    /// assert_eq!(y.grad(), 1.0);
    /// ```
    #[inline]
    #[must_use]
    #[doc(alias = "gradient")]
    pub fn grad(&self) -> f64 {
        tape::with(|tape| tape.grad(tape.id(self.slot)))
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

    /// Sets the gradient back to 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// x.exp().backward();
    /// x.zero_grad();
    /// assert_eq!(x.grad(), 0.0);
    /// ```
    #[inline]
    pub fn zero_grad(&self) {
        tape::with(|tape| tape.set_grad(tape.id(self.slot), 0.0));
    }

    /// The gradient, which is set back to 0: [`grad`](Value::grad) and [`zero_grad`](Value::zero_grad) in one.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// x.powi(2).backward();
    /// assert_eq!(x.take_grad(), 6.0);
    /// assert_eq!(x.grad(), 0.0);
    /// ```
    #[inline]
    #[must_use = "to set it back alone there is `zero_grad`"]
    pub fn take_grad(&self) -> f64 {
        tape::with(|tape| tape.take_grad(tape.id(self.slot)))
    }

    /// Changes the gradient: what a leaf has accumulated, as clipping does, or the adjoint of a result, as the lecture's
    /// `L.grad = 1.0` before [`backward_step`](Value::backward_step).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let w = Value::new(3.0);
    /// w.powi(2).backward();
    /// w.set_grad(w.grad().clamp(-1.0, 1.0));
    /// assert_eq!(w.grad(), 1.0); // instead of 6
    /// ```
    pub fn set_grad(&self, grad: f64) {
        tape::with(|tape| tape.set_adjoint(tape.id(self.slot), grad));
    }

    /// One step of the chain rule by hand: adds ∂self/∂v · [`grad`](Value::grad) to the gradient of each operand v of the operation
    /// that made this value. micrograd's `o._backward()`; [`backward`](Value::backward) does it for all operations, from the
    /// top down, and begins with gradients of 0. A statement of [`grad!`](macro@crate::grad) and a call of `f::apply` are one step each. A leaf
    /// has no operands.
    ///
    /// # Panics
    ///
    /// As [`backward`](Value::backward).
    ///
    /// ```
    /// use micrograd_core::Value;
    /// let (a, b) = (Value::new(2.0), Value::new(-3.0));
    /// let product = &a * &b;
    /// let loss = &product + &a;
    ///
    /// loss.set_grad(1.0);
    /// loss.backward_step();
    /// assert_eq!((product.grad(), a.grad()), (1.0, 1.0));
    /// product.backward_step();
    /// assert_eq!((a.grad(), b.grad()), (1.0 - 3.0, 2.0));
    /// ```
    #[track_caller]
    #[doc(alias = "_backward")]
    pub fn backward_step(&self) {
        if let Err(edited) = tape::backward_step(self.slot) {
            Self::refuse("backward_step", edited);
        }
    }

    /// Computes ∂self/∂v for every value v that this one was made of.
    ///
    /// One sweep over the recorded operations, from this value (whose own gradient becomes 1)
    /// down to the leaves. Leaves add the result to what they have accumulated; results of
    /// operations show the adjoint of the last call. The time is proportional to the number of
    /// operations that this value was made of; the first sweep over a part of the tape also passes what else was recorded
    /// between. For derivatives
    /// that are values themselves there is [`gradients`](crate::gradients()).
    ///
    /// # Panics
    ///
    /// If an operation of the graph was recorded before [`set_data`](Value::set_data) changed a leaf that is its
    /// operand: the gradient would mix old and new numbers. Then no gradient has changed.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(2.0);
    /// let y = x.powi(3);
    /// y.backward();
    /// assert_eq!(x.grad(), 12.0);
    /// ```
    #[track_caller]
    #[doc(alias = "backprop")]
    pub fn backward(&self) {
        if let Err(edited) = tape::backward(self.slot) {
            Self::refuse("backward", edited);
        }
    }

    #[track_caller]
    fn refuse(function: &str, EditedLeaf(leaf): EditedLeaf) -> ! {
        let (name, data) = tape::with(|tape| (tape.name(leaf), tape.data(leaf)));
        let leaf = name.map_or("a leaf".to_owned(), |name| format!("the leaf `{name}`"));
        panic!(
            "{function}() on a graph that was recorded before set_data changed {leaf} \
             (its data is now {data:?}): record the graph again after each change"
        );
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
        tape::with(|tape| tape.op(tape.id(self.slot)))
    }

    /// Makes an edit if this is a leaf; otherwise tells the operation that made it.
    fn edit_leaf(&self, edit: impl FnOnce(&mut Tape, NodeId)) -> Result<(), Op> {
        tape::with(|tape| {
            let id = tape.id(self.slot);
            if !id.is_leaf() {
                return Err(tape.op(id));
            }
            edit(tape, id);
            Ok(())
        })
    }

    pub(crate) fn slot(&self) -> SlotId {
        self.slot
    }

    #[inline]
    pub(crate) fn holding(slot: SlotId) -> Self {
        Value {
            slot,
            this_thread: PhantomData,
        }
    }
}

impl Clone for Value {
    /// Another handle for the same node.
    #[inline]
    fn clone(&self) -> Self {
        let is_shared = tape::with(|tape| tape.share(self.slot));
        assert!(is_shared, "a value has fewer than 2³² clones");
        Value::holding(self.slot)
    }
}

impl Drop for Value {
    #[inline]
    fn drop(&mut self) {
        tape::release(self.slot);
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
