//! How values print.

use super::Value;
use crate::text_of_numbers::{debug_text, display_text, pad};
use std::fmt;

/// As micrograd prints it: `Value(data=-2.0, grad=0)`. A precision and a sign apply to both numbers, a width to the
/// whole text.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (data, grad) = (debug_text(&self.data(), f), display_text(self.grad(), f));
        pad(f, &format!("Value(data={data}, grad={grad})"))
    }
}

/// The numbers with the name and the operation that made the value.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Value");
        if let Some(name) = self.name() {
            fields.field("name", &name);
        }
        fields
            .field("data", &self.data())
            .field("grad", &self.grad())
            .field("op", &self.op())
            .finish()
    }
}
