//! The gradient of a value, and the sweep that gives it.

use super::Value;
use crate::tape;

impl Value {
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
        tape::with(|tape| tape.grad(tape.id(self.handle())))
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
        tape::with(|tape| tape.set_grad(tape.id(self.handle()), 0.0));
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
        tape::with(|tape| tape.take_grad(tape.id(self.handle())))
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
        tape::with(|tape| tape.set_adjoint(tape.id(self.handle()), grad));
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
        if let Err(edited) = tape::backward_step(self.handle()) {
            panic!("backward_step() {}", edited.message());
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
        if let Err(edited) = tape::backward(self.handle()) {
            panic!("backward() {}", edited.message());
        }
    }

    /// Computes seed·∂self/∂v for every value v that this one was made of: [`backward`](Value::backward) that begins with
    /// another number than 1, as when a derivative goes on that was computed elsewhere. PyTorch's `backward(gradient=seed)`.
    ///
    /// # Panics
    ///
    /// As [`backward`](Value::backward).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// let y = x.powi(2);
    /// y.backward_with_seed(0.5);
    /// assert_eq!((x.grad(), y.grad()), (3.0, 0.5));
    /// ```
    #[track_caller]
    pub fn backward_with_seed(&self, seed: f64) {
        (self * seed).backward();
    }
}
