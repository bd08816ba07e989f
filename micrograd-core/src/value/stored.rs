//! A value is stored as its number and comes back as a leaf. Its graph and its gradient are not kept.

use super::Value;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.data())
    }
}

/// A leaf.
///
/// ```
/// use micrograd_core::Value;
/// use serde::Deserialize;
/// use serde::de::{IntoDeserializer, value::F64Deserializer, value::Error};
///
/// let stored: F64Deserializer<Error> = 0.5.into_deserializer();
/// let w = Value::deserialize(stored).unwrap();
/// (&w * 3.0).backward();
/// assert_eq!((w.data(), w.grad()), (0.5, 3.0));
/// ```
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Value::new)
    }
}
