//! num-traits' traits for values and dual numbers, so that generic code computes with them: ndarray's and nalgebra's sums,
//! products and identity matrices, num-complex's `Complex`.

/// Methods that dual numbers have by themselves.
macro_rules! own_functions {
    ($($name:ident)*) => {$(
        #[inline]
        fn $name(self) -> Self {
            Dual::$name(&self)
        }
    )*};
}

/// The same of two numbers.
macro_rules! own_functions_of_two {
    ($($name:ident)*) => {$(
        #[inline]
        fn $name(self, other: Self) -> Self {
            Dual::$name(&self, other)
        }
    )*};
}

mod conversions;
mod float;
#[cfg(feature = "nalgebra")]
mod real_field;

use crate::dual::Dual;
use crate::value::Value;
use num_traits::{FloatErrorKind, Inv, Num, One, ParseFloatError, Pow, Signed, Zero};

/// What values and dual numbers have in common.
macro_rules! number {
    ([$($generics:tt)*] $Number:ty) => {
        impl<$($generics)*> Zero for $Number {
            #[inline]
            fn zero() -> Self {
                Self::from(0.0)
            }

            /// Whether the number is 0, whatever its derivatives are.
            #[inline]
            fn is_zero(&self) -> bool {
                self.data() == 0.0
            }
        }

        impl<$($generics)*> One for $Number {
            #[inline]
            fn one() -> Self {
                Self::from(1.0)
            }
        }

        impl<$($generics)*> Num for $Number {
            type FromStrRadixErr = ParseFloatError;

            /// A number without derivatives.
            fn from_str_radix(text: &str, radix: u32) -> Result<Self, ParseFloatError> {
                if radix == 10 {
                    let kind = if text.is_empty() { FloatErrorKind::Empty } else { FloatErrorKind::Invalid };
                    return text.parse().map(|number: f64| Self::from(number)).map_err(|_| ParseFloatError { kind });
                }
                f64::from_str_radix(text, radix).map(Self::from)
            }
        }

        impl<$($generics)*> Signed for $Number {
            #[inline]
            #[track_caller]
            fn abs(&self) -> Self {
                self.abs()
            }

            /// The positive difference: 0 where self ≤ other.
            #[inline]
            #[track_caller]
            fn abs_sub(&self, other: &Self) -> Self {
                if self.data() <= other.data() { Self::from(0.0) } else { self - other }
            }

            #[inline]
            #[track_caller]
            fn signum(&self) -> Self {
                self.signum()
            }

            #[inline]
            fn is_positive(&self) -> bool {
                self.is_sign_positive()
            }

            #[inline]
            fn is_negative(&self) -> bool {
                self.is_sign_negative()
            }
        }

        number! { @ [$($generics)*] $Number, $Number }
        number! { @ ['a, $($generics)*] $Number, &'a $Number }
        power! { ['b, $($generics)*] $Number, $Number, &'b $Number, exponent => exponent }
        power! { ['a, 'b, $($generics)*] $Number, &'a $Number, &'b $Number, exponent => exponent }
    };
    (@ [$($generics:tt)*] $Number:ty, $Base:ty) => {
        impl<$($generics)*> Inv for $Base {
            type Output = $Number;

            #[inline]
            #[track_caller]
            fn inv(self) -> $Number {
                self.recip()
            }
        }

        power! { [$($generics)*] $Number, $Base, i32, n => n }
        power! { [$($generics)*] $Number, $Base, f64, c => c }
        power! { [$($generics)*] $Number, $Base, $Number, exponent => &exponent }
    };
}

macro_rules! power {
    ([$($generics:tt)*] $Number:ty, $Base:ty, $Exponent:ty, $exponent:ident => $operand:expr) => {
        impl<$($generics)*> Pow<$Exponent> for $Base {
            type Output = $Number;

            #[inline]
            #[track_caller]
            fn pow(self, $exponent: $Exponent) -> $Number {
                <$Number>::pow(&self, $operand)
            }
        }
    };
}

number! { [] Value }
number! { [const N: usize, B] Dual<N, B> }
