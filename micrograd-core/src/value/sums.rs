//! `sum()` and `product()` of iterators over values and references.

use super::Value;
use crate::operations::{BinaryRow, row};
use crate::tape::Caller;
use std::iter::{Product, Sum};
use std::panic::Location;

impl Sum for Value {
    /// x₁ + x₂ + …, from the left; a leaf with data 0 for no values.
    #[track_caller]
    fn sum<I: Iterator<Item = Value>>(values: I) -> Value {
        let caller = Location::caller();
        reduced::<row::Add>(values, caller).unwrap_or_else(|| Value::leaf(0.0, caller))
    }
}

impl<'a> Sum<&'a Value> for Value {
    /// x₁ + x₂ + …, from the left; a leaf with data 0 for no values.
    #[track_caller]
    fn sum<I: Iterator<Item = &'a Value>>(values: I) -> Value {
        Sum::sum(values.cloned())
    }
}

impl Product for Value {
    /// x₁·x₂·…, from the left; a leaf with data 1 for no values.
    #[track_caller]
    fn product<I: Iterator<Item = Value>>(values: I) -> Value {
        let caller = Location::caller();
        reduced::<row::Mul>(values, caller).unwrap_or_else(|| Value::leaf(1.0, caller))
    }
}

impl<'a> Product<&'a Value> for Value {
    /// x₁·x₂·…, from the left; a leaf with data 1 for no values.
    #[track_caller]
    fn product<I: Iterator<Item = &'a Value>>(values: I) -> Value {
        Product::product(values.cloned())
    }
}

/// The caller is known where `sum` is called as a function; an iterator's methods do not tell theirs.
fn reduced<R: BinaryRow>(values: impl Iterator<Item = Value>, caller: Caller) -> Option<Value> {
    values.reduce(|mut result, x| {
        let x = &x;
        result.rebind_by_one(caller, move |tape, this, source| {
            tape.binary::<R>(this, tape.node_ref(x.handle()), source)
        });
        result
    })
}
