//! Dual numbers compare by their data, with each other and with plain numbers.

use super::Dual;
use std::cmp::Ordering;

impl<const N: usize, B> PartialEq for Dual<N, B> {
    #[inline]
    fn eq(&self, other: &Dual<N, B>) -> bool {
        self.data == other.data
    }
}

impl<const N: usize, B> PartialOrd for Dual<N, B> {
    #[inline]
    fn partial_cmp(&self, other: &Dual<N, B>) -> Option<Ordering> {
        self.data.partial_cmp(&other.data)
    }
}

macro_rules! compare_with {
    ($($Number:ty),*) => {$(
        compare_with! { @ Dual<N, B>, $Number }
        // As the items of an iteration are: `x < 0.0` without a star.
        compare_with! { @ &Dual<N, B>, $Number }
    )*};
    (@ $Dual:ty, $Number:ty) => {
        impl<const N: usize, B> PartialEq<$Number> for $Dual {
            #[inline]
            fn eq(&self, other: &$Number) -> bool {
                self.data == f64::from(*other)
            }
        }

        impl<const N: usize, B> PartialEq<$Dual> for $Number {
            #[inline]
            fn eq(&self, other: &$Dual) -> bool {
                f64::from(*self) == other.data
            }
        }

        impl<const N: usize, B> PartialOrd<$Number> for $Dual {
            #[inline]
            fn partial_cmp(&self, other: &$Number) -> Option<Ordering> {
                self.data.partial_cmp(&f64::from(*other))
            }
        }

        impl<const N: usize, B> PartialOrd<$Dual> for $Number {
            #[inline]
            fn partial_cmp(&self, other: &$Dual) -> Option<Ordering> {
                f64::from(*self).partial_cmp(&other.data)
            }
        }
    };
}

compare_with! { f64, i32 }
