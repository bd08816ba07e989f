//! A value is stored as its number, and comes back as a leaf: neither graph nor gradient is kept.

use super::Value;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.data())
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Value::new)
    }
}
