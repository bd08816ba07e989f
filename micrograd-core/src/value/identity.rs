//! Which value it is: `==` compares numbers.

use super::Value;
use crate::tape::HandleId;
use std::marker::PhantomData;

/// Tells values apart that may have the same number: a key for maps and sets. Its order means nothing.
///
/// The clones of a value have its id. An id belongs to a value as long as some handle holds it; then another value may get it, as
/// with Python's `id()`. After `x += 1`, x is another value, and an id that was taken before says nothing of it. Ids belong
/// to their thread, as values do.
///
/// ```
/// use micrograd_core::Value;
/// use std::collections::HashSet;
///
/// let (a, b) = (Value::new(1.0), Value::new(1.0));
/// let distinct: HashSet<_> = [&a, &b, &a.clone()].map(Value::id).into();
/// assert_eq!(distinct.len(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId {
    handle: HandleId,
    /// It belongs to this thread's tape.
    this_thread: PhantomData<*const ()>,
}

/// # Identity
impl Value {
    /// Whether both are handles of the same value, where `==` compares numbers; [`Rc::ptr_eq`](std::rc::Rc::ptr_eq) for
    /// values, Python's `is`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let (a, b) = (Value::new(1.0), Value::new(1.0));
    /// assert!(a == b && !Value::ptr_eq(&a, &b));
    /// assert!(Value::ptr_eq(&a, &a.clone()));
    /// ```
    #[inline]
    #[must_use]
    pub fn ptr_eq(this: &Value, other: &Value) -> bool {
        this.id() == other.id()
    }

    /// What tells this value apart from others, as long as it is held. Python's `id`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// use std::collections::HashMap;
    /// let w = Value::new(1.0);
    /// let momentum = HashMap::from([(w.id(), 0.9)]);
    /// assert_eq!(momentum[&w.clone().id()], 0.9);
    /// ```
    #[inline]
    #[must_use]
    pub fn id(&self) -> ValueId {
        ValueId {
            handle: self.handle(),
            this_thread: PhantomData,
        }
    }
}
