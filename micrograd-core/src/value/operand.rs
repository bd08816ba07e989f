//! What may stand beside a value in arithmetic.

use super::{OnTape, Value};
use crate::expression::{Participant, PlainNumber};
use std::cell::{Ref, RefMut};
use std::rc::Rc;

/// What can take part in arithmetic with values: [`Value`], `f64`, `f32`, `i32`, `i64`, `u8`, `u32`, `usize`, and what points to
/// them: references, `Box`, `Rc`, and the guards of a `RefCell`. Numbers are converted as `as f64` does.
///
/// In `grad!` an operand stands on any side. With operators outside of it, `f64` and `i32` may stand on the left of a value,
/// and the other numbers on its right: `x * i`.
///
/// It is the bound on the operands of `grad!` and on the arguments of methods such as
/// [`Value::max`]. It cannot be implemented outside this crate.
///
/// ```
/// use micrograd_core::Value;
/// let x = Value::new(2.0);
/// let y = Value::new(3.0);
/// assert_eq!(x.max(&y), 3.0);
/// assert_eq!(x.max(2.5), 2.5);
/// assert_eq!(x.max(7), 7.0);
///
/// let mut sum = Value::new(0.0);
/// for (i, x) in [&x, &y].into_iter().enumerate() {
///     sum += x * i;
/// }
/// assert_eq!(sum, 3.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take part in a `grad!` expression",
    label = "expected a `Value` or a number",
    note = "numbers are `f64`, `f32`, `i32`, `i64`, `u8`, `u32` and `usize`; others take part by `w as f64`",
    note = "of an `Option` or a `Result`, write `o?`; of a list, an element `v[i]`; of a pointer, `*r`"
)]
pub trait Operand: Participant<Term: OnTape> {
    /// The operand as a value: another handle of a value, or a new leaf that holds the number.
    ///
    /// ```
    /// use micrograd_core::{Operand, Value};
    /// let x = Value::new(2.0);
    /// (x.to_value() * 3).backward();
    /// assert_eq!(x.grad(), 3.0);
    /// assert_eq!(7.to_value(), 7.0);
    /// ```
    #[track_caller]
    fn to_value(&self) -> Value;
}

impl Operand for Value {
    #[inline]
    fn to_value(&self) -> Value {
        self.clone()
    }
}

impl Operand for f64 {
    #[inline]
    #[track_caller]
    fn to_value(&self) -> Value {
        Value::new(*self)
    }
}

impl Operand for i32 {
    #[inline]
    #[track_caller]
    fn to_value(&self) -> Value {
        Value::new(f64::from(*self))
    }
}

/// Numbers that are others in a statement.
macro_rules! converted {
    ($($Number:ty),*) => {$(
        impl Operand for $Number {
            #[inline]
            #[track_caller]
            fn to_value(&self) -> Value {
                Value::new(self.number())
            }
        }

    )*};
}

converted! { usize, u8, u32, i64, f32 }

/// What points to an operand takes part as what it points to. All of them are Rust's own: while the tape is taken, no code
/// of a user runs.
macro_rules! pointers {
    ($($reference:ty),*) => {$(
        impl<T: Operand + ?Sized> Operand for $reference {
            #[inline]
            #[track_caller]
            fn to_value(&self) -> Value {
                T::to_value(self)
            }
        }

    )*};
}

pointers! { &T, &mut T, Box<T>, Rc<T>, Ref<'_, T>, RefMut<'_, T> }
