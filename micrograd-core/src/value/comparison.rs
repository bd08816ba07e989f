//! Values compare by their data, with each other and with plain numbers.

use super::Value;
use std::cmp::Ordering;

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.data() == other.data()
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Value) -> Option<Ordering> {
        self.data().partial_cmp(&other.data())
    }
}

macro_rules! compare_with {
    ($($Number:ty),*) => {$(
        compare_with! { @ Value, $Number }
        // As the items of an iteration are: `x < 0.0` without a star.
        compare_with! { @ &Value, $Number }
    )*};
    (@ $Value:ty, $Number:ty) => {
        impl PartialEq<$Number> for $Value {
            fn eq(&self, other: &$Number) -> bool {
                self.data() == f64::from(*other)
            }
        }

        impl PartialEq<$Value> for $Number {
            fn eq(&self, other: &$Value) -> bool {
                f64::from(*self) == other.data()
            }
        }

        impl PartialOrd<$Number> for $Value {
            fn partial_cmp(&self, other: &$Number) -> Option<Ordering> {
                self.data().partial_cmp(&f64::from(*other))
            }
        }

        impl PartialOrd<$Value> for $Number {
            fn partial_cmp(&self, other: &$Value) -> Option<Ordering> {
                f64::from(*self).partial_cmp(&other.data())
            }
        }
    };
}

compare_with! { f64, i32 }
