//! How values print.

use super::Value;
use std::fmt;

/// As micrograd prints it: `Value(data=-2.0, grad=0)`; a precision applies to both numbers.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (data, grad) = (self.data(), self.grad());
        match f.precision() {
            Some(digits) => write!(f, "Value(data={data:.digits$?}, grad={grad:.digits$})"),
            None => write!(f, "Value(data={data:?}, grad={grad})"),
        }
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
