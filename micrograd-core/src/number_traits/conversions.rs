//! Values and dual numbers from plain numbers, and back: a number that comes back has lost its derivatives.

use crate::dual::Dual;
use crate::value::Value;
use num_traits::{FromPrimitive, NumCast, ToPrimitive};

macro_rules! conversions {
    ([$($generics:tt)*] $Number:ty) => {
        /// A number without derivatives.
        impl<$($generics)*> FromPrimitive for $Number {
            fn from_i64(n: i64) -> Option<Self> {
                n.to_f64().map(Into::into)
            }

            fn from_u64(n: u64) -> Option<Self> {
                n.to_f64().map(Into::into)
            }

            fn from_f64(number: f64) -> Option<Self> {
                Some(number.into())
            }
        }

        /// The number itself, without its derivatives.
        impl<$($generics)*> ToPrimitive for $Number {
            fn to_i64(&self) -> Option<i64> {
                self.data().to_i64()
            }

            fn to_u64(&self) -> Option<u64> {
                self.data().to_u64()
            }

            fn to_f64(&self) -> Option<f64> {
                Some(self.data())
            }
        }
    };
}

conversions! { [] Value }
conversions! { [const N: usize, B] Dual<N, B> }

/// A number without derivatives, also from a number that has some.
impl<const N: usize, B> NumCast for Dual<N, B> {
    fn from<T: ToPrimitive>(number: T) -> Option<Self> {
        number.to_f64().map(Into::into)
    }
}
