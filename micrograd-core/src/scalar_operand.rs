//! What a method of `Scalar` takes beside its number.

/// The other operand of a [`Scalar`](crate::Scalar)'s method: a reference to a `T` (a
/// [`Dual`](crate::Dual) also by itself), or a plain number, which takes part without becoming a node of the graph.
///
/// It cannot be implemented outside this crate.
///
/// ```
/// use micrograd_core::{Scalar, Value};
/// fn hinge<T: Scalar>(x: &T, margin: &T) -> T {
///     (margin - x).max(0.0).hypot(margin)
/// }
/// assert_eq!(hinge(&Value::new(1.0), &Value::new(0.75)), 0.75);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the other operand of a `{T}`",
    label = "expected `&{T}` or a number"
)]
pub trait ScalarOperand<T>: sealed::Operand<T> {}

impl<T> ScalarOperand<T> for &T {}
impl<T> ScalarOperand<T> for f64 {}
impl<T> ScalarOperand<T> for i32 {}

/// An operand, seen from inside.
#[derive(Clone, Copy, Debug)]
pub enum Seen<T> {
    Scalar(T),
    Number(f64),
}

pub(crate) mod sealed {
    use super::Seen;

    pub trait Operand<T> {
        fn seen(&self) -> Seen<&T>;
    }

    impl<T> Operand<T> for &T {
        #[inline]
        fn seen(&self) -> Seen<&T> {
            Seen::Scalar(self)
        }
    }

    impl<T> Operand<T> for f64 {
        #[inline]
        fn seen(&self) -> Seen<&T> {
            Seen::Number(*self)
        }
    }

    impl<T> Operand<T> for i32 {
        #[inline]
        fn seen(&self) -> Seen<&T> {
            Seen::Number(f64::from(*self))
        }
    }
}
