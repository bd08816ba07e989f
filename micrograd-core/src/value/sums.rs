//! `sum()` and `product()` of iterators over values and references.

use super::Value;
use std::iter::{Product, Sum};

impl Sum for Value {
    /// x₁ + x₂ + …, from the left; a leaf with data 0 for no values.
    fn sum<I: Iterator<Item = Value>>(values: I) -> Value {
        values
            .reduce(|sum, x| sum + x)
            .unwrap_or_else(|| Value::new(0.0))
    }
}

impl<'a> Sum<&'a Value> for Value {
    /// x₁ + x₂ + …, from the left; a leaf with data 0 for no values.
    fn sum<I: Iterator<Item = &'a Value>>(values: I) -> Value {
        values.cloned().sum()
    }
}

impl Product for Value {
    /// x₁·x₂·…, from the left; a leaf with data 1 for no values.
    fn product<I: Iterator<Item = Value>>(values: I) -> Value {
        values
            .reduce(|product, x| product * x)
            .unwrap_or_else(|| Value::new(1.0))
    }
}

impl<'a> Product<&'a Value> for Value {
    /// x₁·x₂·…, from the left; a leaf with data 1 for no values.
    fn product<I: Iterator<Item = &'a Value>>(values: I) -> Value {
        values.cloned().product()
    }
}
