//! What values are called, in drawings and messages.

use super::Value;
use crate::tape;

impl Value {
    /// The name, if it has one: from [`with_name`](Value::with_name), or from the `let` of
    /// `grad!`.
    ///
    /// ```
    /// # use micrograd_core::{Value, grad};
    /// let a = Value::new(1.0).with_name("a");
    /// grad! { let b = a + 1; }
    /// assert_eq!(a.name().as_deref(), Some("a"));
    /// assert_eq!(b.name().as_deref(), Some("b"));
    /// assert_eq!((b * 2.0).name(), None);
    /// ```
    #[must_use]
    pub fn name(&self) -> Option<String> {
        tape::with(|tape| tape.name(tape.id(self.handle())))
    }

    /// Names the node, for drawings and messages; every handle of it sees the name.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let lr = Value::new(0.1).with_name("lr");
    /// assert_eq!(lr.name().unwrap(), "lr");
    /// ```
    #[must_use]
    pub fn with_name(self, name: impl Into<String>) -> Self {
        let name = name.into().into_boxed_str();
        tape::with(|tape| tape.set_name(tape.id(self.handle()), name));
        self
    }

    /// Names a node that has no name yet, as a `let` of `grad!` does.
    pub(crate) fn name_if_unnamed(&self, name: &'static str) {
        tape::with(|tape| tape.name_if_unnamed(tape.id(self.handle()), name));
    }
}
