//! How a list of parts prints: `[a, b, c]`, each part by its `Display`.

use std::fmt;

pub(crate) fn write<T: fmt::Display>(f: &mut fmt::Formatter<'_>, parts: &[T]) -> fmt::Result {
    let mut parts = parts.iter();
    f.write_str("[")?;
    if let Some(first) = parts.next() {
        write!(f, "{first}")?;
    }
    for part in parts {
        write!(f, ", {part}")?;
    }
    f.write_str("]")
}
